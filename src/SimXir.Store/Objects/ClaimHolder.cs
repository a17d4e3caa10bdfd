using System.Text;

namespace SimXir.Store;

/// <summary>How a process names itself in a claim.</summary>
internal static class ClaimHolder
{
    /// <summary>Who holds a claim that says nothing.</summary>
    public const string Unknown = "an unknown process";

    public static byte[] Describe() => Encoding.UTF8.GetBytes($"process {Environment.ProcessId} on {Environment.MachineName}");
}
