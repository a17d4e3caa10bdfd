using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;

namespace SimXir.Store;

/// <summary>What went wrong with a container, in one sentence with its cure, and whether it may pass.</summary>
internal static class AzureFaults
{
    /// <summary>Cancellation that nobody here asked for is the client's own network timeout; the caller knows which it is.</summary>
    public static bool Concerns(Exception fault) =>
        fault is RequestFailedException or AuthenticationFailedException or IOException or HttpRequestException or OperationCanceledException;

    /// <summary>The expected refusals: the name is taken, or the version is not the one that was read.</summary>
    public static bool IsConflict(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || fault.ErrorCode == BlobErrorCode.ConditionNotMet
        || fault.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet || fault.Status == 412;

    public static bool IsAbsent(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobNotFound || IsWithoutContainer(fault)
        || (fault.Status == 404 && string.IsNullOrEmpty(fault.ErrorCode));

    public static bool IsWithoutContainer(RequestFailedException fault) => fault.ErrorCode == BlobErrorCode.ContainerNotFound;

    public static StoreException Explain(Exception fault, string store, string? name)
    {
        var what = name is null ? "it cannot be used" : $"'{name}' cannot be read or written";
        var (cause, cure, transient) = Cause(fault);
        return new StoreException($"store '{store}': {what}: {cause}; {cure}", fault, isTransient: transient);
    }

    private static (string Cause, string Cure, bool Transient) Cause(Exception fault) => fault switch
    {
        AuthenticationFailedException =>
            ($"no credential was accepted ({FirstLine(fault)})", "sign in with 'az login', give the pod an identity, or put a SAS into --store", false),
        RequestFailedException { Status: 401 or 403 } refused =>
            ($"access was refused ({refused.ErrorCode ?? "no reason given"})",
                "see that the key, SAS or identity may read, write, list and delete blobs there", false),
        RequestFailedException { Status: 0 } unreachable =>
            ($"it cannot be reached ({FirstLine(unreachable)})", "see that the address is right and the service is running", true),
        RequestFailedException failed =>
            ($"the service answered {failed.Status} {failed.ErrorCode}", "see the service's status", IsTransient(failed)),
        _ => ($"the connection broke ({FirstLine(fault)})", "see that the network is in order", true),
    };

    private static bool IsTransient(RequestFailedException fault) =>
        fault.Status is 408 or 429 or >= 500 || fault.ErrorCode == BlobErrorCode.ContainerBeingDeleted;

    private static string FirstLine(Exception fault) => fault.Message.Split('\n', 2)[0].Trim().TrimEnd('.');
}
