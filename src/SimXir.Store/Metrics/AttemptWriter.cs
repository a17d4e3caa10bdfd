using System.Text;

namespace SimXir.Store;

/// <summary>Writes one attempt's metrics and log; one writer an attempt.</summary>
public sealed class AttemptWriter : IDisposable
{
    private readonly AppendLog _metrics;
    private readonly AppendLog _log;

    internal AttemptWriter(AppendLog metrics, AppendLog log)
    {
        _metrics = metrics;
        _log = log;
    }

    /// <summary>Appends a batch of measurements, one JSON line each. Every call is a request: batch them over some seconds.</summary>
    public Task AppendAsync(IEnumerable<MetricPoint> points, CancellationToken cancellation = default) =>
        _metrics.AppendAsync(MetricLines.Write(points), cancellation);

    /// <summary>Appends the attempt's last measurements.</summary>
    public Task FinishAsync(IEnumerable<MetricPoint> points, CancellationToken cancellation = default) =>
        _metrics.FinishAsync(MetricLines.Write(points), cancellation);

    /// <summary>Appends lines of text.</summary>
    public Task LogAsync(IEnumerable<string> lines, CancellationToken cancellation = default) =>
        _log.AppendAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), cancellation);

    public void Dispose()
    {
        _metrics.Dispose();
        _log.Dispose();
    }
}
