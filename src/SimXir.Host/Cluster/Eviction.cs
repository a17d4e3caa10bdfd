using System.Globalization;

namespace SimXir.Host;

/// <summary>
/// Hears that this silo is no member any more: the others took it for dead while it hung, or a part of it failed for good. Its process
/// need not end: the silo is stopped and another one joins in its place, with a new address, so nothing of the old one is taken for it.
/// </summary>
public sealed partial class Eviction(ILogger<Eviction> log) : IFatalErrorHandler
{
    private readonly TaskCompletionSource<string> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the reason.</summary>
    public Task<string> Told => _told.Task;

    public bool IsUnexpected(Exception exception) => exception is not (ThreadAbortException or OperationCanceledException);

    public void OnFatalException(object? sender, string? context, Exception? exception) =>
        Tell(string.Create(CultureInfo.InvariantCulture, $"{context ?? "a part of the silo failed"}{(exception is null ? "" : ": " + exception.Message)}"));

    public void Tell(string reason)
    {
        if (_told.TrySetResult(reason)) LogEvicted(reason);
    }
}
