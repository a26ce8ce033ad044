namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>A subscription with what it still has to tell, and the clock of its end.</summary>
internal sealed class LiveSubscription : IDisposable
{
    /// <summary>How long before its end the subscriber is told; half its life when that is shorter.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(15);

    private readonly Lock _changing = new();
    private readonly TimeProvider _time;
    private readonly Action _ended;
    private readonly CancellationTokenSource _stop;
    private readonly Outbox _changes;
    private readonly Outbox? _lifecycle;
    private readonly ITimer _clock;
    private Subscription _terms;
    private DateTimeOffset? _noticeAt;

    /// <param name="ended">Called when its time is over.</param>
    public LiveSubscription(Subscription terms, HttpClient http, TimeProvider time, Action ended, CancellationToken hostStops)
    {
        (_terms, _time, _ended) = (terms, time, ended);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(hostStops);
        _changes = new Outbox(terms.NotificationUrl, http, time, () => Tell(LifecycleEvent.Missed));
        _lifecycle = terms.LifecycleUrl is { } url ? new Outbox(url, http, time, () => { }) : null;
        Deliveries = Task.WhenAll(_changes.RunAsync(_stop.Token), _lifecycle?.RunAsync(hostStops) ?? Task.CompletedTask);
        _clock = time.CreateTimer(_ => OnClock(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Wind();
    }

    /// <summary>Ends when nothing is left to tell and nothing can come.</summary>
    public Task Deliveries { get; }

    public Subscription Terms
    {
        get
        {
            lock (_changing)
            {
                return _terms;
            }
        }
    }

    public void Renew(DateTimeOffset expires)
    {
        lock (_changing)
        {
            _terms = _terms with { Expires = expires };
        }

        Wind();
    }

    public void Add(byte[] change) => _changes.Add(change);

    /// <summary>False when the subscription has no address for it.</summary>
    public bool Tell(LifecycleEvent lifecycleEvent)
    {
        _lifecycle?.Add(Notification.OfLifecycle(Terms, lifecycleEvent));
        return _lifecycle is not null;
    }

    /// <summary>No change is told any more; what was to be told of the subscription itself still is.</summary>
    public void Dispose()
    {
        _clock.Dispose();
        _stop.Cancel();
        _changes.Close();
        _lifecycle?.Close();
        _stop.Dispose();
    }

    private void Wind()
    {
        lock (_changing)
        {
            var left = _terms.Expires - _time.GetUtcNow();
            var notice = left / 2 < Notice ? left / 2 : Notice;
            _noticeAt = _terms.Expires - notice;
        }

        SetClock();
    }

    private void SetClock()
    {
        var left = (_noticeAt ?? Terms.Expires) - _time.GetUtcNow();
        _clock.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void OnClock()
    {
        var now = _time.GetUtcNow();
        if (now >= Terms.Expires)
        {
            _ended();
            return;
        }

        if (now >= _noticeAt)
        {
            _noticeAt = null;
            Tell(LifecycleEvent.ReauthorizationRequired);
        }

        SetClock();
    }
}
