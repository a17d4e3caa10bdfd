using Microsoft.Extensions.Hosting;

namespace SimXir.Host;

/// <summary>Leaves Ctrl-C and signals to the program, which stops at a checkpoint first.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
