namespace SimXir.Grid;

/// <summary>What became of a submission.</summary>
[GenerateSerializer, Alias("SimXir.SubmitReply")]
public enum SubmitReply
{
    /// <summary>The sweep is new.</summary>
    Started,

    /// <summary>It was there, unfinished, and goes on.</summary>
    Resumed,

    /// <summary>It had ended and is asked for again: what is done is served from the store.</summary>
    Repeated,

    /// <summary>The name belongs to a sweep with another plan.</summary>
    NameTaken,

    /// <summary>It had been cancelled and starts again, from its checkpoints.</summary>
    Restarted,

    /// <summary>It was there and is paused; it stays so until a user lets it go on.</summary>
    Paused,
}
