using System.Diagnostics;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Mailboxes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>The product's first reading of a mailbox, by its real host in this process, into a new store.</summary>
internal static class ProductReading
{
    public const int PageSize = 1000;

    /// <returns>Seconds from the moment reading begins to the moment it is ready: folders, people, all mail, the calendar, who is one person.</returns>
    public static async Task<double> MeasureAsync(Uri emulator, string file)
    {
        await using var app = Build(emulator, file);
        await app.PrepareAsync(CancellationToken.None);
        var reading = WaitAsync(app);
        await app.StartAsync();
        var seconds = await reading;
        await app.StopAsync();
        return seconds;
    }

    public static WebApplication Build(Uri emulator, string file, params string[] options) => Api.Program.Build([.. Options(emulator, file), .. options]);

    /// <summary>As on the command line; the next reading is a day away.</summary>
    public static IEnumerable<string> Options(Uri emulator, string file) =>
    [
        "--urls", "http://127.0.0.1:0",
        "--graph", emulator.ToString(),
        "--InboxNetworker:Store:File", file,
        "--InboxNetworker:Reading:PageSize", $"{PageSize}",
        "--InboxNetworker:Reading:IntervalMinutes", "1440",
        "--InboxNetworker:Limits:RequestsPerMinute", "0",
        "--Logging:Console:LogLevel:Default", "None",
    ];

    /// <returns>Seconds the reading took; to be called before the host is started.</returns>
    public static async Task<double> WaitAsync(WebApplication app)
    {
        var began = 0L;
        await foreach (var status in app.Services.GetRequiredService<SyncBoard>().WatchAsync(CancellationToken.None))
        {
            if (status.Running && began == 0)
            {
                began = Stopwatch.GetTimestamp();
            }

            switch (status.State)
            {
                case SyncState.Ready:
                    return Stopwatch.GetElapsedTime(began).TotalSeconds;
                case SyncState.Failed:
                    throw new InvalidOperationException($"The reading failed: {status.LastError}");
            }
        }

        throw new InvalidOperationException("The reading never ended.");
    }
}
