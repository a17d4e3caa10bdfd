using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SimXir.Store;

/// <summary>The one retry policy of all stores: exponential pauses with jitter, a timeout for each try, a budget for all of them.</summary>
internal static class StoreRetry
{
    public static ResiliencePipeline Pipeline(StoreRetryOptions options, TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(options.Budget)
        .AddRetry(Tries(options))
        .AddTimeout(options.TryTimeout)
        .Build();

    /// <summary>For what may rightly take hours, such as the upload of a large object: no timeouts, but only a few tries.</summary>
    public static ResiliencePipeline LongPipeline(StoreRetryOptions options, TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(Tries(options, most: 3))
        .Build();

    public static bool IsTransient(Exception fault) => fault is StoreException { IsTransient: true } or TimeoutRejectedException or IOException;

    private static RetryStrategyOptions Tries(StoreRetryOptions options, int most = int.MaxValue) => new()
    {
        MaxRetryAttempts = most,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.FirstPause,
        MaxDelay = options.LongestPause,
        ShouldHandle = new PredicateBuilder().Handle<Exception>(IsTransient),
    };
}
