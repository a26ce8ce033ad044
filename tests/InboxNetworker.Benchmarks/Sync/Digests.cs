using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>What was stored, as one number: in whatever way a mailbox is read, the same has to come out.</summary>
internal static class Digests
{
    /// <returns>A sentence for the report, and whether both are equal.</returns>
    public static async Task<(string Sentence, bool Equal)> CompareAsync(Bench bench, Plan plan)
    {
        var (emulator, _) = await bench.MailboxAsync(plan.Small);
        var digests = new List<(string Way, string Digest)>
        {
            ("read as the product reads", await OfAsync(emulator.Address, bench.NewFile(), plainly: false)),
            ("its mail read the plain way", await OfAsync(emulator.Address, bench.NewFile(), plainly: true)),
        };

        var equal = digests.Select(d => d.Digest).Distinct().Count() == 1;
        return ($"Digest of the mailbox of {Text.Number(plan.Small)} messages: {string.Join(", ", digests.Select(d => $"{d.Way} {d.Digest}"))}.", equal);
    }

    private static async Task<string> OfAsync(Uri emulator, string file, bool plainly)
    {
        await using var app = ProductReading.Build(emulator, file);
        await app.PrepareAsync(CancellationToken.None);
        if (plainly)
        {
            await PlainMailbox.StoreAsync(app, emulator);
        }

        var reading = ProductReading.WaitAsync(app);
        await app.StartAsync();
        await reading;
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await StartPage.OpenAsync(client, CancellationToken.None);
        var report = await client.GetFromJsonAsync<JsonElement>("/api/sync");
        await app.StopAsync();
        Bench.Delete(file);
        return report.GetProperty("digest").GetString() ?? "none";
    }
}
