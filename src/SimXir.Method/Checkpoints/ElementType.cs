namespace SimXir.Method;

/// <summary>The element types of a safetensors file that SimXIR reads and writes, by their names there.</summary>
public enum ElementType
{
    Bool,
    U8,
    F16,
    BF16,
    I32,
    F32,
    I64,
    F64,
}
