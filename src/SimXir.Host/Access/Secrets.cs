namespace SimXir.Host;

/// <summary>Reads secrets: out of an environment variable, or of the file that the variable of the same name with <c>_FILE</c> names; from nowhere else.</summary>
public static class Secrets
{
    /// <summary>Null where neither is set.</summary>
    /// <exception cref="AccessException">Both are, or the file cannot be read.</exception>
    public static string? Read(Func<string, string?> variable, string name)
    {
        var (value, file) = (variable(name), variable(name + "_FILE"));
        if (string.IsNullOrEmpty(file)) return string.IsNullOrEmpty(value) ? null : value;
        if (!string.IsNullOrEmpty(value)) throw new AccessException($"{name} and {name}_FILE are both set; set one of them");
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } text ? text : throw new AccessException($"{name}_FILE: '{file}' is empty; write the secret into it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AccessException($"{name}_FILE: '{file}' cannot be read ({fault.Message.TrimEnd('.')}); name a file that this program may read");
        }
    }
}
