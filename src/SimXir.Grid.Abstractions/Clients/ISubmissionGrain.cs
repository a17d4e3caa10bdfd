namespace SimXir.Grid;

/// <summary>Plans and submits specs for clients, which need neither the data nor the store. Its key means nothing.</summary>
[Alias("SimXir.ISubmissionGrain")]
public interface ISubmissionGrain : IGrainWithIntegerKey
{
    /// <summary>Reads, plans and submits a spec. Reading the data for the first time, and putting it into the store, can take minutes.</summary>
    /// <param name="spec">YAML.</param>
    /// <param name="source">What a message calls it, such as the file's name.</param>
    [ResponseTimeout("01:00:00")]
    [Alias("Submit")]
    Task<StoreAnswer<Submission>> Submit(string spec, string source);
}
