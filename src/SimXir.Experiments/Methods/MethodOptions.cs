using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>The options of all methods of a sweep, each under its method's name in the spec.</summary>
[JsonConverter(typeof(MethodOptionsConverter))]
public sealed class MethodOptions
{
    private readonly ImmutableDictionary<MethodId, MethodSpec> _given;

    /// <summary>Every method's defaults.</summary>
    public MethodOptions()
        : this(ImmutableDictionary<MethodId, MethodSpec>.Empty)
    {
    }

    private MethodOptions(ImmutableDictionary<MethodId, MethodSpec> given) => _given = given;

    public MethodSpec this[MethodId method] => _given.GetValueOrDefault(method, method.Info.Defaults);

    /// <summary>The same with other options of one method.</summary>
    public MethodOptions With(MethodSpec options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(_given.SetItem(options.Id, options));
    }
}
