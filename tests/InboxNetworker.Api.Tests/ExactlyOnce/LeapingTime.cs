namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>A clock that leaps to the end of every wait as soon as somebody begins it.</summary>
internal sealed class LeapingTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public void MoveTo(DateTimeOffset at)
    {
        lock (_gate)
        {
            _now = at > _now ? at : _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Leap(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Leap(LeapingTime time, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _over;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                ThreadPool.QueueUserWorkItem(_ =>
                {
                    if (!_over)
                    {
                        time.MoveTo(time.GetUtcNow() + dueTime);
                        callback(state);
                    }
                });
            }

            return true;
        }

        public void Dispose() => _over = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
