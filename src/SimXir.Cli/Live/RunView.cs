using SimXir.Grid;
using Spectre.Console;

namespace SimXir.Cli;

/// <summary>What a person sees while a sweep runs.</summary>
public abstract class RunView : IAsyncDisposable
{
    /// <summary>A live display on a terminal, plain lines elsewhere; both on standard error where standard output is for a machine.</summary>
    public static RunView Create(bool json) =>
        json || Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive || !AnsiConsole.Profile.Capabilities.Ansi
            ? new PlainView(json ? Console.Error : Console.Out, TimeProvider.System)
            : new LiveView(AnsiConsole.Console);

    /// <summary>What is about to run, in a line or two.</summary>
    public abstract void Begin(string description);

    public abstract void Show(SweepStatus status);

    /// <summary>Something that went wrong and is looked after.</summary>
    public abstract void Notice(string text);

    public virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }
}
