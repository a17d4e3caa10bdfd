using System.Text;
using System.Text.RegularExpressions;

namespace SimXir.Method;

/// <summary>A checkpoint that would run a program where Python reads it: it must be refused, by the name of what it asks for.</summary>
internal sealed partial class HostileChecks : IReferenceChecks
{
    private const string FileName = "checkpoint_hostile";

    public string File => FileName;

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        var content = folder.Read($"{File}.pth");
        checks.Expect("refused", Refusal(content) is { } refusal ? Fault(refusal, content) : "it was read");
    }

    private static string? Refusal(byte[] content)
    {
        try
        {
            CheckpointFile.Read(content, $"{FileName}.pth");
            return null;
        }
        catch (CheckpointException fault)
        {
            return fault.Message;
        }
    }

    private static string? Fault(string refusal, byte[] content)
    {
        string[] foreign =
        [
            .. Global().Matches(Encoding.Latin1.GetString(content)).Select(match => $"{match.Groups[1].Value}.{match.Groups[2].Value}")
                .Where(name => name.Split('.')[0] is not ("torch" or "collections")),
        ];
        return Array.Exists(foreign, name => refusal.Contains($"'{name}'", StringComparison.Ordinal))
            ? null
            : $"the refusal names none of what it asks for ({string.Join(", ", foreign)}): {refusal}";
    }

    /// <summary>The pickle's opcode c: a module and a name, each on a line.</summary>
    [GeneratedRegex(@"c([\w.]+)\n([\w.]+)\n", RegexOptions.CultureInvariant)]
    private static partial Regex Global();
}
