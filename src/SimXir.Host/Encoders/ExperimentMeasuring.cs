using System.Collections.Immutable;
using SimXir.Dynamics;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Report;

namespace SimXir.Host;

/// <summary>Measures one experiment's encoders on one sample in the same groups.</summary>
internal sealed class ExperimentMeasuring
{
    private readonly SweepSpec _spec;
    private readonly EncoderStudyOptions _options;
    private readonly ViewSample _sample;
    private readonly ChannelStatistics _normalisation;
    private readonly ImmutableArray<(Grouping Grouping, NeighbourGroups Groups)> _groupings;
    private readonly List<(Treatment Treatment, Grouping Grouping, Geometry Geometry, GroupMeasures Measures)> _measures = [];
    private readonly List<string> _notes = [];

    public ExperimentMeasuring(Dataset dataset, SweepSpec spec, EncoderStudyOptions options)
    {
        if (options.Images > dataset.Test.Count)
            throw new DynamicsException($"{options.Images} images are asked for, but the test split of {dataset.Id} has {dataset.Test.Count} in this sweep: ask for that many or fewer.");
        (_spec, _options, _normalisation) = (spec, options, dataset.Normalisation());
        _sample = ViewSample.Of(dataset.Test, options.Images, options.Views, options.Seed);
        _groupings = [(Grouping.Views, ViewGroups()), (Grouping.Classes, NeighbourGroups.Of([.. OfPoints(image => _sample.Images.Labels[image])]))];
        if (_groupings[1].Groups.Members.Length == 1) _notes.Add("all images of the sample are of one class: ask for more images to measure by class");
    }

    /// <summary>What is not measured, and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Measures an encoder.</summary>
    public void Add(Treatment treatment, byte[] weights)
    {
        var features = PointSet.Of(ViewFeatures.Extract(_sample, _spec.Backbone, weights, _spec.Views, _normalisation, _options.Threads));
        var zero = Enumerable.Range(0, features.Count).Where(point => features[point].IndexOfAnyExcept(0.0) < 0).Select(point => (int?)point).FirstOrDefault();
        foreach (var geometry in Enum.GetValues<Geometry>())
        {
            if (geometry == Geometry.Spherical && zero is { } point)
            {
                _notes.Add($"{SpecWords.Of(treatment)} is not measured on the sphere: it maps {Name(point)} to the zero vector, which has no direction (the paper excludes it)");
                continue;
            }
            var f = geometry == Geometry.Spherical ? features.Directions() : features;
            foreach (var (grouping, groups) in _groupings.Where(pair => pair.Groups.Members.Length > 1))
                _measures.Add((treatment, grouping, geometry, GroupMeasures.Of(f, groups, geometry)));
        }
        if (GroupGeometry.MeanSquaredDistance(features) == 0)
            _notes.Add($"{SpecWords.Of(treatment)} has collapsed: it maps all {features.Count} points to one");
    }

    /// <summary>All that was measured; drifts are from the baseline's means, where it was measured.</summary>
    public ImmutableArray<EncoderMeasures> Rows()
    {
        return [.. _measures.OrderBy(row => (row.Grouping, row.Geometry, row.Treatment)).Select(row => new EncoderMeasures(
            row.Treatment, row.Grouping, row.Geometry, row.Measures.Diameters.Length, row.Measures.Diameters.Average(), row.Measures.Distances.Average(),
            row.Measures.Within, row.Measures.Between!.Value, row.Measures.Drift(First(row.Grouping, row.Geometry))))];

        GroupMeasures First(Grouping grouping, Geometry geometry) => _measures.First(row => row.Grouping == grouping && row.Geometry == geometry).Measures;
    }

    private NeighbourGroups ViewGroups()
    {
        int[] images = [.. OfPoints(image => image)];
        if (_options.Radius == 0) return NeighbourGroups.Of(images);
        var pixels = PointSet.Of(ViewFeatures.Pixels(_sample, _spec.Views));
        var groups = NeighbourGroups.Of(Neighbourhoods.Within(pixels, _options.Radius, _options.Threads), images);
        if (groups.Members.Length == _sample.Images.Count)
            throw new DynamicsException(FormattableString.Invariant($"Radius {_options.Radius} connects no two of the {_sample.Images.Count} images: take a larger one, or 0, and each image with its views is a group."));
        if (groups.Members.Length == 1)
            throw new DynamicsException(FormattableString.Invariant($"Radius {_options.Radius} connects all {_sample.Images.Count} images to one group, between which and others there is nothing to measure: take a smaller one."));
        return groups;
    }

    private IEnumerable<int> OfPoints(Func<int, int> ofImage) => Enumerable.Range(0, _sample.Points).Select(point => ofImage(point / _sample.Each));

    private string Name(int point) => point % _sample.Each == 0 ? $"image {point / _sample.Each}" : $"view {point % _sample.Each} of image {point / _sample.Each}";
}
