using System.Globalization;

namespace SimXir.Experiments;

/// <summary>The map <c>images</c> of a spec: <c>{ size: 224, resize: 256, normalise: imagenet }</c>.</summary>
internal static class ImagesSection
{
    private const int Multiple = 8;
    private const int MaxResize = 1024;
    private static readonly NumberRange Size = new(16, 512);

    /// <summary>Null where the spec says nothing of it.</summary>
    public static ImagesSpec? Read(MapReader map, FaultList faults)
    {
        if (!map.IsMap) return null;
        var defaults = new ImagesSpec();
        var size = map.Int("size", defaults.Size, Size);
        if (size % Multiple != 0)
        {
            var below = size - (size % Multiple);
            faults.Add(
                map.Find("size")!,
                map.PathOf("size"),
                string.Create(CultureInfo.InvariantCulture, $"{size} is no multiple of {Multiple}"),
                string.Create(CultureInfo.InvariantCulture, $"allowed are multiples of {Multiple}, {Size}"),
                string.Create(CultureInfo.InvariantCulture, $"Write {below}{(below + Multiple <= Size.Max ? $" or {below + Multiple}" : "")}."));
        }

        var spec = new ImagesSpec
        {
            Size = size,
            Resize = map.Int("resize", size, new NumberRange(size, MaxResize)),
            Normalise = map.Word("normalise", defaults.Normalise, "normalisation", SpecWords.Known<NormalisationKind>()),
        };
        map.RefuseOthers();
        return spec;
    }

    /// <summary>Refuses the section where no dataset would heed it.</summary>
    public static void Check(SweepSpec spec, MapReader map, FaultList faults)
    {
        if (spec.Images is null || spec.Datasets.IsEmpty || spec.Datasets.Any(dataset => dataset.IsImageFolder)) return;
        faults.Add(
            map.Find("images")!,
            "images",
            $"no dataset of the sweep is a folder of images: {string.Join(", ", spec.Datasets)} have the size of their official files",
            $"allowed is it beside a dataset {DatasetId.ImagesPrefix}NAME",
            "Delete it.");
    }
}
