using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>Lets requests go wrong as the plan says, and counts what it did.</summary>
internal sealed class FaultInjector(FaultPlan plan, TimeProvider time)
{
    private static readonly TimeSpan LeastDelay = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan MostDelay = TimeSpan.FromSeconds(2);

    private readonly int[] _injected = new int[FaultKinds.Names.Count];
    private Running _running = new(plan);

    public FaultPlan Plan => Volatile.Read(ref _running).Plan;

    /// <summary>How often each fault happened since the start, whatever the plan was; a kind that never did is 0.</summary>
    public IReadOnlyDictionary<FaultKind, int> Injected =>
        Enum.GetValues<FaultKind>().ToDictionary(k => k, k => Volatile.Read(ref _injected[(int)k]));

    /// <summary>The running number of the requests begins anew.</summary>
    public void Follow(FaultPlan plan) => Volatile.Write(ref _running, new Running(plan));

    public async Task Serve(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/v1.0"))
        {
            await next(http);
            return;
        }

        var (draw, retryAfter) = Volatile.Read(ref _running).Next();
        if (draw.Kind is not { } kind || !CanHappen(kind, http))
        {
            await next(http);
            return;
        }

        if (FaultAnswers.Of(draw, retryAfter, http) is { } answer)
        {
            Count(http, kind);
            await answer.ExecuteAsync(http);
            return;
        }

        if (kind == FaultKind.Slow)
        {
            Count(http, kind);
            await Task.Delay(LeastDelay + (draw.Roll(1) * (MostDelay - LeastDelay)), time, http.RequestAborted);
            await next(http);
            return;
        }

        await SpoiledBody.ServeAsync(http, next, draw, () => Count(http, kind));
    }

    /// <summary>A request that changes something is refused before it does or is left alone: a lost answer to it would be another fault than the ones meant.</summary>
    private static bool CanHappen(FaultKind kind, HttpContext http) => kind switch
    {
        FaultKind.Throttled or FaultKind.Unavailable or FaultKind.Unauthorized => true,
        FaultKind.Html => !FirstByte.Of(http).IsInBatch,
        _ when !HttpMethods.IsGet(http.Request.Method) => false,
        FaultKind.Expired => http.Request.Path.Value!.EndsWith("/delta", StringComparison.OrdinalIgnoreCase)
            && (http.Request.Query.ContainsKey("$deltatoken") || http.Request.Query.ContainsKey("$skiptoken")),
        FaultKind.TimedOut => true,
        _ => !FirstByte.Of(http).IsInBatch,
    };

    private void Count(HttpContext http, FaultKind kind)
    {
        Interlocked.Increment(ref _injected[(int)kind]);
        FirstByte.Of(http).Fault = kind;
    }

    private sealed class Running(FaultPlan plan)
    {
        private long _requests;

        public FaultPlan Plan => plan;

        public (FaultDraw Draw, RetryAfterRange RetryAfter) Next() => (plan.Draw(Interlocked.Increment(ref _requests)), plan.RetryAfterSeconds);
    }
}
