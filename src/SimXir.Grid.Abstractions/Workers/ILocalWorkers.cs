namespace SimXir.Grid;

/// <summary>The slots of this silo, as the worker grains of this silo reach them; the Worker room provides it.</summary>
public interface ILocalWorkers
{
    /// <summary>Null where this silo has no such slot.</summary>
    ILocalWorker? Find(WorkerId worker);
}
