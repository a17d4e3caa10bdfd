using System.Text;

namespace SimXir.Store.Tests;

/// <summary>Objects as text, for tests to read easily.</summary>
internal static class Text
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static async Task<string?> TextAsync(this IObjectStore store, string name) =>
        await store.ReadAsync(name, Stop) is { } found ? Encoding.UTF8.GetString(found.Content.Span) : null;

    public static Task<string?> CreateAsync(this IObjectStore store, string name, string text) => store.CreateAsync(name, Bytes(text), Stop);

    public static async Task<string> ETagAsync(this IObjectStore store, string name) => (await store.ReadAsync(name, Stop))!.ETag;

    public static async Task<List<string>> NamesAsync(this IObjectStore store, string prefix)
    {
        var names = new List<string>();
        await foreach (var found in store.ListAsync(prefix, Stop)) names.Add(found.Name);
        return names;
    }
}
