using System.Diagnostics;

namespace SimXir.Grid;

/// <summary>The spans of a sweep, from its submission to each commit: where nobody listens they cost nothing.</summary>
/// <remarks>Orleans carries the current span along with its calls (AddActivityPropagation). What is pulled and not called, a round by its worker, is bound
/// to who asked for it by the lease.</remarks>
public static class GridTrace
{
    public const string Name = "SimXir";

    /// <summary>Spans of this kind begin traces of their own; all others belong to one or are not recorded.</summary>
    public const string RootPrefix = "simxir.";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>The current span, for whoever works on its behalf later; null where there is none that is recorded.</summary>
    public static string? Current => Activity.Current is { Recorded: true } current ? current.Id : null;

    /// <summary>Begins a span below another, or below the current one, or as the root of a trace; null where nobody listens.</summary>
    /// <param name="name">Begins with <see cref="RootPrefix"/>.</param>
    /// <param name="parent">As <see cref="Current"/> told it; null: the current one.</param>
    public static Activity? Start(string name, string? parent = null)
    {
        if (Activity.Current is { Recorded: false }) Activity.Current = null; // a poll that nobody records is no parent
        return ActivityContext.TryParse(parent, traceState: null, out var context) ? Source.StartActivity(name, ActivityKind.Internal, context) : Source.StartActivity(name);
    }
}
