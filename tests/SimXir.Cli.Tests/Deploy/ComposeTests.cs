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
        Assert.Contains(ClusterAddress.Parse(environment["SIMXIR_CLUSTER"]).Host, Services.Children.Keys.Select(key => key.ToString()));
        Assert.NotNull(ObjectStores.Open(environment["SIMXIR_STORE"], TimeProvider.System));
        Assert.Contains("http://azurite:10000/", environment["SIMXIR_STORE"], StringComparison.Ordinal);
        Assert.Equal(("true", "ALL"), (shared["read_only"].ToString(), shared["cap_drop"][0].ToString()));
        var volumes = ((YamlMappingNode)File["volumes"]).Children.Keys.Select(key => key.ToString()).ToHashSet();
        Assert.All(Services.Children.Values, service => Assert.All((YamlSequenceNode)service["volumes"], volume => Assert.Contains(volume.ToString().Split(':')[0], volumes)));
    }
}
