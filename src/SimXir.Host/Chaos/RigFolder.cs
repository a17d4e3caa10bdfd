namespace SimXir.Host;

/// <summary>A rig's own folder, which goes with it.</summary>
internal sealed class RigFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simxir-chaos-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
