using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Between the faults that a silo meets on a client's behalf and the answers that carry them to the client.</summary>
internal static class StoreAnswers
{
    /// <summary>Faults of the program itself come out as they are.</summary>
    public static async Task<StoreAnswer<T>> OfAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return new StoreAnswer<T>(await ask());
        }
        catch (Exception fault) when (fault is StoreException or SpecException or DatasetException or ClusterException or CorruptRecordException)
        {
            return new StoreAnswer<T>(default, fault.Message, fault is not (StoreException { IsInput: false } or CorruptRecordException));
        }
    }

    /// <exception cref="ClusterException">What was asked cannot be.</exception>
    /// <exception cref="StoreException">The cluster's store cannot answer.</exception>
    public static T ValueOf<T>(StoreAnswer<T> answer) => answer switch
    {
        { Fault: null } => answer.Value!,
        { IsInput: true } => throw new ClusterException(answer.Fault),
        _ => throw new StoreException(answer.Fault),
    };
}
