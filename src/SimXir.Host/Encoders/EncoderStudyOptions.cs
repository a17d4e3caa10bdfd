namespace SimXir.Host;

/// <summary>On what the dynamics of encoders are measured.</summary>
public sealed record EncoderStudyOptions
{
    /// <summary>Test images; 2 or more.</summary>
    public required int Images { get; init; }

    /// <summary>Random views of each; 1 or more.</summary>
    public required int Views { get; init; }

    /// <summary>Views this near, by the root of the mean squared difference of pixels from 0 to 1, are neighbours, whatever their images; 0:
    /// only the views of one image are.</summary>
    public required double Radius { get; init; }

    /// <summary>Of the views.</summary>
    public required int Seed { get; init; }

    /// <summary>1 or more.</summary>
    public required int Threads { get; init; }
}
