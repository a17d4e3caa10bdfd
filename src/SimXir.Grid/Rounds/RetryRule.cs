namespace SimXir.Grid;

/// <summary>Whether a stop is tried again.</summary>
/// <param name="Budget">How often; null without limit.</param>
/// <param name="FirstPause">The pause before the first retry; it doubles with each further one.</param>
/// <param name="LongestPause">Where the doubling ends.</param>
public sealed record RetryRule(int? Budget, TimeSpan FirstPause, TimeSpan LongestPause)
{
    /// <summary>The pause before the retry after that many failures (1 or more), or null where the budget is spent.</summary>
    public TimeSpan? PauseAfter(int failures)
    {
        if (failures > Budget) return null;
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, 30));
        return pause < LongestPause ? pause : LongestPause;
    }
}
