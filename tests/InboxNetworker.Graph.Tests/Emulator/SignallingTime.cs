using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>A clock that is moved by hand, and tells when somebody waits on it.</summary>
internal sealed class SignallingTime() : FakeTimeProvider(SmallMailbox.Now)
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Until so many more timers have been set.</summary>
    public async Task TimersAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _timers.Reader.ReadAsync(EmulatorClient.Cancel);
        }
    }

    /// <summary>Until a timer of just this length has been set; others are passed over.</summary>
    public async Task TimerAsync(TimeSpan due)
    {
        while (await _timers.Reader.ReadAsync(EmulatorClient.Cancel) != due)
        {
        }
    }

    /// <summary>Those set so far are waited for no more.</summary>
    public void ForgetTimers()
    {
        while (_timers.Reader.TryRead(out _))
        {
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }
}
