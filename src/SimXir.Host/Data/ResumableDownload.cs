using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using SimXir.Method;

namespace SimXir.Host;

/// <summary>Brings one file into a part file, however often the connection breaks: each try asks for the rest of what is there.</summary>
internal sealed class ResumableDownload(HttpClient http, FetchOptions options, TimeProvider time, Action<FetchProgress> progress)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly ResiliencePipeline _retries = Retries(options, time);

    /// <summary>Returns when the part file has the file's length; its content is not checked here.</summary>
    /// <exception cref="FetchException">The server does not have that file, nothing came in several tries, or the disk is full.</exception>
    public async Task RunAsync(OfficialFile file, Uri url, string part, CancellationToken cancellation)
    {
        while (true)
        {
            var before = PartFile.LengthOf(part);
            try
            {
                await _retries.ExecuteAsync(async token => await TryAsync(file, url, part, token), cancellation);
                return;
            }
            catch (InterruptedDownloadException fault) when (PartFile.LengthOf(part) <= before)
            {
                throw new FetchException(string.Create(CultureInfo.InvariantCulture,
                    $"{Shown(url)} brought nothing in {options.Tries} tries ({fault.Message}); the {before} bytes that came before are kept: ask again later, or name a mirror with --mirror URL"), fault);
            }
            catch (InterruptedDownloadException)
            {
                // it gets on, if in pieces
            }
        }
    }

    private async Task TryAsync(OfficialFile file, Uri url, string part, CancellationToken cancellation)
    {
        await using var content = PartFile.Open(part);
        if (content.Length > file.LengthBytes) content.SetLength(0);
        if (content.Length == file.LengthBytes) return;
        using var stall = new Stall(options.StallAfter, time, cancellation);
        using var answer = await AskAsync(url, content.Length, stall);
        if (answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            content.SetLength(0);
            throw new InterruptedDownloadException("the server has no such rest of the file; it is begun anew");
        }
        if (answer.StatusCode == HttpStatusCode.OK || answer.Content.Headers.ContentRange?.From != content.Length) content.SetLength(0);
        if (answer.StatusCode == HttpStatusCode.PartialContent && answer.Content.Headers.ContentRange?.From != content.Length)
            throw new InterruptedDownloadException("the server sent another part of the file than was asked for; it is begun anew");
        var announced = content.Length + answer.Content.Headers.ContentLength;
        if (announced is not null && announced != file.LengthBytes) throw Other(file, url, announced.Value);
        content.Position = content.Length;
        await CopyAsync(file, url, await answer.Content.ReadAsStreamAsync(cancellation), content, stall);
    }

    private async Task<HttpResponseMessage> AskAsync(Uri url, long from, Stall stall)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (from > 0) request.Headers.Range = new RangeHeaderValue(from, null);
        var answer = await stall.GuardAsync(token => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token));
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable) return answer;
        using (answer)
        {
            var said = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.ReasonPhrase}");
            if ((int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
                throw new InterruptedDownloadException($"the server answered {said}", answer.Headers.RetryAfter?.Delta);
            throw new FetchException($"{Shown(url)} cannot be had: the server answered {said}; name a server that has it with --mirror URL");
        }
    }

    private async Task CopyAsync(OfficialFile file, Uri url, Stream body, FileStream content, Stall stall)
    {
        var buffer = new byte[256 * 1024];
        while (await stall.GuardAsync(token => body.ReadAsync(buffer, token).AsTask()) is var read and > 0)
        {
            if (content.Position + read > file.LengthBytes) throw Other(file, url, content.Position + read);
            PartFile.Write(content, buffer.AsSpan(0, read));
            progress(new FetchProgress(file.Name, content.Position, file.LengthBytes));
        }
        if (content.Position < file.LengthBytes)
            throw new InterruptedDownloadException(string.Create(CultureInfo.InvariantCulture, $"the connection ended at {content.Position} of {file.LengthBytes} bytes"));
    }

    /// <summary>Without what might be a secret.</summary>
    internal static string Shown(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private static FetchException Other(OfficialFile file, Uri url, long bytes) => new(string.Create(CultureInfo.InvariantCulture,
        $"{Shown(url)} has {bytes} bytes or more, and the official {file.Name} has {file.LengthBytes}: it is another file; check --mirror, and whether a proxy answers in its place"));

    private static ResiliencePipeline Retries(FetchOptions options, TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Tries - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstPause,
            MaxDelay = LongestPause,
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Exception is InterruptedDownloadException { RetryAfter: { } wish } ? wish < LongestPause ? wish : LongestPause : (TimeSpan?)null),
            ShouldHandle = new PredicateBuilder().Handle<InterruptedDownloadException>(),
        })
        .Build();
}
