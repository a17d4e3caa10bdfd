using System.Text.Json;
using StackExchange.Redis;

namespace SimXir.Host;

/// <summary>What is read of one silo's row, which is JSON that the Redis provider writes.</summary>
/// <param name="Status">Where the silo stands.</param>
/// <param name="Name">Its <see cref="SiloLabel"/>.</param>
/// <param name="HasGateway">Whether clients can talk to it.</param>
public sealed record MembershipRow(SiloStatus Status, string? Name, bool HasGateway)
{
    public bool IsMember => Status is SiloStatus.Joining or SiloStatus.Active;

    public bool IsDead => Status == SiloStatus.Dead;

    /// <summary>Null for the row of the table's version.</summary>
    public static MembershipRow? Of(HashEntry row)
    {
        if (row.Name == MembershipTable.Version) return null;
        using var json = JsonDocument.Parse(row.Value.ToString());
        var root = json.RootElement;
        return new MembershipRow((SiloStatus)root.GetProperty(nameof(Status)).GetInt32(), root.GetProperty("SiloName").GetString(), root.GetProperty("ProxyPort").GetInt32() > 0);
    }
}
