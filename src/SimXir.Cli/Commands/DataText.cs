using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>A dataset's check as a person reads it.</summary>
public static class DataText
{
    private const int MostClasses = 12;

    public static string Of(DatasetCheck check)
    {
        var text = new StringBuilder();
        text.AppendLine($"{check.Id.Info.Title} ({check.Id}): whole");
        text.AppendLine($"  folder       {check.Folder}");
        text.AppendLine($"  fingerprint  {check.Fingerprint}");
        foreach (var file in check.Files) text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"  {file.Name,-32} {file.LengthBytes,12} bytes  sha256:{file.Sha256}"));
        if (check.Images is { } images)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"  files        {images.Files} images, {images.LengthBytes} bytes, each decoded"));
            text.AppendLine($"  classes      {Some(images.Classes)}");
        }
        AddSplit("train", check.Train);
        AddSplit("test", check.Test);
        return text.ToString();

        static string Some(ImmutableArray<string> classes) => string.Join(", ", classes.Take(MostClasses))
            + (classes.Length > MostClasses ? string.Create(CultureInfo.InvariantCulture, $" and {classes.Length - MostClasses} more") : "");

        void AddSplit(string name, SplitCheck split) => text.AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-6} {split.Count} images, {split.PerClass.Length} classes of {split.PerClass.Min()} to {split.PerClass.Max()}"));
    }
}
