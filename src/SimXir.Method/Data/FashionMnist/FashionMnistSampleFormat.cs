using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>The part of Fashion-MNIST that ships inside the program; Data/FashionMnistSample/README.md says how it was made.</summary>
internal sealed class FashionMnistSampleFormat : FashionMnistFormat
{
    public override string Name => "fashion-mnist-sample";

    public override ImmutableArray<string> Folders => [];

    public override string Cure => "build the program again from a whole copy of its sources";
}
