namespace SimXir.Method;

internal static class MatTypeSize
{
    /// <summary>Bytes of one number; 0 for what is no number.</summary>
    public static int SizeBytes(this MatType type) => type switch
    {
        MatType.Int8 or MatType.UInt8 => 1,
        MatType.Int16 or MatType.UInt16 => 2,
        MatType.Int32 or MatType.UInt32 or MatType.Single => 4,
        MatType.Double or MatType.Int64 or MatType.UInt64 => 8,
        _ => 0,
    };
}
