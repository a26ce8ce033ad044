using System.Threading.Channels;
using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Reads the mailbox at the start, when asked, and every so often; one reading at a time.</summary>
internal sealed class ReadingService(MailboxReader reader, Settings settings, TimeProvider time) : BackgroundService
{
    private readonly Channel<bool> _requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Request() => _requests.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the host is not to wait for the first reading
        var interval = TimeSpan.FromMinutes(settings.Reading.IntervalMinutes);
        using var timer = time.CreateTimer(_ => Request(), null, interval, interval);
        Request();
        await foreach (var _ in _requests.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await reader.ReadAsync(stoppingToken).ConfigureAwait(false);
        }
    }
}
