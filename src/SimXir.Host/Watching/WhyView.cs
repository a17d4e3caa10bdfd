namespace SimXir.Host;

/// <summary>Why something stands where it stands.</summary>
/// <param name="Answer">Where it stands now and because of what, in lines that fit a screen.</param>
/// <param name="Log">What happened, oldest first.</param>
public sealed record WhyView(IReadOnlyList<string> Answer, IReadOnlyList<string> Log);
