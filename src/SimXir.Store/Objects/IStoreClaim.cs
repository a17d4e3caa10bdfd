namespace SimXir.Store;

/// <summary>An exclusive claim; disposing it releases it.</summary>
public interface IStoreClaim : IAsyncDisposable
{
    /// <summary>Cancelled if the claim was lost while it was held, as after a long loss of the network: somebody else may hold it now.</summary>
    CancellationToken Lost { get; }
}
