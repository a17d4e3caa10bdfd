using System.Reflection;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Builds the pretraining method that a recipe names.</summary>
public static class PretrainMethods
{
    private delegate LearningMethod Builder(MethodSpec spec, MethodSetup setup);

    private static readonly ILookup<Type, Builder> Builders = (
        from type in typeof(PretrainMethods).Assembly.GetTypes()
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ILearningMethod<>)
        select (Spec: contract.GenericTypeArguments[0], Class: type)).ToLookup(found => found.Spec, found => BuilderOf(found.Class, found.Spec));

    /// <param name="method">With its options.</param>
    /// <param name="backbone">The encoder to train.</param>
    /// <param name="seed">Decides all initial weights.</param>
    /// <param name="device">Where it will train.</param>
    /// <exception cref="ArgumentException">Not exactly one class trains the method.</exception>
    public static LearningMethod Build(MethodSpec method, BackboneSpec backbone, int seed, Device device)
    {
        ArgumentNullException.ThrowIfNull(method);
        var (options, found) = (method.GetType(), Builders[method.GetType()].ToArray());
        return found.Length == 1
            ? found[0](method, new MethodSetup(() => BackboneFactory.Build(backbone, seed, device), seed, device))
            : throw new ArgumentException($"{found.Length} classes are an ILearningMethod<{options.Name}>; exactly one has to train the method", nameof(method));
    }

    private static Builder BuilderOf(Type type, Type spec) => typeof(PretrainMethods)
        .GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type, spec).CreateDelegate<Builder>();

    private static LearningMethod Bind<TMethod, TSpec>(MethodSpec spec, MethodSetup setup)
        where TMethod : ILearningMethod<TSpec>
        where TSpec : MethodSpec => TMethod.Build((TSpec)spec, setup);
}
