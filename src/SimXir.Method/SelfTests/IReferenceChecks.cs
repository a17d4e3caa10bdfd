namespace SimXir.Method;

/// <summary>The checks that one file of reference vectors serves.</summary>
public interface IReferenceChecks
{
    /// <summary>The file's name without its ending.</summary>
    string File { get; }

    /// <summary>Computes with the program's own code what the file holds, and compares.</summary>
    /// <exception cref="ReferenceException">The file is missing, broken or incomplete.</exception>
    void Run(ReferenceFolder folder, CheckList checks);
}
