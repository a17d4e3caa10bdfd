using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// A build step, compiled by MSBuild and not part of the program: puts libtorch beside TorchSharp's native library (by link, or by copy for a
/// publish) and lets that library load where the host's libstdc++ is older than the one it was built against.
/// </summary>
/// <remarks>
/// libLibTorchSharp.so asks for GLIBCXX_3.4.32 because of one symbol (std::ios_base_library_init) that it never calls; Debian 12 has
/// GLIBCXX_3.4.30. Marking that version as weak in the library's .gnu.version_r makes the loader go on without it.
/// </remarks>
public sealed class LinkTorch : Task
{
    private const string Wanted = "GLIBCXX_3.4.32";
    private static readonly string[] Libraries = { "libc10.so", "libtorch.so", "libtorch_cpu.so", "libgomp-98b21ff3.so.1" };

    [Required] public string Folder { get; set; }
    [Required] public string LibTorch { get; set; }
    public bool Copy { get; set; }

    public override bool Execute()
    {
        foreach (var name in Libraries)
        {
            var source = Path.Combine(LibTorch, name);
            if (!File.Exists(source))
            {
                Log.LogError("libtorch's {0} is not in the package cache ({1}); run 'dotnet restore' and build again", name, LibTorch);
                return false;
            }
            Place(source, Path.Combine(Folder, name));
        }
        if (!HostHas(Wanted)) Relax(Path.Combine(Folder, "libLibTorchSharp.so"));
        return true;
    }

    private void Place(string source, string target)
    {
        if (Copy)
        {
            if (!File.Exists(target) || new FileInfo(target).Length != new FileInfo(source).Length) File.Copy(source, target, true);
            return;
        }
        if (File.Exists(target) && Run("readlink", "\"" + target + "\"").Trim() == source) return;
        Run("ln", "-sfn \"" + source + "\" \"" + target + "\"");
    }

    private static bool HostHas(string version)
    {
        var wanted = Encoding.ASCII.GetBytes(version + "\0");
        return HostLibraries().Where(File.Exists).Any(path => Contains(File.ReadAllBytes(path), wanted));
    }

    private static IEnumerable<string> HostLibraries()
    {
        var cache = Run("/sbin/ldconfig", "-p").Split('\n').Where(line => line.Contains("libstdc++.so.6 ") && line.Contains("x86-64"))
            .Select(line => line.Substring(line.IndexOf("=> ", StringComparison.Ordinal) + 3).Trim());
        return cache.Concat(new[] { "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", "/usr/lib64/libstdc++.so.6", "/lib64/libstdc++.so.6" });
    }

    private static bool Contains(byte[] text, byte[] part)
    {
        for (var at = Array.IndexOf(text, part[0]); at >= 0 && at + part.Length <= text.Length; at = Array.IndexOf(text, part[0], at + 1))
        {
            var n = 1;
            while (n < part.Length && text[at + n] == part[n]) n++;
            if (n == part.Length) return true;
        }
        return false;
    }

    /// <summary>Sets VER_FLG_WEAK on the wanted version of a 64-bit little-endian ELF file; keeps its size and time, so that builds stay incremental.</summary>
    private void Relax(string path)
    {
        const ulong VersionNeeds = 0x6ffffffe;
        const ushort Weak = 2;
        var time = File.GetLastWriteTimeUtc(path);
        var elf = File.ReadAllBytes(path);
        long sections = BitConverter.ToInt64(elf, 0x28);
        int size = BitConverter.ToUInt16(elf, 0x3a), count = BitConverter.ToUInt16(elf, 0x3c);
        for (var i = 0; i < count; i++)
        {
            var section = (int)sections + i * size;
            if (BitConverter.ToUInt32(elf, section + 4) != VersionNeeds) continue;
            var link = (int)sections + BitConverter.ToInt32(elf, section + 0x28) * size;
            var names = (int)BitConverter.ToInt64(elf, link + 0x18);
            for (var need = (int)BitConverter.ToInt64(elf, section + 0x18); ; need += BitConverter.ToInt32(elf, need + 12))
            {
                var aux = need + BitConverter.ToInt32(elf, need + 8);
                for (int n = BitConverter.ToUInt16(elf, need + 2); n > 0; n--, aux += BitConverter.ToInt32(elf, aux + 12))
                {
                    var name = names + BitConverter.ToInt32(elf, aux + 8);
                    if (Encoding.ASCII.GetString(elf, name, Wanted.Length + 1) != Wanted + "\0") continue;
                    if ((BitConverter.ToUInt16(elf, aux + 4) & Weak) != 0) return;
                    elf[aux + 4] |= (byte)Weak;
                    var draft = path + ".relaxed";
                    File.WriteAllBytes(draft, elf);
                    File.SetLastWriteTimeUtc(draft, time);
                    Run("mv", "-f \"" + draft + "\" \"" + path + "\"");
                    Log.LogMessage(MessageImportance.Low, "{0}: {1} made weak, the host's libstdc++ is older", path, Wanted);
                    return;
                }
                if (BitConverter.ToInt32(elf, need + 12) == 0) break;
            }
        }
    }

    private static string Run(string program, string arguments)
    {
        if (program.StartsWith("/", StringComparison.Ordinal) && !File.Exists(program)) return "";
        using (var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }))
        {
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
    }
}
