using System.Globalization;
using System.Numerics;

namespace SimXir.Method;

/// <summary>Values of a pickle as text: for messages, and for what stands in a checkpoint beside its tensors.</summary>
internal static class PickleText
{
    /// <summary>Items of a list that are written out.</summary>
    private const int MaxItems = 8;

    public static bool IsScalar(object? value) => value is not (PickleDict or PickleList or object?[] or PthTensor or PthStorage);

    /// <summary>A value, as Python would print it; a text as it is. Lists are cut short, and lists in lists are only counted.</summary>
    public static string Of(object? value) => value switch
    {
        PickleList list => $"[{Items(list.Items)}]",
        object?[] tuple => $"({Items(tuple)})",
        _ => Scalar(value),
    };

    public static string KindOf(object? value) => value switch
    {
        null => "None",
        bool => "a bool",
        long or BigInteger => "an int",
        double => "a float",
        string => "a str",
        byte[] => "bytes",
        object?[] => "a tuple",
        PickleList => "a list",
        PickleDict => "a dict",
        PthTensor => "a tensor",
        PthStorage => "a storage",
        PickleGlobal global => $"'{global.Name}'",
        _ => throw new InvalidOperationException($"a pickle gave a {value.GetType().Name}"),
    };

    private static string Items(IReadOnlyList<object?> items)
    {
        var told = new string[Math.Min(items.Count, MaxItems)];
        for (var i = 0; i < told.Length; i++) told[i] = items[i] is string text ? $"'{Shown.Of(text)}'" : Shown.Of(Scalar(items[i]));
        var all = string.Join(", ", told);
        return items.Count <= MaxItems ? all : string.Create(CultureInfo.InvariantCulture, $"{all}, … {items.Count} in all");
    }

    private static string Scalar(object? value) => value switch
    {
        bool truth => truth ? "True" : "False",
        long number => number.ToString(CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
        string text => text,
        byte[] bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes"),
        PickleGlobal global => global.Name,
        PickleDict { IsEmpty: true } => "{}",
        _ => KindOf(value),
    };
}
