using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;
using InboxNetworker.Benchmarks.Sync;

await using var bench = new Bench();
var plan = args is ["sync", "small"] ? Plan.Full with { Middle = 10_000, Plain = 5_000, Rounds = 3 } : Plan.Full;
foreach (var row in await SyncRows.MeasureAsync(bench, plan))
{
    Console.WriteLine($"{row.Name}: {row.Measured} | {row.Against} | {row.RatioText} | {row.TargetText}");
}

return 0;
