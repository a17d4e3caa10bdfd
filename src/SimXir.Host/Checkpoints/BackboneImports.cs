using System.Reflection;
using System.Security.Cryptography;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Takes backbones into a store, and finds them there when a spec names one.</summary>
public static class BackboneImports
{
    private static readonly string Program = typeof(BackboneImports).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Keeps a backbone under a name. The same backbone again mends what the store has lost of it.</summary>
    /// <param name="store">Where.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="taken">The backbone.</param>
    /// <param name="force">Whether another backbone of that name may lose it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StoreException">The name is taken.</exception>
    public static async Task<ImportedBackbone> ImportAsync(
        IObjectStore store, ImportId name, BackboneImport taken, bool force, CancellationToken cancellation)
    {
        var weights = SafetensorsWriter.Write(taken.Weights);
        var recipe = new ImportRecipe { Backbone = taken.Found.Backbone, Parents = [], Weights = Convert.ToHexStringLower(SHA256.HashData(weights)) };
        var import = new StoredImport(name, RecipeJson.KeyOf(recipe), recipe, taken.Source.Name, taken.Source.Sha256, TimeProvider.System.GetUtcNow());

        var imports = new ImportStore(store);
        var known = force ? null : await imports.ReadAsync(name, cancellation);
        if (known is not null && known.Key != import.Key)
        {
            throw new StoreException(
                $"the store {store.Description} has another import '{name}' (a {FoundBackbone.Describe(known.Recipe.Backbone)} from {known.Source}); "
                + "give this one another --name, or replace that one with --force", isInput: true);
        }
        await imports.PutAsync(import, weights, new RunEnvironment("none", 0, Environment.MachineName, "none", Program), cancellation);
        return new ImportedBackbone(import, taken, Known: known is not null);
    }

    /// <summary>The recipe of the import that a spec starts from; null where it pretrains itself.</summary>
    /// <exception cref="SpecException">There is no such import, or it is another backbone than the spec's.</exception>
    public static async Task<ImportRecipe?> ResolveAsync(LoadedSpec loaded, IObjectStore store, CancellationToken cancellation)
    {
        if (loaded.Spec.Pretrain.From is not { } name) return null;
        var imports = new ImportStore(store);
        if (await imports.ReadAsync(name, cancellation) is not { } import)
        {
            var names = await imports.ListAsync(cancellation);
            throw Fault(
                loaded,
                "pretrain.from",
                $"the store {store.Description} has no import '{name}'",
                names.IsEmpty ? "it has none yet" : $"it has {string.Join(", ", names)}",
                $"Import it first: simxir checkpoint import FILE --name {name}.");
        }
        var (asked, given) = (loaded.Spec.Backbone, import.Recipe.Backbone);
        if ((asked.Arch, asked.Width, asked.Stem) == (given.Arch, given.Width, given.Stem)) return import.Recipe;
        throw Fault(
            loaded,
            "backbone",
            $"a {FoundBackbone.Describe(asked)} cannot start from import '{name}'",
            $"that is a {FoundBackbone.Describe(given)}",
            FormattableString.Invariant($"Write backbone: {{ arch: {given.Arch}, width: {given.Width}, stem: {SpecWords.Of(given.Stem)} }}."));
    }

    private static SpecException Fault(LoadedSpec loaded, string path, string found, string allowed, string cure) =>
        new(loaded.Source, [SpecLocation.Locate(loaded.Text, new SpecFault(0, path, found, allowed, cure))]);
}
