using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SimXir.Host;

/// <summary>Signals to other processes, which .NET can send only as a kill.</summary>
internal static partial class ProcessSignal
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    private static int SigStop => OperatingSystem.IsMacOS() ? 17 : 19;

    private static int SigCont => OperatingSystem.IsMacOS() ? 19 : 18;

    public static void Kill(int process) => Send(process, SigKill);

    public static void Terminate(int process) => Send(process, SigTerm);

    /// <summary>Holds a process still, as a hung machine would.</summary>
    public static void Stop(int process) => Send(process, SigStop);

    public static void Continue(int process) => Send(process, SigCont);

    private static void Send(int process, int signal)
    {
        if (SendSignal(process, signal) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
