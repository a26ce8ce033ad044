using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>The one place where a mailbox is read, wherever in the cluster it is: never twice at once.</summary>
internal interface IMailboxGrain : IGrainWithStringKey
{
    /// <summary>Reads now, and every so often from now on.</summary>
    Task StartAsync();

    /// <summary>Reads now; while a reading is under way, once more after it, for what it may have passed by.</summary>
    Task ReadAsync();

    /// <summary>Stops reading, erases everything, and reads no more until it is started again.</summary>
    /// <remarks>Overwriting a million messages and writing the file anew takes longer than a call otherwise may.</remarks>
    [ResponseTimeout("00:10:00")]
    Task EraseAsync();
}

/// <summary>Serialises; the truth is in the store. A reading runs beside the grain's calls, so that they are answered while it goes on.</summary>
[KeepAlive]
internal sealed class MailboxGrain(MailboxReader reader, IEnumerable<AfterReading> after, Eraser eraser, SyncBoard board, Settings settings) : Grain, IMailboxGrain, IRemindable, IDisposable
{
    private const string Reminder = "read";

    private readonly CancellationTokenSource _stopping = new();
    private CancellationTokenSource _erasing = new();
    private bool _erased;
    private readonly Lock _gate = new();
    private Task _reading = Task.CompletedTask;
    private bool _running;
    private bool _again;

    public async Task StartAsync()
    {
        _erased = false;
        var interval = TimeSpan.FromMinutes(settings.Reading.IntervalMinutes);
        await this.RegisterOrUpdateReminder(Reminder, interval, interval).ConfigureAwait(true);
        await ReadAsync().ConfigureAwait(true);
    }

    public Task ReadAsync()
    {
        lock (_gate)
        {
            _again = true;
            board.Change(s => s with { Running = true }); // whoever asked is told at once that it goes on
            if (!_running)
            {
                _running = true;
                _reading = Task.Run(ReadUntilDoneAsync);
            }
        }

        return Task.CompletedTask;
    }

    public async Task EraseAsync()
    {
        await _erasing.CancelAsync().ConfigureAwait(true);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _erasing.Dispose();
        _erasing = new CancellationTokenSource();
        await eraser.EraseAsync(_stopping.Token).ConfigureAwait(true);
        _erased = true;

        // It outlives this activation, and would have the next one read what its owner erased.
        if (await this.GetReminder(Reminder).ConfigureAwait(true) is { } reminder)
        {
            await this.UnregisterReminder(reminder).ConfigureAwait(true);
        }
    }

    /// <summary>One that was on its way while everything was erased comes too late.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => _erased ? Task.CompletedTask : ReadAsync();

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(true);
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _erasing.Dispose();
    }

    private bool IsAskedAgain()
    {
        lock (_gate)
        {
            return _again;
        }
    }

    private async Task ReadUntilDoneAsync()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, _erasing.Token);
        while (true)
        {
            lock (_gate)
            {
                if (!_again || ending.IsCancellationRequested)
                {
                    (_running, _again) = (false, false);
                    board.Change(s => s with { Running = false }); // for the one that is called off
                    return;
                }

                _again = false;
            }

            await reader.ReadAsync(IsAskedAgain, ending.Token).ConfigureAwait(true);
            foreach (var then in after)
            {
                await then(ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }
}
