using System.Collections.Concurrent;
using SimXir.Grid;

namespace SimXir.Worker;

/// <inheritdoc cref="ILocalWorkers"/>
public sealed class LocalWorkers : ILocalWorkers
{
    private readonly ConcurrentDictionary<WorkerId, ILocalWorker> _workers = new();

    public ILocalWorker? Find(WorkerId worker) => _workers.GetValueOrDefault(worker);

    public void Add(WorkerId id, ILocalWorker worker) => _workers[id] = worker;
}
