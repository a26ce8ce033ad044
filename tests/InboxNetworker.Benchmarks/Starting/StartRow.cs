using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;

namespace InboxNetworker.Benchmarks.Starting;

/// <summary><c>start</c>: from nothing to an answer, in Demo mode with the sample mailbox being read.</summary>
internal static class StartRow
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    public static async Task<Row> MeasureAsync(Plan plan)
    {
        var measured = await Samples.InTurnsAsync(
            plan.Starts,
            () => MeasureAsync("InboxNetworker.Api", url => ["--urls", url, "--Logging:Console:LogLevel:Default", "None"], "/api/sync", IsUnderWay, opensPage: true),
            () => MeasureAsync("InboxNetworker.Benchmarks", url => ["empty-silo", url], "/", _ => true));
        return new Row(
            "start",
            new Figure(measured[0], "ms", "the sample mailbox being read"),
            new Figure(measured[1], "ms", "an empty app with a silo"),
            measured[0].Median / measured[1].Median,
            Target.AtMost(3));
    }

    private static bool IsUnderWay(string body) => body.Length > 0 && JsonDocument.Parse(body).RootElement.GetProperty("state").GetString() is "reading" or "ready";

    /// <returns>Milliseconds from the start of the process to the answer.</returns>
    private static async Task<double> MeasureAsync(string program, Func<string, IEnumerable<string>> arguments, string path, Func<string, bool> isReady, bool opensPage = false)
    {
        var url = $"http://127.0.0.1:{EmptySilo.FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var clock = Stopwatch.StartNew();
        await using var process = ChildProcess.Start(program, arguments(url));
        process.Forget();
        while (true)
        {
            try
            {
                if (opensPage)
                {
                    // As the pane does: the page first, which lets it ask.
                    await StartPage.OpenAsync(client, CancellationToken.None);
                    opensPage = false;
                }

                if (isReady(await client.GetStringAsync(path)))
                {
                    return clock.Elapsed.TotalMilliseconds;
                }
            }
            catch (HttpRequestException) when (!process.HasEnded)
            {
                // It does not listen yet.
            }

            await Task.Delay(Pause);
        }
    }
}
