using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary><c>sync</c> and <c>sync-limit</c>: how fast a mailbox is read, against the plain way and against what cannot be undercut.</summary>
internal static class SyncRows
{
    private const string Once = "what a reading costs but once, as the people and the calendar, weighs more on few messages";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Bench bench, Plan plan)
    {
        var (emulator, pages) = await bench.MailboxAsync(plan.Middle);
        var bodies = new List<byte[]>(pages.Count);
        await bench.ForEachPageAsync(plan.Middle, bodies.Add);
        var tables = await TablesAsync(bench, emulator);
        var measured = await Samples.InTurnsAsync(
            plan.WarmUps,
            plan.Rounds,
            async () => emulator.Messages / await WithFileAsync(bench, file => ProductReading.MeasureAsync(emulator.Address, file)),
            () => WithFileAsync(bench, file => PlainReading.MeasureAsync(emulator.Address, file, plan.Plain)),
            () => WithFileAsync(bench, file => Task.FromResult(emulator.Messages / Limit.Measure(bodies, tables, file))));
        var ours = new Figure(measured[0], "messages/s", $"{Text.Number(emulator.Messages)} messages");
        var plain = new Figure(measured[1], "messages/s", $"the first {Text.Number(plan.Plain)} of them");
        var limit = new Figure(measured[2], "messages/s", $"{Text.Number(pages.Bytes / 1_000_000)} MB and {Text.Number(tables.Sum(t => t.Rows.Count))} rows");
        return
        [
            new Row("sync", ours, plain, ours.Samples.Median / plain.Samples.Median, Target.AtLeast(20))
            {
                Small = (Target.AtLeast(10), Once),
            },
            new Row("sync-limit", ours, limit, ours.Samples.Median / limit.Samples.Median, Target.AtLeast(0.4))
            {
                Small = (Target.AtLeast(0.1), Once),
            },
        ];
    }

    private static async Task<IReadOnlyList<CopiedTable>> TablesAsync(Bench bench, EmulatorProcess emulator)
    {
        var file = bench.NewFile();
        await ProductReading.MeasureAsync(emulator.Address, file);
        var tables = CopiedTable.Of(file);
        Bench.Delete(file);
        return tables;
    }

    private static async Task<double> WithFileAsync(Bench bench, Func<string, Task<double>> measure)
    {
        var file = bench.NewFile();
        try
        {
            return await measure(file);
        }
        finally
        {
            Bench.Delete(file);
        }
    }
}
