using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace SimXir.Experiments.Tests;

/// <summary>Walks every property of every recipe, however deep, and changes it: a property that does not reach the key would let
/// different work share a result.</summary>
public sealed class RecipeKeyTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Kinds => [.. Recipes().Select(recipe => recipe.GetType().Name)];

    public static TheoryData<string> Methods => [.. Catalog.Methods.Keys];

    [Fact]
    public void Recipes_OfThisTest_AreAllThereAre() => Assert.Equal(
        typeof(RoundRecipe).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RoundRecipe)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        Recipes().Select(recipe => recipe.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Key_AnyPropertyChanged_Changes(string kind)
    {
        var recipe = Recipes().Single(one => one.GetType().Name == kind);
        var keys = new Dictionary<RoundKey, string> { [RecipeJson.KeyOf(recipe)] = "unchanged" };
        foreach (var (path, changed) in Changes(recipe, kind))
        {
            var key = RecipeJson.KeyOf((RoundRecipe)changed);
            Assert.False(keys.TryGetValue(key, out var same), $"{path} has the key of {same}");
            keys.Add(key, path);
        }

        Assert.True(keys.Count > 7);
    }

    private static IEnumerable<RoundRecipe> Recipes()
    {
        var rounds = Samples.Plan(Samples.Yaml).Experiments[0].Rounds.Select(round => round.Recipe).ToList();
        return [rounds.OfType<PretrainRecipe>().Last(), rounds.OfType<FinetuneRecipe>().Last(), rounds.OfType<EvaluateRecipe>().Last(), Samples.Import with { Parents = rounds[^1].Parents }];
    }

    /// <summary>Copies of a record, each with one property (or one property of a record in it) changed.</summary>
    private static IEnumerable<(string Path, object Changed)> Changes(object record, string path)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.SetMethod is not null))
        {
            var here = $"{path}.{property.Name}";
            var value = property.GetValue(record);
            if (value is not null && Nullability.Create(property).ReadState == NullabilityState.Nullable) yield return ($"{here} null", With(record, property, null));
            foreach (var (name, other) in Others(value ?? Example(property.PropertyType), here)) yield return (name, With(record, property, other));
        }
    }

    private static IEnumerable<(string Path, object Value)> Others(object value, string path) => value switch
    {
        int number => [($"{path} + 1", number + 1)],
        double number => [($"{path} one bit up", Math.BitIncrement(number))],
        bool flag => [($"{path} not", !flag)],
        string text => [($"{path} longer", text + "x")],
        Enum member => Enum.GetValues(member.GetType()).Cast<object>().Where(other => !other.Equals(member)).Select(other => ($"{path} {other}", other)),
        ImportId => [(path, new ImportId("other"))],
        DatasetId id => [(path, Catalog.Datasets.Keys.Select(DatasetId.Parse).First(other => other != id))],
        ImmutableArray<RoundKey> keys => [($"{path} none", ImmutableArray<RoundKey>.Empty), ($"{path} other", ImmutableArray.Create(new RoundKey(new string('0', 64)))), ($"{path} twice", keys.AddRange(keys))],
        ImmutableArray<int> numbers => [($"{path} more", numbers.Add(1000)), ($"{path} fewer", numbers.RemoveAt(0))],
        ImmutableArray<ProbeKind> probes => [($"{path} none", probes.Clear())],
        IEnumerable => throw new NotSupportedException($"{path} is a collection that this test does not know how to change: teach it"),
        _ when value.GetType().GetMethod("<Clone>$") is not null => Changes(value, path),
        _ => throw new NotSupportedException($"{path} is a {value.GetType().Name}, which this test does not know how to change: teach it"),
    };

    private static object Example(Type type) => Nullable.GetUnderlyingType(type) switch
    {
        { } number when number == typeof(double) => 1.0,
        { } import when import == typeof(ImportId) => new ImportId("mine"),
        null when type == typeof(ImagesSpec) => new ImagesSpec(),
        _ => throw new NotSupportedException($"{type.Name} is null in every recipe, and this test has no example of it: teach it"),
    };

    /// <summary>What <c>record with { Property = value }</c> compiles to.</summary>
    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    [Fact]
    public void Key_AnotherMethod_Changes()
    {
        var pretrain = Recipes().OfType<PretrainRecipe>().Single();
        var keys = Catalog.MethodLines.Select(method => RecipeJson.KeyOf(pretrain with { Method = method.Defaults })).ToArray();
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Key_AnyOptionOfAMethodChanged_Changes(string method)
    {
        var recipe = Recipes().OfType<PretrainRecipe>().Single() with { Method = Catalog.Methods[method].Defaults };
        var changes = Changes(recipe.Method, method).Select(change => recipe with { Method = (MethodSpec)change.Changed }).Prepend(recipe).ToArray();
        Assert.Equal(changes.Length, changes.Select(RecipeJson.KeyOf).Distinct().Count());
        Assert.True(changes.Length > 3);
    }
}
