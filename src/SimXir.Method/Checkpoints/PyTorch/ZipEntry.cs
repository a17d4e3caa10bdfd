namespace SimXir.Method;

/// <summary>One file of a zip archive, as the archive's directory describes it.</summary>
/// <param name="Name">With the folders before it, separated by '/'.</param>
/// <param name="IsDeflated">Whether its bytes are compressed; PyTorch stores them as they are.</param>
/// <param name="Crc">CRC-32 of its content; 0 where the writer did not compute it.</param>
/// <param name="StoredBytes">Its size in the archive.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="HeaderAt">Where its own header is.</param>
internal sealed record ZipEntry(string Name, bool IsDeflated, uint Crc, long StoredBytes, long Bytes, long HeaderAt);
