using System.Globalization;
using System.Text;

namespace SimXir.Store.Tests;

public abstract partial class ObjectStoreContract
{
    [Fact]
    public async Task Create_ManyAtOnce_OneWinsWhole()
    {
        for (var round = 0; round < 5; round++)
        {
            var name = $"race/{round}";
            var contents = Enumerable.Range(0, 12).Select(i => Enumerable.Repeat((byte)i, 50_000 + i).ToArray()).ToArray();

            var answers = await Task.WhenAll(contents.Select((content, i) => (i % 2 == 0 ? Store : Other).CreateAsync(name, content, Text.Stop)));

            var winner = Assert.Single(Enumerable.Range(0, contents.Length), i => answers[i] is not null);
            var found = await Store.ReadAsync(name, Text.Stop);
            Assert.Equal(answers[winner], found!.ETag);
            Assert.Equal(contents[winner], found.Content.ToArray());
        }
    }

    [Fact]
    public async Task CreateStream_ManyAtOnce_OneWinsWhole()
    {
        const int Bytes = 17 * 1024 * 1024;
        var answers = await Task.WhenAll(Enumerable.Range(1, 3).Select(i =>
            (i % 2 == 0 ? Store : Other).CreateAsync("race", new PatternStream(Bytes, seed: (ulong)i), Text.Stop)));

        var winner = Assert.Single(Enumerable.Range(1, 3), i => answers[i - 1]);
        await using var found = (await Store.OpenReadAsync("race", Text.Stop))!;
        await using var expected = new PatternStream(Bytes, (ulong)winner);
        Assert.True(await SameContent.IsAsync(found, expected, Text.Stop));
    }

    [Fact]
    public async Task Replace_CountersAtOnce_LoseNoUpdate()
    {
        const int Writers = 6;
        const int Increments = 15;
        await Store.CreateAsync("counter", "0");

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var store = writer % 2 == 0 ? Store : Other;
            for (var done = 0; done < Increments;)
            {
                var found = (await store.ReadAsync("counter", Text.Stop))!;
                var next = int.Parse(Encoding.UTF8.GetString(found.Content.Span), CultureInfo.InvariantCulture) + 1;
                if (await store.ReplaceAsync("counter", Text.Bytes($"{next}"), found.ETag, Text.Stop) is not null) done++;
            }
        }));

        Assert.Equal($"{Writers * Increments}", await Store.TextAsync("counter"));
    }

    [Fact]
    public async Task Claim_HeldByAnother_IsRefusedUntilItIsReleased()
    {
        Assert.Null(await Other.ReadClaimHolderAsync("drive", Text.Stop));
        await using (var held = await Store.TryClaimAsync("drive", Text.Stop))
        {
            Assert.NotNull(held);
            Assert.False(held.Lost.IsCancellationRequested);
            Assert.Null(await Store.TryClaimAsync("drive", Text.Stop));
            Assert.Null(await Other.TryClaimAsync("drive", Text.Stop));
            Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName}", await Other.ReadClaimHolderAsync("drive", Text.Stop));
            await using var different = await Other.TryClaimAsync("another", Text.Stop);
            Assert.NotNull(different);
        }

        Assert.Null(await Other.ReadClaimHolderAsync("drive", Text.Stop));
        await using var next = await Other.TryClaimAsync("drive", Text.Stop);
        Assert.NotNull(next);
        Assert.Empty(await Store.NamesAsync(""));
    }
}
