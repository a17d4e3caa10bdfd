using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>A backbone from elsewhere under a name. What it refers to is a round that is committed already.</summary>
/// <param name="Name">What a spec's <c>pretrain: { from: NAME }</c> says.</param>
/// <param name="Key">The round, whose part <c>weights</c> is the backbone.</param>
/// <param name="Recipe">Its recipe.</param>
/// <param name="Source">The file's name that it came from.</param>
/// <param name="SourceSha256">SHA-256 of that file.</param>
/// <param name="ImportedAt">When the name was given, or given again.</param>
public sealed record StoredImport(
    ImportId Name, RoundKey Key, ImportRecipe Recipe, string Source, string SourceSha256, DateTimeOffset ImportedAt);
