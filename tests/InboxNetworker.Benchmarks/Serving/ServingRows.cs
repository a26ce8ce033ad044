using System.Diagnostics;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;
using InboxNetworker.Benchmarks.Sync;
using Microsoft.AspNetCore.Builder;

namespace InboxNetworker.Benchmarks.Serving;

/// <summary><c>read</c> and <c>serve</c>: how fast the list is there, and how often.</summary>
internal static class ServingRows
{
    private const int Connections = 16;

    /// <summary>In the shortest list that is asked for; the longest of 20 or so rounds has 20 more.</summary>
    private const int FewestPeople = 10;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Plan plan)
    {
        var (emulator, _) = await bench.MailboxAsync(plan.Large);
        using var plain = await PlainInteractions.OfAsync(bench, plan.Large);
        var file = bench.NewFile();
        await ProductReading.MeasureAsync(emulator.Address, file);

        // Started anew, so that the first request is the first one of a program that has just read nothing.
        await using var app = ProductReading.Build(emulator.Address, file);
        app.MapGet("/benchmark/empty", () => "");
        await app.PrepareAsync(CancellationToken.None);
        var reading = ProductReading.WaitAsync(app);
        await app.StartAsync();
        await reading;
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await StartPage.OpenAsync(client, CancellationToken.None);
        var rows = new[] { await ReadAsync(client, plain, plan), await ServeAsync(client, plan) };
        await app.StopAsync();
        return rows;
    }

    private static async Task<Row> ReadAsync(HttpClient client, PlainInteractions plain, Plan plan)
    {
        async Task<double> Ask(int limit)
        {
            var clock = Stopwatch.StartNew();
            await client.GetByteArrayAsync($"/api/reconnect?limit={limit}");
            return clock.Elapsed.TotalMilliseconds;
        }

        // Another length each time: the same page again would be given as it was written.
        var limit = FewestPeople;
        Task<double> Get() => Ask(limit++);

        Task<double> Group()
        {
            var clock = Stopwatch.StartNew();
            plain.GroupByAddress();
            return Task.FromResult(clock.Elapsed.TotalMilliseconds);
        }

        var first = await Get();
        var measured = await Samples.InTurnsAsync(Math.Max(plan.Rounds, 20), Get, Group, () => Ask(FewestPeople));
        return new Row(
            "read",
            new Figure(measured[0], "ms", $"{Text.Number(plain.People)} contacts", "N2"),
            new Figure(measured[1], "ms", $"GROUP BY over {Text.Number(plain.Count)} interactions", "N1"),
            measured[1].Median / measured[0].Median,
            Target.AtLeast(50))
        {
            Note = FormattableString.Invariant($"Each asks for a list that has not been written yet. One that was written this minute, of an unchanged mailbox, is given again in {measured[2].Median:N2} ms. The first request of the program's life took {first:N1} ms; it is not among the measured ones."),
            Small = (Target.AtLeast(1), "a GROUP BY over a hundredth of the interactions takes a hundredth of the time, an HTTP request does not"),
        };
    }

    private static async Task<Row> ServeAsync(HttpClient client, Plan plan)
    {
        var headers = string.Concat(client.DefaultRequestHeaders.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}\r\n"));
        Task<double> Ask(string path) => LeanClient.MeasureAsync(new Uri(client.BaseAddress!, path), headers, Connections, plan.Seconds);
        var measured = await Samples.InTurnsAsync(plan.Rounds, () => Ask("/api/reconnect?limit=20"), () => Ask("/benchmark/empty"));
        return new Row(
            "serve",
            new Figure(measured[0], "requests/s", $"{Connections} connections"),
            new Figure(measured[1], "requests/s", "an empty endpoint of the same host"),
            measured[0].Median / measured[1].Median,
            Target.AtLeast(0.3));
    }
}
