using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SimXir.Host;

/// <summary>Faults as RFC 9457 wants them.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "2";
        return Of(status, detail).ExecuteAsync(context);
    }

    public static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), type: $"https://httpwg.org/specs/rfc9110.html#status.{status}");
}
