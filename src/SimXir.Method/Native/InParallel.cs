using System.Runtime.ExceptionServices;

namespace SimXir.Method;

/// <summary>Loops on several threads of the pool, the caller's included.</summary>
internal static class InParallel
{
    /// <summary>Calls the body once for each number; a fault of one call comes out as it is, after the calls under way have ended.</summary>
    /// <param name="from">The first number.</param>
    /// <param name="to">The number before which it ends.</param>
    /// <param name="threads">1 or more.</param>
    /// <param name="body">Safe for calls at the same time.</param>
    public static void For(int from, int to, int threads, Action<int> body)
    {
        try
        {
            Parallel.For(from, to, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
        }
        catch (AggregateException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerExceptions[0]);
        }
    }
}
