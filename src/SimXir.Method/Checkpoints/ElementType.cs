namespace SimXir.Method;

/// <summary>The element types of a checkpoint that SimXIR reads and writes, by their names in a safetensors file.</summary>
public enum ElementType
{
    Bool,
    U8,
    I8,
    I16,
    F16,
    BF16,
    I32,
    F32,
    I64,
    F64,
}
