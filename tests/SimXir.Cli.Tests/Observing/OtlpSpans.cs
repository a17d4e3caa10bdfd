using System.Text;

namespace SimXir.Cli.Tests;

/// <summary>Reads spans out of an OTLP request: protocol buffers, field numbers after opentelemetry/proto/trace/v1/trace.proto.</summary>
public static class OtlpSpans
{
    /// <summary>resource_spans (1) of resource (1) and scope_spans (2), of spans (2), of trace_id (1), span_id (2), parent_span_id (4), name (5).</summary>
    public static IEnumerable<OtlpSpan> Read(byte[] request)
    {
        foreach (var resourceSpans in Messages(request, 1))
        {
            var role = Messages(resourceSpans, 1).SelectMany(resource => Messages(resource, 1)).Select(Attribute).Where(pair => pair.Key == "simxir.role").Select(pair => pair.Value).FirstOrDefault("");
            foreach (var span in Messages(resourceSpans, 2).SelectMany(scope => Messages(scope, 2)))
                yield return new(Hex(span, 1), Hex(span, 2), Hex(span, 4), Encoding.UTF8.GetString(Messages(span, 5).FirstOrDefault([])), role);
        }
    }

    private static KeyValuePair<string, string> Attribute(byte[] pair) =>
        new(Encoding.UTF8.GetString(Messages(pair, 1).First()), Encoding.UTF8.GetString(Messages(pair, 2).SelectMany(value => Messages(value, 1)).FirstOrDefault([])));

    private static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Messages(message, field).FirstOrDefault([]));

    /// <summary>The length-delimited fields of that number.</summary>
    private static IEnumerable<byte[]> Messages(byte[] message, int field)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            switch (tag & 7)
            {
                case 0: _ = Varint(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    if (tag >> 3 == (ulong)field) yield return message[at..(at + length)];
                    at += length;
                    break;
                default: throw new InvalidDataException($"wire type {tag & 7} at {at}");
            }
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
