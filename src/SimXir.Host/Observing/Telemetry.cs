using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>What this process measures and traces, and where it goes: <c>/metrics</c>, and an OTLP receiver where the environment names one.</summary>
/// <remarks>OTLP is set up by the variables that OpenTelemetry gives it (OTEL_EXPORTER_OTLP_ENDPOINT, _PROTOCOL, _HEADERS, …); without the first, nothing is sent.</remarks>
public static class Telemetry
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The meters of Orleans and of SimXir; those of HTTP and of the runtime.</summary>
    private static readonly string[] Meters = [GridTrace.Name, "Microsoft.Orleans", "System.Runtime"];

    public static bool IsSent => Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 };

    /// <summary>OpenTelemetry's variables, and no others of the environment.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables() => Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        .Where(entry => ((string)entry.Key).StartsWith("OTEL_", StringComparison.Ordinal))
        .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value));

    public static void AddTelemetry(this IServiceCollection services, SiloRole role)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("simxir", serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3), serviceInstanceId: SiloLabel.InstanceOf(role))
                .AddAttributes([new("simxir.role", role.ToString().ToLowerInvariant())]))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        if (!IsSent) return;
        telemetry
            .WithMetrics(metrics => metrics.AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource(GridTrace.Name, "Microsoft.Orleans.Application")
                .SetSampler(new ParentBasedSampler(new RootSampler()))
                .AddOtlpExporter());
    }
}
