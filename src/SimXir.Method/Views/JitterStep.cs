namespace SimXir.Method;

/// <summary>The four operations of ColorJitter, numbered as torchvision does.</summary>
internal enum JitterStep
{
    Brightness = 0,
    Contrast = 1,
    Saturation = 2,
    Hue = 3,
}
