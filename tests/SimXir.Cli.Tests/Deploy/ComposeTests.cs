using SimXir.Host;
using SimXir.Store;
using SimXir.Testing;
using YamlDotNet.RepresentationModel;

namespace SimXir.Cli.Tests;

public sealed class ComposeTests
{
    private static readonly YamlMappingNode File = Kustomize.Parse(System.IO.File.ReadAllText(RepositoryFolder.Combine("deploy", "compose.yaml"))).Single();

    private static YamlMappingNode Services => (YamlMappingNode)File["services"];

    [Fact]
    public void Services_AreRedisAzuriteControlAndWorkerWithPinnedImages()
    {
        Assert.Equal(["redis", "azurite", "control", "worker"], Services.Children.Keys.Select(key => key.ToString()));
        Assert.All(Services.Children.Values, service => Assert.Matches(@":[0-9]+\.[0-9]+\.[0-9]+[a-z-]*$", service["image"].ToString()));
        Assert.Equal(("control", "cpu"), (Services["control"]["build"]["target"].ToString(), Services["worker"]["build"]["target"].ToString()));
    }

    [Fact]
    public void Silos_AreGivenWhatTheProgramReadsAndCannotWriteTheirRoot()
    {
        var shared = (YamlMappingNode)File["x-silo"];
        var environment = ((YamlMappingNode)shared["environment"]).Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString());

        Assert.Subset(KnownVariables.OfSilo, environment.Keys.ToHashSet());
        var control = ((YamlMappingNode)Services["control"]["environment"]).Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString());
        Assert.Subset(KnownVariables.OfSilo, control.Keys.Where(name => name != "<<").ToHashSet());
        Assert.False(WebOptions.Read(WebUrls.Parse(control["SIMXIR_URLS"]), name => name == "SIMXIR_OPERATOR_TOKEN" ? new string('x', 48) : null).IsOpen);
        Assert.StartsWith("${SIMXIR_OPERATOR_TOKEN:?", control["SIMXIR_OPERATOR_TOKEN"], StringComparison.Ordinal);
        Assert.Equal("127.0.0.1:5780:5780", Services["control"]["ports"][0].ToString());
        Assert.Contains(ClusterAddress.Parse(environment["SIMXIR_CLUSTER"]).Host, Services.Children.Keys.Select(key => key.ToString()));
        Assert.NotNull(ObjectStores.Open(environment["SIMXIR_STORE"], TimeProvider.System));
        Assert.Contains("http://azurite:10000/", environment["SIMXIR_STORE"], StringComparison.Ordinal);
        Assert.Equal(("true", "ALL"), (shared["read_only"].ToString(), shared["cap_drop"][0].ToString()));
        var volumes = ((YamlMappingNode)File["volumes"]).Children.Keys.Select(key => key.ToString()).ToHashSet();
        Assert.All(Services.Children.Values, service => Assert.All((YamlSequenceNode)service["volumes"], volume => Assert.Contains(volume.ToString().Split(':')[0], volumes)));
    }
}
