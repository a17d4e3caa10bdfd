using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>
/// Looks after the membership table: it puts back a table that Redis has lost, and hears at once when this silo has been declared dead.
/// Redis holds nothing but membership, so what it loses costs no work.
/// </summary>
/// <remarks>Orleans' Redis provider writes a silo's row once, and then only its time: a server that comes back empty would leave the
/// silos without a table for good (dotnet/orleans issue 7784).</remarks>
public sealed partial class MembershipKeeper(MembershipTable table, ILocalSiloDetails silo, Eviction eviction, TimeProvider time, ILogger<MembershipKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private HashEntry[] _remembered = [];
    private bool _quiet;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync();
                _quiet = false;
            }
            catch (Exception fault) when (fault is RedisException or TimeoutException or SocketException)
            {
                if (!_quiet) LogNotRead(fault); // the next tick looks again
                _quiet = true;
            }
        }
    }

    private async Task LookAsync()
    {
        var rows = await table.ReadAsync();
        var own = rows.FirstOrDefault(row => row.Name == silo.SiloAddress.ToString());
        if (own.Value.HasValue)
        {
            if (MembershipRow.Of(own) is { IsDead: true }) eviction.Tell("the other members took it for dead");
            else _remembered = rows;
        }
        else if (_remembered.Length > 0)
        {
            if (await table.RestoreAsync(_remembered)) LogRestored(_remembered.Length - 1);
            else if (MembershipTable.VersionOf(rows) >= MembershipTable.VersionOf(_remembered)) eviction.Tell("the other members have removed it from their table");
        }
    }
}
