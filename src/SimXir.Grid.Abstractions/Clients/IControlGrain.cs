using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Asks something of a sweep for clients that cannot write to the store themselves. Its key means nothing.</summary>
[Alias("SimXir.IControlGrain")]
public interface IControlGrain : IGrainWithIntegerKey
{
    /// <summary>Pauses, resumes or cancels.</summary>
    [Alias("Order")]
    Task<StoreAnswer<ControlReply>> Order(SweepId sweep, SweepOrder order);

    /// <summary>Changes how the sweep is served among others.</summary>
    [Alias("Serve")]
    Task<StoreAnswer<PriorityReply>> Serve(SweepId sweep, ServiceWish wanted);
}
