using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Report;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>What whoever asked is told of a fault: of expected ones all, of errors of the program only that there was one.</summary>
internal sealed partial class FaultAnswers(ILogger<FaultAnswers> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        var (status, detail) = exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"the body is larger than {SpecReader.MaxBytes} bytes, which no spec needs" : bad.Message),
            FormatException => (StatusCodes.Status400BadRequest, exception.Message),
            SpecException or DatasetException or ClusterException or ReportException => (StatusCodes.Status422UnprocessableEntity, exception.Message),
            StoreException { IsInput: true } => (StatusCodes.Status404NotFound, exception.Message),
            StoreException or GridAwayException => (StatusCodes.Status503ServiceUnavailable, exception.Message),
            CorruptRecordException => (StatusCodes.Status500InternalServerError, exception.Message),
            _ => (StatusCodes.Status500InternalServerError, "this is an error of the program, please report it; its log says more"),
        };
        if (status == StatusCodes.Status500InternalServerError) LogFault(exception, httpContext.Request.Path);
        await Problems.WriteAsync(httpContext, status, detail);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request for {Path} failed")]
    private partial void LogFault(Exception fault, string path);
}
