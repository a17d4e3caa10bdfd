using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>A signed request, after the Standard Webhooks specification: <c>webhook-id</c>, <c>webhook-timestamp</c>, and in <c>webhook-signature</c>
/// <c>v1,</c> and the base64 of HMAC-SHA256 over <c>ID.TIMESTAMP.BODY</c>.</summary>
public static class WebhookRequest
{
    public static HttpRequestMessage Of(SweepEnd end, WebhookOptions options, DateTimeOffset now)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(end, CorridorJson.Options);
        var at = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", end.Id);
        request.Headers.Add("webhook-timestamp", at);
        request.Headers.Add("webhook-signature", $"v1,{Sign(options.Secret, end.Id, at, body)}");
        return request;
    }

    /// <summary>Base64.</summary>
    public static string Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
