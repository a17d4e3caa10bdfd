using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>Which room may see which: what is not listed here is forbidden.</summary>
public sealed class ReferencesTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["SimXir.Experiments"] = ["YamlDotNet", "MathNet.Numerics"],
        ["SimXir.Dynamics"] = ["CsCheck"],
        ["SimXir.Method"] = ["SimXir.Experiments", "TorchSharp", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"],
        ["SimXir.Store"] = ["SimXir.Experiments", "Azure.Storage.Blobs", "Azure.Identity", "Polly"],
        ["SimXir.Grid.Abstractions"] = ["SimXir.Experiments", "Microsoft.Orleans.Sdk"],
        ["SimXir.Grid"] = ["SimXir.Grid.Abstractions", "SimXir.Store", "Microsoft.Orleans.Server", "Microsoft.Orleans.Serialization.SystemTextJson", "System.IO.Hashing"],
        ["SimXir.Worker"] = ["SimXir.Method", "SimXir.Store", "SimXir.Grid.Abstractions", "Microsoft.Extensions.Hosting.Abstractions"],
        ["SimXir.Report"] = ["SimXir.Experiments", "SimXir.Dynamics", "ScottPlot", "Google.Protobuf"],
        ["SimXir.Host"] = ["SimXir.Grid", "SimXir.Worker", "SimXir.Report", "Microsoft.Orleans.Client", "Microsoft.Orleans.Clustering.Redis", "Microsoft.Orleans.GrainDirectory.Redis", "StackExchange.Redis", "KubernetesClient",
            "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Exporter.Prometheus.AspNetCore", "OpenTelemetry.Extensions.Hosting", "Polly",
            "Microsoft.AspNetCore.App.Internal.Assets", "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.AspNetCore.OpenApi", "Microsoft.Orleans.Dashboard", "MudBlazor"],
        ["SimXir.Cli"] = ["SimXir.Host", "System.CommandLine", "Spectre.Console"],
    };

    /// <summary>Libraries that only these rooms may touch, whatever else brings them within reach.</summary>
    private static readonly Dictionary<string, string[]> Only = new()
    {
        ["TorchSharp"] = ["SimXir.Method"],
        ["Azure."] = ["SimXir.Store"],
        ["Polly"] = ["SimXir.Store", "SimXir.Host"],
        ["YamlDotNet"] = ["SimXir.Experiments"],
        ["Orleans.Runtime"] = ["SimXir.Grid", "SimXir.Host"],
        ["Orleans."] = ["SimXir.Grid.Abstractions", "SimXir.Grid", "SimXir.Worker", "SimXir.Host"],
        ["StackExchange.Redis"] = ["SimXir.Host"],
        ["CsCheck"] = ["SimXir.Dynamics"],
        ["Google.Protobuf"] = ["SimXir.Report"],
        ["ScottPlot"] = ["SimXir.Report"],
        ["SkiaSharp"] = ["SimXir.Method", "SimXir.Report"],
        ["OpenTelemetry"] = ["SimXir.Host"],
        ["KubernetesClient"] = ["SimXir.Host"],
        ["Microsoft.AspNetCore."] = ["SimXir.Host"],
        ["MudBlazor"] = ["SimXir.Host"],
        ["Spectre.Console"] = ["SimXir.Cli"],
        ["System.CommandLine"] = ["SimXir.Cli"],
    };

    public static TheoryData<string> Rooms => [.. MayReference.Keys];

    [Fact]
    public void Projects_InTheSourceFolder_AreTheListedRooms() =>
        Assert.Equal(MayReference.Keys.Order(), Directory.GetDirectories(Path.Combine(RepositoryFolder.Path, "src")).Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void ProjectFile_References_AreAllowed(string room)
    {
        var project = XDocument.Load(Path.Combine(RepositoryFolder.Path, "src", room, room + ".csproj"));
        var references = project.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value))
            .Concat(project.Descendants("PackageReference").Select(item => item.Attribute("Include")!.Value));

        Assert.Empty(references.Except(MayReference[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Assembly_References_AreAllowed(string room)
    {
        var within = Reach(room);
        var references = AssemblyReferences(room).ToArray();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => name.StartsWith("SimXir.", StringComparison.Ordinal) && !within.Contains(name));
        Assert.DoesNotContain(references, name => Only.FirstOrDefault(rule => name.StartsWith(rule.Key, StringComparison.Ordinal)) is { Value: { } rooms } && !rooms.Contains(room));
    }

    private static HashSet<string> Reach(string room)
    {
        var reach = new HashSet<string>();
        var open = new Queue<string>(MayReference[room]);
        while (open.TryDequeue(out var next))
        {
            if (reach.Add(next) && MayReference.TryGetValue(next, out var further)) foreach (var name in further) open.Enqueue(name);
        }
        return reach;
    }

    private static IEnumerable<string> AssemblyReferences(string room)
    {
        var file = room == "SimXir.Cli" ? "simxir.dll" : room + ".dll";
        using var assembly = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, file)));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
