using Google.Protobuf;

namespace SimXir.Report;

/// <summary>The few messages of TensorFlow's <c>event.proto</c> and <c>summary.proto</c> that scalars need.</summary>
internal static class EventMessage
{
    /// <summary>The first of a file: <c>Event { wall_time = 1, file_version = 3 }</c>.</summary>
    public static byte[] Version(DateTimeOffset at) => Write(message =>
    {
        WriteTime(message, at);
        message.WriteTag(3, WireFormat.WireType.LengthDelimited);
        message.WriteString("brain.Event:2");
    });

    /// <summary><c>Event { wall_time = 1, step = 2, summary = 5 { value = 1 { tag = 1, simple_value = 2 } … } }</c>.</summary>
    public static byte[] Scalars(DateTimeOffset at, long step, IEnumerable<(string Tag, double Value)> scalars) => Write(message =>
    {
        WriteTime(message, at);
        message.WriteTag(2, WireFormat.WireType.Varint);
        message.WriteInt64(step);
        message.WriteTag(5, WireFormat.WireType.LengthDelimited);
        message.WriteBytes(ByteString.CopyFrom(Write(summary =>
        {
            foreach (var (tag, value) in scalars)
            {
                summary.WriteTag(1, WireFormat.WireType.LengthDelimited);
                summary.WriteBytes(ByteString.CopyFrom(Write(scalar =>
                {
                    scalar.WriteTag(1, WireFormat.WireType.LengthDelimited);
                    scalar.WriteString(tag);
                    scalar.WriteTag(2, WireFormat.WireType.Fixed32);
                    scalar.WriteFloat((float)value);
                })));
            }
        })));
    });

    private static void WriteTime(CodedOutputStream message, DateTimeOffset at)
    {
        message.WriteTag(1, WireFormat.WireType.Fixed64);
        message.WriteDouble((at - DateTimeOffset.UnixEpoch).TotalSeconds);
    }

    private static byte[] Write(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var message = new CodedOutputStream(bytes, leaveOpen: true)) write(message);
        return bytes.ToArray();
    }
}
