namespace SimXir.Method;

/// <summary>What a global of a checkpoint stands for.</summary>
internal enum PickleGlobalKind
{
    /// <summary>The class of tensors, or of parameters; only ever an argument.</summary>
    TensorClass,

    /// <summary>A storage's class, with its element type.</summary>
    Storage,

    /// <summary>An element type.</summary>
    DType,

    /// <summary>(storage, offset, shape, strides, …) to a tensor of the storage's type.</summary>
    Tensor,

    /// <summary>(storage, offset, shape, strides, requires_grad, hooks, dtype, …) to a tensor of that type.</summary>
    TypedTensor,

    /// <summary>(tensor, …) to that tensor: a parameter is one.</summary>
    Parameter,

    /// <summary>(function, class, arguments, state) to what the function gives: a tensor with attributes.</summary>
    Subclass,

    /// <summary>(), or a list of pairs, to a dict.</summary>
    Dict,

    /// <summary>A list to a set.</summary>
    Set,

    /// <summary>A tuple of sizes to itself.</summary>
    Size,

    /// <summary>A device's name to itself.</summary>
    Device,

    /// <summary>Text to the bytes that it stands for in protocol 2; here it stays text.</summary>
    Encode,
}
