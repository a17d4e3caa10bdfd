namespace SimXir.Method;

/// <summary>This build of the program was made without libtorch, and was asked for what needs it.</summary>
public sealed class TorchMissingException() : Exception(
    "this build of simxir has no libtorch: it can be a control silo and look after sweeps, but not train or evaluate; use one that was built with -p:Torch=cpu or -p:Torch=cuda");
