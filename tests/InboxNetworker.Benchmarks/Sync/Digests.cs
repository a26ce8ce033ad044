using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>What was stored, as one number: in whatever way a mailbox is read, the same has to come out.</summary>
internal static class Digests
{
    /// <summary>The options that choose each way of reading.</summary>
    private static readonly IReadOnlyList<(string Name, string[] Options)> Ways = [("the fast way", [])];

    /// <returns>A sentence for the report, and whether all are equal.</returns>
    public static async Task<(string Sentence, bool Equal)> CompareAsync(Bench bench, Plan plan)
    {
        var (emulator, _) = await bench.MailboxAsync(plan.Small);
        var digests = new List<(string Way, string Digest)>();
        foreach (var (name, options) in Ways)
        {
            digests.Add((name, await OfAsync(emulator.Address, bench.NewFile(), options)));
        }

        var equal = digests.Select(d => d.Digest).Distinct().Count() == 1;
        return ($"Digest of the mailbox of {Text.Number(plan.Small)} messages: {string.Join(", ", digests.Select(d => $"{d.Way} {d.Digest}"))}.", equal);
    }

    private static async Task<string> OfAsync(Uri emulator, string file, string[] options)
    {
        await using var app = ProductReading.Build(emulator, file, options);
        await app.PrepareAsync(CancellationToken.None);
        var reading = ProductReading.WaitAsync(app);
        await app.StartAsync();
        await reading;
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var report = await client.GetFromJsonAsync<JsonElement>("/api/sync");
        await app.StopAsync();
        Bench.Delete(file);
        return report.GetProperty("digest").GetString() ?? "none";
    }
}
