namespace SimXir.Store.Tests;

/// <summary>A place for one test's objects, which may be opened more than once, as by several processes.</summary>
public interface IStoreSource : IDisposable
{
    IObjectStore Open();
}
