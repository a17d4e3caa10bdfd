namespace SimXir.Grid;

/// <summary>One device slot of one silo: <c>siloAddress|device</c>. A restarted silo has another address, so its slots are other workers.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.WorkerId")]
public readonly record struct WorkerId([property: Id(0)] string Silo, [property: Id(1)] string Device)
{
    /// <summary>The grain key; reversed by <see cref="Parse"/>.</summary>
    public override string ToString() => $"{Silo}|{Device}";

    public static WorkerId Parse(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 ? new WorkerId(text[..bar], text[(bar + 1)..]) : throw new FormatException($"'{text}' is no worker; the form is silo|device");
    }
}
