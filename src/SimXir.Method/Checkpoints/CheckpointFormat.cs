using System.Text.Json.Serialization;

namespace SimXir.Method;

/// <summary>How a checkpoint's file is laid out.</summary>
public enum CheckpointFormat
{
    /// <summary>Hugging Face's safetensors.</summary>
    Safetensors,

    /// <summary>A zip archive: PyTorch 1.6 and later.</summary>
    [JsonStringEnumMemberName("pytorch-zip")]
    PyTorchZip,

    /// <summary>A stream of pickles and raw storages: PyTorch before 1.6.</summary>
    [JsonStringEnumMemberName("pytorch-legacy")]
    PyTorchLegacy,
}
