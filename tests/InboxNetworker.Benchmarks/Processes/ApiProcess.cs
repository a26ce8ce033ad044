using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Benchmarks.Sync;

namespace InboxNetworker.Benchmarks.Processes;

/// <summary>The product's host as a process of its own, reading a mailbox.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _client;

    private ApiProcess(ChildProcess process, Uri address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    public long PeakMemory => _process.PeakMemory;

    public static async Task<ApiProcess> StartAsync(Uri emulator, string file)
    {
        var process = ChildProcess.Start("InboxNetworker.Api", ProductReading.Options(emulator, file));
        var api = new ApiProcess(process, new Uri(await process.WordAfterAsync("InboxNetworker is here: ")));
        await StartPage.OpenAsync(api._client, CancellationToken.None);
        return api;
    }

    public Task WaitUntilReadAsync() => WatchUntilAsync(status => status.GetProperty("state").GetString() == "ready");

    /// <summary>Has the mailbox read again, and waits until everything is stored.</summary>
    /// <returns>Seconds from the asking.</returns>
    public async Task<double> ReadAgainAsync()
    {
        var before = (await StatusAsync()).GetProperty("lastReadAt").GetDateTimeOffset();
        var clock = Stopwatch.StartNew();
        using var asked = await _client.PostAsync("/api/sync", null);
        asked.EnsureSuccessStatusCode();
        await WatchUntilAsync(status => !status.GetProperty("running").GetBoolean() && status.GetProperty("lastReadAt").GetDateTimeOffset() > before);
        return clock.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    /// <summary>By the events, not by <c>GET /api/sync</c>, which works out a digest.</summary>
    private async Task<JsonElement> StatusAsync() => await WatchUntilAsync(_ => true);

    private async Task<JsonElement> WatchUntilAsync(Func<JsonElement, bool> isIt)
    {
        await using var events = await _client.GetStreamAsync("/api/events");
        await foreach (var told in SseParser.Create(events).EnumerateAsync())
        {
            var status = JsonDocument.Parse(told.Data).RootElement;
            if (status.GetProperty("state").GetString() == "failed")
            {
                throw new InvalidOperationException($"The reading failed: {status.GetProperty("lastError")}");
            }

            if (isIt(status))
            {
                return status;
            }
        }

        throw new InvalidOperationException("The program ended before the reading did.");
    }
}
