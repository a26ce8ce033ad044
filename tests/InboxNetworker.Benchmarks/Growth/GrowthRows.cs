using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;
using InboxNetworker.Benchmarks.Sync;
using Microsoft.Data.Sqlite;

namespace InboxNetworker.Benchmarks.Growth;

/// <summary><c>sync-growth</c>, <c>memory</c> and <c>store</c>: what becomes of each message's cost as the mailbox grows.</summary>
internal sealed class GrowthRows(Bench bench, Plan plan)
{
    private const double MostMegabytes = 300;

    private readonly SortedDictionary<int, GrowthPoint> _points = [];

    /// <summary>By size.</summary>
    public IReadOnlyList<GrowthPoint> Points => [.. _points.Values];

    /// <summary>Warmed up by the small mailbox: an unmeasured round of the large one would cost more than it tells.</summary>
    public async Task<Row> SpeedAsync()
    {
        var sizes = await SizesAsync();
        await SecondsAsync(plan.Small);
        var seconds = await Samples.MeasuredInTurnsAsync(plan.Rounds, [.. sizes.Select(size => (Func<Task<double>>)(() => SecondsAsync(size)))]);
        for (var i = 0; i < sizes.Count; i++)
        {
            _points[sizes[i]].MicrosecondsPerMessage = seconds[i].Select(s => s / sizes[i] * 1e6);
        }

        var (large, small) = (_points[plan.Large].MicrosecondsPerMessage!, _points[plan.Small].MicrosecondsPerMessage!);
        return new Row(
            "sync-growth",
            new Figure(large, "µs a message", $"{Text.Number(plan.Large)} messages", "N1"),
            new Figure(small, "µs a message", $"{Text.Number(plan.Small)} messages", "N1"),
            large.Median / small.Median,
            Target.AtMost(1.3));
    }

    /// <summary>Each in a process of its own, started anew.</summary>
    public async Task<IReadOnlyList<Row>> MemoryAsync()
    {
        var sizes = await SizesAsync();
        var memory = await Samples.MeasuredInTurnsAsync(plan.Starts, [.. sizes.Select(size => (Func<Task<double>>)(() => PeakMegabytesAsync(size)))]);
        for (var i = 0; i < sizes.Count; i++)
        {
            _points[sizes[i]].PeakMegabytes = memory[i];
        }

        var (large, middle) = (_points[plan.Large], _points[plan.Middle].PeakMegabytes!);
        return
        [
            new Row(
                "memory",
                new Figure(large.PeakMegabytes!, "MB", $"{Text.Number(plan.Large)} messages"),
                new Figure(middle, "MB", $"{Text.Number(plan.Middle)} messages"),
                large.PeakMegabytes!.Median / middle.Median,
                Target.AtMost(1.3))
            {
                Besides = ($"≤ {MostMegabytes} MB", large.PeakMegabytes.Median <= MostMegabytes),
            },
            new Row(
                "store",
                new Figure(new Samples([large.StoreBytesPerMessage!.Value]), "bytes a message", $"{Text.Number(plan.Large)} messages", "N1"),
                new Figure(new Samples([large.JsonBytesPerMessage]), "bytes a message", "the JSON read", "N1"),
                large.StoreBytesPerMessage.Value / large.JsonBytesPerMessage,
                Target.AtMost(0.06))
            {
                Small = (Target.AtMost(0.24), "in a small mailbox the people weigh more than the messages"),
            },
        ];
    }

    private async Task<IReadOnlyList<int>> SizesAsync()
    {
        int[] sizes = [.. new[] { plan.Small, plan.Middle, plan.Large }.Distinct().Order()];
        foreach (var size in sizes)
        {
            _points.TryAdd(size, new GrowthPoint(size, (await bench.MailboxAsync(size)).Pages.Bytes));
        }

        return sizes;
    }

    private async Task<double> SecondsAsync(int messages)
    {
        var file = bench.NewFile();
        var seconds = await ProductReading.MeasureAsync((await bench.MailboxAsync(messages)).Emulator.Address, file);
        Bench.Delete(file);
        return seconds;
    }

    private async Task<double> PeakMegabytesAsync(int messages)
    {
        var file = bench.NewFile();
        var api = await ApiProcess.StartAsync((await bench.MailboxAsync(messages)).Emulator.Address, file);
        double peak;
        await using (api)
        {
            await api.WaitUntilReadAsync();
            peak = api.PeakMemory / 1e6;
        }

        _points[messages].StoreBytesPerMessage = (double)BytesOf(file) / messages;
        Bench.Delete(file);
        return peak;
    }

    /// <summary>With nothing left in the log beside it.</summary>
    private static long BytesOf(string file)
    {
        using var store = new SqliteConnection($"Data Source={file};Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return new FileInfo(file).Length;
    }
}
