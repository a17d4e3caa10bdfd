namespace SimXir.Dynamics;

/// <summary>Points, radii or groups that the theory says nothing about; the message names them, what is allowed and the cure.</summary>
public sealed class DynamicsException(string message) : Exception(message);
