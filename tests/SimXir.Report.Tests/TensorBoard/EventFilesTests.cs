namespace SimXir.Report.Tests;

public sealed class EventFilesTests
{
    [Fact]
    public void Of_Curves_AreRunsWithEveryMeasurement()
    {
        var (path, content) = Assert.Single(EventFiles.Of([Curves.Pretraining, Curves.Pretraining with { Points = [] }]));
        var events = EventReader.Read(content);

        Assert.Equal("cifar10/simsiam/seed-3/pretrain/events.out.tfevents.1767323045.simxir", path);
        Assert.Equal((1767323045.25, 0L, "brain.Event:2"), (events[0].At, events[0].Step, events[0].Version));
        Assert.Equal([8L, 16L], events.Skip(1).Select(each => each.Step));
        Assert.Equal(new Dictionary<string, float> { ["epoch"] = 1, ["loss"] = -0.5f, ["learning_rate"] = 0.06f, ["views_per_second"] = 812 }, events[1].Scalars);
        Assert.Equal(new Dictionary<string, float> { ["epoch"] = 2, ["loss"] = float.NaN, ["learning_rate"] = 0.03f, ["knn"] = 0.25f, ["feature_spread"] = 0.5f }, events[2].Scalars);
        Assert.Equal(events[0].At + 10, events[2].At, tolerance: 1e-6);
    }
}
