using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Dashboard;

namespace SimXir.Host;

/// <summary>Orleans' own dashboard, for operators: grains, their calls and silos, as the runtime sees them.</summary>
internal static class DashboardExtensions
{
    public const string Path = "/orleans";

    /// <summary>On every silo: what it counts for the dashboard; it counts nothing while nobody looks.</summary>
    public static ISiloBuilder AddOrleansDashboard(this ISiloBuilder silo) => silo.AddDashboard(dashboard => dashboard.HideTrace = true);

    /// <summary>Beside the silo. What asks the grains is made anew for each request, since an evicted silo is replaced by another one.</summary>
    public static IServiceCollection AddOrleansDashboard(this IServiceCollection services)
    {
        var own = new ServiceCollection();
        new Parts(own).AddDashboard(dashboard => dashboard.HideTrace = true);
        foreach (var part in own.Where(part => part.ServiceType != typeof(ILoggerProvider)))
        {
            var isClient = part.ServiceType.Name == "IDashboardClient";
            services.Add(isClient ? ServiceDescriptor.Describe(part.ServiceType, part.ImplementationType!, ServiceLifetime.Scoped) : part);
        }
        services.TryAddScoped(provider => provider.GetRequiredService<GridLink>().Grains);
        return services;
    }

    public static void MapDashboard(this IEndpointRouteBuilder routes) => routes.MapOrleansDashboard(Path).RequireAuthorization(AccessRoles.Operator);

    /// <summary>Collects what the dashboard registers; the web has no Orleans client of its own.</summary>
    private sealed class Parts(IServiceCollection services) : IClientBuilder
    {
        public IServiceCollection Services => services;

        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }
}
