using System.Globalization;
using System.Text;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>A dataset's check as a person reads it.</summary>
public static class DataText
{
    public static string Of(DatasetCheck check)
    {
        var text = new StringBuilder();
        text.AppendLine($"{check.Id.Info.Title} ({check.Id}): whole");
        text.AppendLine($"  folder       {check.Folder}");
        text.AppendLine($"  fingerprint  {check.Fingerprint}");
        foreach (var file in check.Files) text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"  {file.Name,-32} {file.LengthBytes,12} bytes  sha256:{file.Sha256}"));
        AddSplit("train", check.Train);
        AddSplit("test", check.Test);
        return text.ToString();

        void AddSplit(string name, SplitCheck split) => text.AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-6} {split.Count} images, {split.PerClass.Length} classes of {split.PerClass.Min()} to {split.PerClass.Max()}"));
    }
}
