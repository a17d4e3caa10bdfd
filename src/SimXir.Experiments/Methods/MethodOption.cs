using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace SimXir.Experiments;

/// <summary>One option of a method, as its record declares it: read from a spec and written into one.</summary>
internal sealed class MethodOption
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<MethodOption>> Known = new();

    private readonly PropertyInfo _property;
    private readonly NumberRange _range;

    private MethodOption(PropertyInfo property)
    {
        _property = property;
        Key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var type = property.PropertyType;
        if (type == typeof(int) || type == typeof(double) || type == typeof(double?)) _range = RangeOf(property);
        else if (type != typeof(bool) && !type.IsEnum) throw new NotSupportedException($"{Name} is a {type.Name}; an option is an int, a double, a double?, a bool or an enum");
    }

    /// <summary>Its key in a spec.</summary>
    public string Key { get; }

    /// <summary>A record's options: those that all methods have first, then in the order of the file.</summary>
    public static ImmutableArray<MethodOption> Of(MethodSpec spec) => Known.GetOrAdd(spec.GetType(), type =>
    [
        .. type.GetProperties().Where(property => property.SetMethod is not null)
            .OrderBy(property => property.DeclaringType == type).ThenBy(property => property.MetadataToken)
            .Select(property => new MethodOption(property)),
    ]);

    /// <summary>Sets the option to what the map says; leaves it where the map says nothing.</summary>
    /// <param name="map">The method's section of a spec.</param>
    /// <param name="spec">A copy that nobody else has yet: else nothing changes a record.</param>
    public void Read(MapReader map, MethodSpec spec) => _property.SetValue(spec, _property.GetValue(spec) switch
    {
        int number => map.Int(Key, number, _range),
        double number => map.Number(Key, number, _range),
        bool flag => map.Switch(Key, flag),
        Enum word => Word(map, word),
        _ => map.OptionalNumber(Key, _range),
    });

    /// <summary>The option as a spec writes it, or null where it has no value.</summary>
    public string? Text(MethodSpec spec) => _property.GetValue(spec) switch
    {
        int number => SpecText.Of(number),
        double number => SpecText.Of(number),
        bool flag => SpecText.Of(flag),
        Enum word => SpecWords.Of(word),
        _ => null,
    };

    private string Name => $"{_property.DeclaringType!.Name}.{_property.Name}";

    private Enum Word(MapReader map, Enum fallback)
    {
        var members = Enum.GetValues(fallback.GetType()).Cast<Enum>().ToArray();
        var known = Enumerable.Range(0, members.Length).ToImmutableSortedDictionary(place => SpecWords.Of(members[place]), place => place, StringComparer.Ordinal);
        var noun = JsonNamingPolicy.KebabCaseLower.ConvertName(_property.Name).Replace('-', ' ');
        return members[map.Word(Key, Array.IndexOf(members, fallback), noun, known)];
    }

    private NumberRange RangeOf(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { } range
        ? new NumberRange(
            Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture),
            Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture),
            range.MinimumIsExclusive,
            range.MaximumIsExclusive)
        : throw new NotSupportedException($"{Name} has no [Range]: say which numbers it may be");
}
