using Microsoft.AspNetCore.Components;

namespace SimXir.Host.Pages;

/// <summary>A page that is told of changes for as long as it is looked at.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly List<IDisposable> _kept = [];
    private readonly CancellationTokenSource _left = new();

    [Inject]
    internal GridDesk Desk { get; set; } = null!;

    /// <summary>Cancelled when nobody looks any more.</summary>
    protected CancellationToken Left => _left.Token;

    protected bool IsLeft => _left.IsCancellationRequested;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends with the page.</summary>
    protected void Keep(IDisposable watch)
    {
        if (IsLeft) watch.Dispose();
        else _kept.Add(watch);
    }

    /// <summary>Gives what is kept up.</summary>
    protected void Forget()
    {
        foreach (var watch in _kept) watch.Dispose();
        _kept.Clear();
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || IsLeft) return;
        _left.Cancel();
        Forget();
        _left.Dispose();
    }

    /// <summary>From any thread; nothing where the page has gone.</summary>
    protected void Show(Action change) => _ = InvokeAsync(() =>
    {
        if (IsLeft) return;
        change();
        StateHasChanged();
    });
}
