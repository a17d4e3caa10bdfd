using System.Diagnostics;

/// <summary>Runs inside a program that is started with DOTNET_STARTUP_HOOKS, and writes down at its end what it had loaded.</summary>
/// <remarks>The runtime looks for exactly this name outside of any namespace:
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md</remarks>
#pragma warning disable CA1050 // see the remarks
public static class StartupHook
#pragma warning restore CA1050
{
    public const string Variable = "SIMXIR_TEST_LOADED";

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(
        Environment.GetEnvironmentVariable(Variable)!,
        [
            .. AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!),
            .. Process.GetCurrentProcess().Modules.Cast<ProcessModule>().Select(module => module.ModuleName),
        ]);
}
