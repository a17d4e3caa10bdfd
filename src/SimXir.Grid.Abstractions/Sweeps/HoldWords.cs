namespace SimXir.Grid;

/// <summary>Why a sweep is held, and what lets it go on.</summary>
public static class HoldWords
{
    public const string UserAsked = "a user asked";

    /// <summary>What lets a paused sweep go on, as a part of a sentence.</summary>
    public static string CureOf(string held, string sweep) =>
        held == UserAsked ? $"'simxir resume {sweep}' lets it go on" : "submitted again with a higher limit, it goes on";
}
