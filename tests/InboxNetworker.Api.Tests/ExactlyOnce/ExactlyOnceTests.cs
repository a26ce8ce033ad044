using System.Collections.Concurrent;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Faults;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>
/// A mailbox that changes while it is read, by a reader that meets faults and is killed, ends as the same mailbox read in peace.
/// </summary>
public sealed class ExactlyOnceTests
{
    /// <summary>For looking at one seed or trying more: <c>INBOXNETWORKER_SEEDS=153</c> or <c>1..1000</c>.</summary>
    private static readonly (int First, int Last) Range = Environment.GetEnvironmentVariable("INBOXNETWORKER_SEEDS") is { Length: > 0 } text
        ? (int.Parse(text.Split("..")[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(text.Split("..")[^1], System.Globalization.CultureInfo.InvariantCulture))
        : (1, 300);

    [Fact]
    public async Task Whatever_happens_while_it_is_read_a_mailbox_ends_as_if_read_in_peace()
    {
        var failures = new ConcurrentBag<string>();
        var met = new ConcurrentDictionary<string, int>();
        await Parallel.ForEachAsync(
            Enumerable.Range(Range.First, Range.Last - Range.First + 1),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) =>
            {
                if (await DifferenceAsync(seed, met) is { } difference)
                {
                    failures.Add($"seed {seed}: {difference}");
                }
            });

        Assert.True(failures.IsEmpty, $"{failures.Count} seeds differ:\n{string.Join('\n', failures.Take(5))}");

        // The story is worth nothing if nothing happened in it.
        foreach (var kind in Enum.GetNames<FaultKind>().Append("killed").Append("changes while reading"))
        {
            Assert.True(met.GetValueOrDefault(kind) > (Range.Last - Range.First) / 20, $"{kind}: {met.GetValueOrDefault(kind)} times");
        }
    }

    private static async Task<string?> DifferenceAsync(int seed, ConcurrentDictionary<string, int> met)
    {
        using var folder = new TestFolder();
        var story = new Story(seed);
        var (disturbed, disturbedPicture) = await ReadDisturbedAsync(seed, story, folder, met);
        var (peaceful, peacefulPicture) = await ReadInPeaceAsync(seed, story, folder);
        return disturbed == peaceful ? null : Picture.Difference(peacefulPicture, disturbedPicture);
    }

    private static async Task<(string Digest, string Picture)> ReadDisturbedAsync(int seed, Story story, TestFolder folder, ConcurrentDictionary<string, int> met)
    {
        var dice = new Random(~seed);
        var time = new LeapingTime(Story.Begin);
        Assert.True(FaultPlan.TryParse($"seed={seed},429=0.05,503=0.03,504=0.01,reset=0.02,truncate=0.02,slow=0.01,expire=0.01,401=0.01,html=0.02", out var plan, out var problem), problem);
        await using var emulator = await GraphEmulatorHost.StartAsync(story.Content, new GraphEmulatorOptions { TimeProvider = time, Faults = plan! }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, Story.PageSize(seed));

        await ActAsync(emulator, reader, dice, story.First, met);
        await SettleAsync(reader, time);
        await ActAsync(emulator, reader, dice, story.Later, met);
        await SettleAsync(reader, time);
        time.MoveTo(Story.End);
        await reader.ReadThroughAsync();
        foreach (var (kind, count) in emulator.InjectedFaults)
        {
            met.AddOrUpdate(kind.ToString(), count, (_, before) => before + count);
        }

        return (await reader.DigestAsync(), await Picture.OfAsync(reader));
    }

    /// <summary>Readings, some of them killed, during which the changes happen one by one.</summary>
    private static async Task ActAsync(GraphEmulatorHost emulator, Reader reader, Random dice, IReadOnlyList<Story.Change> changes, ConcurrentDictionary<string, int> met)
    {
        var coming = new Queue<Story.Change>(changes);
        var until = dice.Next(12);
        var gate = new Lock();
        void Next(ReceivedRequest request)
        {
            lock (gate)
            {
                if (until-- <= 0 && coming.TryDequeue(out var change))
                {
                    change.Happen(emulator);
                    met.AddOrUpdate("changes while reading", 1, (_, before) => before + 1);
                    until = dice.Next(8);
                }
            }
        }

        emulator.Received += Next;
        for (var kills = dice.Next(3); kills > 0; kills--)
        {
            var atRequest = dice.Next(2) == 0;
            await reader.ReadAsync(atRequest ? dice.Next(1, 50) : 0, atRequest ? 0 : dice.Next(1, 120));
            met.AddOrUpdate("killed", 1, (_, before) => before + 1);
        }

        await reader.ReadThroughAsync();
        emulator.Received -= Next;
        foreach (var left in coming)
        {
            left.Happen(emulator);
        }
    }

    private static async Task<(string Digest, string Picture)> ReadInPeaceAsync(int seed, Story story, TestFolder folder)
    {
        var time = new LeapingTime(Story.Begin);
        await using var emulator = await GraphEmulatorHost.StartAsync(story.Content, new GraphEmulatorOptions { TimeProvider = time, Quirks = false }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 1000);
        foreach (var change in story.First.Concat(story.Later).Where(c => !c.Deletes))
        {
            change.Happen(emulator);
        }

        time.MoveTo(Story.End);
        await reader.ReadThroughAsync();
        return (await reader.DigestAsync(), await Picture.OfAsync(reader));
    }

    /// <summary>More than a week of readings, in which what was missed is found: all of the calendar is read once a week.</summary>
    private static async Task SettleAsync(Reader reader, LeapingTime time)
    {
        for (var reading = 0; reading < 3; reading++)
        {
            time.MoveTo(time.GetUtcNow().AddHours(65));
            await reader.ReadThroughAsync();
        }
    }
}
