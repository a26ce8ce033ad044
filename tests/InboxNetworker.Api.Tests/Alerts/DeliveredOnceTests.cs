using System.Collections.Concurrent;
using System.Text.Json;
using InboxNetworker.Api.Alerts;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.ExactlyOnce;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data.Queries;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Api.Tests.Alerts;

/// <summary>Killed at random between decision and delivery, over a service that breaks off answers: each task and each mail arrives once.</summary>
public sealed class DeliveredOnceTests
{
    private const int Seeds = 100, People = 3;

    private static readonly Folder[] Folders =
        [.. new[] { "inbox", "sentitems", "drafts", "deleteditems", "junkemail", "outbox", "archive" }.Select(name => new Folder(name, name, name))];

    [Fact]
    public async Task Whenever_it_is_killed_each_delivery_arrives_exactly_once()
    {
        var (failures, met) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, int>());
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Seeds),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) =>
            {
                if (await TryAsync(seed, met) is { } wrong)
                {
                    failures.Add($"seed {seed}: {wrong}");
                }
            });

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order(StringComparer.Ordinal).Take(5)));

        // It is worth nothing if the kills fell anywhere else.
        Assert.True(met.GetValueOrDefault("killed with something undelivered") >= 100, JsonSerializer.Serialize(met));
        Assert.True(met.GetValueOrDefault("killed between handing over and noting it") >= 10, JsonSerializer.Serialize(met));
    }

    private static async Task<string?> TryAsync(int seed, ConcurrentDictionary<string, int> met)
    {
        using var folder = new TestFolder();
        var dice = new Random(seed);
        var time = new LeapingTime(RunningApi.Now.AddHours(-3));
        await using var emulator = await GraphEmulatorHost.StartAsync(Mailbox(), new GraphEmulatorOptions { TimeProvider = time, Quirks = false }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 100);
        await reader.ReadThroughAsync();
        var mailboxId = await reader.InStoreAsync(db => db.Mailboxes.Select(m => m.Id).SingleAsync());
        await reader.InStoreAsync(db => db.Mailboxes.ExecuteUpdateAsync(set => set.SetProperty(m => m.CalibratedAt, RunningApi.Now).SetProperty(m => m.CalibrationShift, -3).SetProperty(m => m.CalibrationSlope, 1)));
        await reader.InStoreAsync(db => db.ChangeAlertSettingsAsync(mailboxId, new byte[32], row => (row.Pane, row.ToDo, row.DigestEveryWeeks) = (true, true, 1), CancellationToken.None));
        Assert.True(FaultPlan.TryParse($"seed={seed},429=0.03,503=0.03,reset=0.05,truncate=0.05", out var plan, out var problem), problem);
        emulator.SetFaults(plan!);

        for (var kill = 0; kill < 7; kill++)
        {
            // Commands 1 to 15 or so decide; what comes later delivers.
            var atRequest = dice.Next(2) == 0;
            var killed = await RoundAsync(reader, mailboxId, atRequest ? dice.Next(1, 8) : 0, atRequest ? 0 : dice.Next(8, 26));
            var left = await reader.InStoreAsync(db => db.UndeliveredAsync(mailboxId, null, CancellationToken.None));
            Count("killed with something undelivered", killed && left.Count > 0);
            Count("killed between handing over and noting it", killed && left.Any(d => d.TriedAt is not null));
            time.MoveTo(time.GetUtcNow().AddMinutes(dice.Next(1, 20)));
        }

        for (var rounds = 0; rounds == 0 || (await reader.InStoreAsync(db => db.UndeliveredAsync(mailboxId, null, CancellationToken.None))).Count > 0; rounds++)
        {
            Assert.True(rounds < 200, "Something is never delivered.");
            await RoundAsync(reader, mailboxId);
            time.MoveTo(time.GetUtcNow().AddMinutes(20));
        }

        using var http = new HttpClient();
        emulator.SetFaults(FaultPlan.None);
        var all = JsonDocument.Parse(await http.GetStringAsync(new Uri(emulator.BaseAddress, "/emulator/deliveries"), TestContext.Current.CancellationToken)).RootElement;
        var tasks = all.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("externalId").GetString()).Order(StringComparer.Ordinal).ToList();
        var mails = all.GetProperty("mails").EnumerateArray().Select(t => t.GetProperty("internetMessageId").GetString()).ToList();
        return tasks.SequenceEqual(["todo-1", "todo-2", "todo-3"]) && mails.Count == 1 ? null : $"tasks {string.Join(' ', tasks)}, mails {string.Join(' ', mails)}";

        void Count(string what, bool happened) => met.AddOrUpdate(what, happened ? 1 : 0, (_, before) => before + (happened ? 1 : 0));
    }

    private static Task<bool> RoundAsync(Reader reader, long mailboxId, int killAtRequest = 0, int killAtCommand = 0) => reader.RunAsync(
        (services, killed) =>
        {
            services.GetRequiredService<CurrentMailbox>().Id = mailboxId;
            return services.GetRequiredService<AlertRound>().RunAsync(killed);
        },
        killAtRequest,
        killAtCommand);

    private static MailboxContent Mailbox()
    {
        var messages = new List<Message>();
        for (var person = 0; person < People; person++)
        {
            var who = new Recipient($"Person {person}", $"person{person}@there.example");
            for (var week = 0; week < 14; week++)
            {
                Add("sentitems", AlertMailbox.Owner, who, 33.9 + (7 * week));
                Add("inbox", who, AlertMailbox.Owner, 33.6 + (7 * week));
            }
        }

        return new MailboxContent(new Owner(AlertMailbox.Owner.Name, AlertMailbox.Owner.Address, []), Folders, messages, [], []);

        void Add(string folder, Recipient from, Recipient to, double daysAgo)
        {
            var key = $"m{messages.Count}";
            messages.Add(new Message(key, folder, from, [to], [], "Plans", DateTimeOffset.FromUnixTimeSeconds(RunningApi.Now.AddDays(-daysAgo).ToUnixTimeSeconds()), key, $"<{key}@here.example>"));
        }
    }
}
