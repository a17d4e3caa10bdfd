using System.Globalization;
using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The tensors of one file, and the constants that it was computed with.</summary>
public sealed class ReferenceTensors(string file, TensorFile content)
{
    private const string About = "about";

    public IEnumerable<string> Names => content.Tensors.Keys;

    /// <summary>The names that start with <paramref name="prefix"/>, without it; there must be some.</summary>
    public IReadOnlyList<string> Under(string prefix) => content.Under(prefix) is { Count: > 0 } found
        ? [.. found.Keys]
        : throw new ReferenceException($"{file} has no tensor '{prefix}…'");

    /// <summary>The numbers that follow <paramref name="prefix"/> in names, such as 5 in cosine.5, in rising order; there must be
    /// some.</summary>
    public IReadOnlyList<int> NumbersAfter(string prefix) =>
        Under(prefix).Select(rest => int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(number => number >= 0).Order().ToArray() is { Length: > 0 } numbers
            ? numbers
            : throw new ReferenceException($"{file} has no tensor '{prefix}' with a number after it");

    /// <summary>(N): a vector of whole numbers.</summary>
    public long[] Integers(string name)
    {
        using var tensor = Tensor(name);
        if (tensor is not { dtype: ScalarType.Int64 } || tensor.dim() != 1) throw Fault(name, "a vector of int64");
        return tensor.data<long>().ToArray();
    }

    /// <summary>(N, D): rows of numbers.</summary>
    public double[][] Rows(string name)
    {
        using var tensor = Tensor(name);
        if (tensor is not { dtype: ScalarType.Float64 } || tensor.dim() != 2) throw Fault(name, "a matrix of float64");
        return [.. tensor.data<double>().ToArray().Chunk((int)tensor.shape[1])];
    }

    /// <summary>A constant under a name of its own.</summary>
    public double Constant(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ReferenceException($"{file} has the {name} '{Text(name)}' where a number belongs");

    /// <summary>A constant that the file's description says in words, such as "momentum .9".</summary>
    /// <param name="words">The words before the number.</param>
    /// <param name="otherwise">What it is where the description does not say.</param>
    public double ConstantSaid(string words, double otherwise) =>
        SaidAfter(words).Match(content.Metadata.GetValueOrDefault(About, "")) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture)
            : otherwise;

    /// <summary>A text of the file's metadata.</summary>
    public string Text(string name) => content.Metadata.GetValueOrDefault(name)
        ?? throw new ReferenceException($"{file} has no '{name}' in its metadata");

    internal StoredTensor Stored(string name) => content.Tensors.GetValueOrDefault(name)
        ?? throw new ReferenceException($"{file} has no tensor '{name}'");

    internal Tensor Tensor(string name) => Stored(name).ToTensor();

    internal Tensor Tensor(string name, Device device) => Tensor(name).to(device);

    /// <summary>All tensors under a prefix, by the rest of their names.</summary>
    internal IReadOnlyDictionary<string, StoredTensor> StoredUnder(string prefix) => content.Under(prefix);

    private static Regex SaidAfter(string words) =>
        new($@"\b{Regex.Escape(words)} ([0-9]*\.?[0-9]+(?:e-?[0-9]+)?)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private ReferenceException Fault(string name, string wanted)
    {
        var tensor = Stored(name);
        return new ReferenceException(
            $"{file} has the tensor '{name}' of type {tensor.Type} and shape [{string.Join(", ", tensor.Shape)}] where {wanted} belongs");
    }
}
