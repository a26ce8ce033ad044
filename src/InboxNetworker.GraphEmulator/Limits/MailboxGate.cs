using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Limits;

/// <summary>Keeps the requests for the mailbox within its limits.</summary>
internal sealed class MailboxGate(MailboxLimits limits, TimeProvider time)
{
    private readonly Lock _counting = new();
    private readonly Queue<DateTimeOffset> _admitted = new();
    private int _underWay;
    private long _refused;

    public Task Serve(HttpContext http, RequestDelegate next)
    {
        if (!IsForMailbox(http.Request.Path))
        {
            return next(http);
        }

        if (Refuse(http) is { } refusal)
        {
            return refusal.ExecuteAsync(http);
        }

        FirstByte.Of(http).Before(Leave);
        return next(http);
    }

    /// <summary>The envelope of a batch, subscriptions and the directory are other services behind the same address, with limits of their own.</summary>
    private static bool IsForMailbox(PathString path) =>
        path.StartsWithSegments("/v1.0/me") || (path.StartsWithSegments("/v1.0/users", out var rest) && rest.Value!.TrimStart('/').Contains('/', StringComparison.Ordinal));

    private GraphError? Refuse(HttpContext http)
    {
        lock (_counting)
        {
            var now = time.GetUtcNow();
            while (_admitted.TryPeek(out var oldest) && now - oldest >= limits.Window)
            {
                _admitted.Dequeue();
            }

            if (_admitted.Count >= limits.Requests)
            {
                // Whole seconds are rounded up here: rounded down, the client would come back too early.
                var wait = (_admitted.Peek() + limits.Window - now).TotalSeconds;
                http.Response.Headers.RetryAfter = _refused++ % 2 == 0 ? RetryAfter.Whole(Math.Ceiling(wait)) : RetryAfter.Fractional(Math.Ceiling(wait * 1000) / 1000);
                return GraphError.TooManyRequests;
            }

            if (_underWay >= limits.ConcurrentRequests)
            {
                var draw = new FaultDraw(0, _refused++);
                var wait = limits.RetryAfterSeconds.At(draw.Roll(1));
                http.Response.Headers.RetryAfter = draw.Number % 2 == 0 ? RetryAfter.Whole(wait) : RetryAfter.Fractional(wait);
                return GraphError.OverConcurrency;
            }

            _admitted.Enqueue(now);
            _underWay++;
            return null;
        }
    }

    private void Leave()
    {
        lock (_counting)
        {
            _underWay--;
        }
    }
}
