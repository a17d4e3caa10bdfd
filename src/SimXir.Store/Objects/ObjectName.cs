using System.Buffers;
using System.Globalization;
using System.Text;

namespace SimXir.Store;

/// <summary>What an object may be called: '/'-separated segments that mean the same in a directory of any system and in a container.</summary>
public static class ObjectName
{
    /// <summary>The most that one append may hold: one block, so that it lands whole or not at all.</summary>
    public const int MaxAppendBytes = 4 * 1024 * 1024;

    internal const string Allowed =
        "a name is 1 to 900 printable ASCII characters in segments of 1 to 200 separated by '/'; "
        + "no segment starts with '.' or ends with '.' or ' ', and none holds \\ : * ? \" < > |";

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly SearchValues<char> Usable =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except("\\:*?\"<>|/")]);

    /// <summary>Whether a name is allowed.</summary>
    public static bool IsValid(string? name)
    {
        if (name is not { Length: >= 1 and <= 900 }) return false;
        foreach (var segment in name.AsSpan().Split('/'))
        {
            if (!IsSegment(name.AsSpan(segment))) return false;
        }

        return true;
    }

    /// <summary>The text as one segment: whatever a segment may not hold becomes %XX, so that different texts stay different.</summary>
    public static string Escape(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var escaped = new StringBuilder();
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            var edge = bytes[i] == '.' && (i == 0 || i == bytes.Length - 1);
            if (!edge && Plain.Contains((char)bytes[i])) escaped.Append((char)bytes[i]);
            else escaped.Append(CultureInfo.InvariantCulture, $"%{bytes[i]:X2}");
        }

        return escaped.ToString();
    }

    internal static string Checked(string name) => IsValid(name) ? name : throw Refused(name, "name", Allowed);

    /// <summary>A prefix is the beginning of some name: it may end anywhere in one, also at a '/', and be empty.</summary>
    internal static string CheckedPrefix(string prefix) =>
        prefix is "" || (prefix is not null && IsValid(prefix + "x")) ? prefix : throw Refused(prefix, "prefix", $"a prefix is how a name starts; {Allowed}");

    internal static void CheckAppend(long expectedLength, int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedLength);
        if (bytes is < 1 or > MaxAppendBytes)
            throw new ArgumentException($"an append of {bytes} bytes was asked for; allowed are 1 to {MaxAppendBytes}, so split it", nameof(bytes));
    }

    private static bool IsSegment(ReadOnlySpan<char> segment) =>
        segment.Length is >= 1 and <= 200 && segment[0] != '.' && segment[^1] is not ('.' or ' ') && !segment.ContainsAnyExcept(Usable);

    private static ArgumentException Refused(string? value, string what, string allowed)
    {
        var shown = string.Concat((value ?? "").Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
        return new ArgumentException($"'{shown}' is no {what} of an object; {allowed}", what);
    }
}
