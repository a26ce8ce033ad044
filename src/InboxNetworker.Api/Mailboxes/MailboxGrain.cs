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
internal sealed class MailboxGrain(MailboxSessions sessions, Settings settings) : Grain, IMailboxGrain, IRemindable, IDisposable
{
    private const string Reminder = "read";

    private readonly CancellationTokenSource _stopping = new();
    private CancellationTokenSource _erasing = new();
    /// <summary>Erased, or waiting for its owner to sign in: nothing is read until that is asked for.</summary>
    private volatile bool _ended;
    private readonly Lock _gate = new();
    private Task _reading = Task.CompletedTask;
    private bool _running;
    private bool _again;

    private IServiceProvider Parts => sessions.Of(this.GetPrimaryKeyString()).Services;

    private SyncBoard Board => Parts.GetRequiredService<SyncBoard>();

    public async Task StartAsync()
    {
        _ended = false;
        var interval = TimeSpan.FromMinutes(settings.Reading.IntervalMinutes);
        await this.RegisterOrUpdateReminder(Reminder, interval, interval).ConfigureAwait(true);
        await ReadAsync().ConfigureAwait(true);
    }

    public Task ReadAsync()
    {
        lock (_gate)
        {
            _again = true;
            Board.Change(s => s with { Running = true }); // whoever asked is told at once that it goes on
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
        await Parts.GetRequiredService<Eraser>().EraseAsync(_stopping.Token).ConfigureAwait(true);
        _ended = true;
        await EndRemindersAsync().ConfigureAwait(true);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => _ended ? EndRemindersAsync() : ReadAsync();

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

    /// <summary>They outlive this activation, and would have the next one read what its owner erased, or ask in vain for one who has to sign in.</summary>
    private async Task EndRemindersAsync()
    {
        if (await this.GetReminder(Reminder).ConfigureAwait(true) is { } reminder)
        {
            await this.UnregisterReminder(reminder).ConfigureAwait(true);
        }
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
                    Board.Change(s => s with { Running = false }); // for the one that is called off
                    return;
                }

                _again = false;
            }

            _ended = !await Parts.GetRequiredService<MailboxReader>().ReadAsync(IsAskedAgain, ending.Token).ConfigureAwait(true);
            foreach (var then in Parts.GetServices<AfterReading>())
            {
                await then(ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }
}
