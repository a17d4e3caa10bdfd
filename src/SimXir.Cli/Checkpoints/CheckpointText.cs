using System.Globalization;
using System.Text;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>What <c>simxir checkpoint</c> tells, as a person reads it.</summary>
public static class CheckpointText
{
    private const int MaxShown = 100;

    public static string Of(CheckpointReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"{report.File}: {FormatOf(report.Format)}, {report.Bytes} bytes, {report.Tensors.Length} tensors"));
        text.AppendLine($"  sha256    {report.Sha256}");
        text.AppendLine($"  backbone  {Backbone(report)}");
        var width = report.Tensors.Select(tensor => Plain(tensor.Name).Length).Concat(report.Texts.Keys.Select(name => Plain(name).Length)).DefaultIfEmpty().Max();
        if (!report.Tensors.IsEmpty) text.AppendLine("tensors");
        foreach (var tensor in report.Tensors)
            text.AppendLine($"  {Plain(tensor.Name).PadRight(width)}  {tensor.Dtype,-4}  [{string.Join(", ", tensor.Shape)}]");
        if (!report.Texts.IsEmpty) text.AppendLine("beside them");
        foreach (var (name, value) in report.Texts) text.AppendLine($"  {Plain(name).PadRight(width)}  {Plain(value)}");
        return text.ToString();
    }

    public static string Of(ImportReport report)
    {
        var text = new StringBuilder();
        text.AppendLine($"{report.Source} is import '{report.Name}' of {report.Store}{(report.Known ? ", as it was before" : "")}: {Describe(report.Backbone)}");
        text.AppendLine($"  weights   {report.Weights}");
        text.AppendLine(Invariant($"  used      {report.Used.Length} tensors"));
        text.AppendLine(Invariant($"  left      {report.Left.Length} tensors{(report.Left.IsEmpty ? "" : $": {NameGroups.Describe(report.Left, report.Used)}")}"));
        if (report.Converted > 0) text.AppendLine(Invariant($"  converted {report.Converted} tensors, to 32 bit floats and 64 bit counters"));
        if (!report.Uncounted.IsEmpty) text.AppendLine(Invariant($"  not there {report.Uncounted.Length} counters of batches, which start from 0"));
        text.AppendLine($"A sweep starts from it with pretrain: {{ from: {report.Name} }} and {Section(report.Backbone)}, with maxPool as it was trained: weights do not tell.");
        return text.ToString();
    }

    public static string Of(ExportReport report) =>
        Invariant($"{report.File}: the weights of {report.What}, a {FoundBackbone.Describe(report.Backbone)}; {report.Bytes} bytes, {report.Weights}{Environment.NewLine}");

    private static string FormatOf(CheckpointFormat format) => format switch
    {
        CheckpointFormat.PyTorchZip => "a PyTorch checkpoint (zip)",
        CheckpointFormat.PyTorchLegacy => "a PyTorch checkpoint (legacy stream)",
        _ => "safetensors",
    };

    private static string Backbone(CheckpointReport report) => report.Backbone switch
    {
        null => report.Strange ?? "none",
        { Fault: { } fault } => fault,
        var whole => Invariant($"{Describe(whole)}; {whole.Used} tensors are its own, {whole.Left} are others'"),
    };

    private static string Describe(BackboneReport found)
    {
        var backbone = FoundBackbone.Describe(new BackboneSpec { Arch = found.Arch, Width = found.Width, Stem = found.Stem });
        return $"a {backbone} {(found.Prefix.Length == 0 ? "at the top" : $"under '{Plain(found.Prefix)}'")}";
    }

    private static string Section(BackboneReport found) =>
        Invariant($"backbone: {{ arch: {found.Arch}, width: {found.Width}, stem: {SpecWords.Of(found.Stem)} }}");

    /// <summary>Text out of a file on one line, without what would steer a terminal.</summary>
    internal static string Plain(string text)
    {
        var plain = string.Concat(text.Take(MaxShown).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return text.Length > MaxShown ? plain + "…" : plain;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
