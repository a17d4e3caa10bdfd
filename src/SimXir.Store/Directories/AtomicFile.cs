using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace SimXir.Store;

/// <summary>A whole file written out of sight and flushed, then published under its name in one step, or deleted.</summary>
internal sealed class AtomicFile : IDisposable
{
    private const int BufferBytes = 1024 * 1024;
    private readonly string _temporary;
    private readonly SafeFileHandle _file;

    private AtomicFile(string temporary)
    {
        _temporary = temporary;
        _file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public static AtomicFile Write(StoreFolder folder, ReadOnlySpan<byte> content)
    {
        var file = new AtomicFile(folder.NewTemporary());
        try
        {
            RandomAccess.Write(file._file, content, 0);
            return file.Finished();
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static async Task<AtomicFile> WriteAsync(StoreFolder folder, Stream content, CancellationToken cancellation)
    {
        var file = new AtomicFile(folder.NewTemporary());
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long position = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                await RandomAccess.WriteAsync(file._file, buffer.AsMemory(0, read), position, cancellation);
                position += read;
            }

            return await Task.Run(file.Finished, cancellation);
        }
        catch
        {
            file.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Publishes it if the name is free; false if it is taken. Null where the file system knows no hard links, by which alone
    /// POSIX does this without a lock.</summary>
    public bool? TryPublishNew(string path)
    {
        StoreFolder.EnsureFolder(Path.GetDirectoryName(path)!);
        if (OperatingSystem.IsWindows()) return MoveIfFree(path);
        switch (Posix.TryLink(_temporary, path))
        {
            case 0:
                Posix.FlushDirectory(Path.GetDirectoryName(path)!);
                return true;
            case Posix.Exists:
                return Directory.Exists(path) ? throw new IOException($"'{path}' is a directory", Posix.Exists) : false;
            default:
                return null;
        }
    }

    /// <summary>The same under the name's lock, for file systems without hard links; every writer there takes this way.</summary>
    public bool PublishNewUnderLock(string path)
    {
        if (File.Exists(path)) return false;
        StoreFolder.EnsureFolder(Path.GetDirectoryName(path)!);
        PublishOver(path);
        return true;
    }

    public void PublishOver(string path)
    {
        File.Move(_temporary, path, overwrite: true);
        Posix.FlushDirectory(Path.GetDirectoryName(path)!);
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_temporary);
    }

    private bool MoveIfFree(string path)
    {
        try
        {
            File.Move(_temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private AtomicFile Finished()
    {
        RandomAccess.FlushToDisk(_file);
        _file.Dispose();
        return this;
    }
}
