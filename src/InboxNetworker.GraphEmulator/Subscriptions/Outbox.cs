using System.Net.Http.Headers;
using System.Net.Mime;
using System.Threading.Channels;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>What one address still has to be told, in order; what gathers while a delivery is under way goes out together.</summary>
/// <param name="lost">Called when the address did not take a delivery however often it was tried.</param>
internal sealed class Outbox(Uri url, HttpClient http, TimeProvider time, Action lost)
{
    /// <summary>How long the receiver may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int LargestBatch = 100;

    private readonly Channel<byte[]> _waiting = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>The pauses before each new try. The service goes on for hours; here it is enough that a receiver can be down for a while.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];

    public void Add(byte[] notification) => _waiting.Writer.TryWrite(notification);

    /// <summary>What waits is still delivered.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stop))
            {
                var batch = new List<byte[]>();
                while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var notification))
                {
                    batch.Add(notification);
                }

                if (!await DeliverAsync(Notification.Envelope(batch), stop))
                {
                    lost();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The subscription or the emulator has ended; nobody is to be told any more.
        }
    }

    private async Task<bool> DeliverAsync(byte[] body, CancellationToken stop)
    {
        for (var tried = 0; ; tried++)
        {
            if (await TryOnceAsync(body, stop))
            {
                return true;
            }

            if (tried == Pauses.Count)
            {
                return false;
            }

            await Task.Delay(Pauses[tried], time, stop);
        }
    }

    private async Task<bool> TryOnceAsync(byte[] body, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) { CharSet = "utf-8" };
        try
        {
            using var answer = await http.PostAsync(url, content, end.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }
}
