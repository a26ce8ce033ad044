using System.Diagnostics;
using System.Globalization;
using InboxNetworker.Benchmarks.Delta;
using InboxNetworker.Benchmarks.Growth;
using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;
using InboxNetworker.Benchmarks.Ranking;
using InboxNetworker.Benchmarks.Reporting;
using InboxNetworker.Benchmarks.Serving;
using InboxNetworker.Benchmarks.Starting;
using InboxNetworker.Benchmarks.Sync;

namespace InboxNetworker.Benchmarks;

/// <summary>What was asked for on the command line, and the answer.</summary>
internal sealed class Command
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/InboxNetworker.Benchmarks -- all|sync|memory|delta|read|rank|start|smoke [--out FILE] [--rounds N] [--largest N]

          all      everything below
          sync     reading a mailbox: sync, sync-limit, sync-growth, and the digest of what was stored
          memory   memory, store
          delta    what is new in a mailbox that has been read
          read     the list: read, serve
          rank     putting people in order
          start    from nothing to an answer
          smoke    everything on small mailboxes, within a minute; fails only where a ratio is off by more than half

          --out FILE     writes the report there as Markdown, and the plot of growth beside it
          --rounds N     how often each is measured (default 5)
          --largest N    the size of the largest mailbox (default 1000000), for a first look
        """;

    private static readonly string[] Parts = ["sync", "memory", "delta", "read", "rank", "start"];

    private string[] Arguments { get; init; } = [];

    private string What { get; init; } = "";

    private string? Out { get; init; }

    private Plan Plan { get; init; } = Plan.Full;

    /// <returns>Null when it cannot be understood.</returns>
    public static Command? Parse(string[] args)
    {
        if (args is not [var what, .. var options] || !(what is "all" or "smoke" || Parts.Contains(what)) || options.Length % 2 != 0)
        {
            return null;
        }

        var (plan, file) = (what == "smoke" ? Plan.Smoke : Plan.Full, (string?)null);
        foreach (var option in options.Chunk(2))
        {
            var isNumber = int.TryParse(option[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (option[0])
            {
                case "--out":
                    file = option[1];
                    break;
                case "--rounds" when isNumber:
                    plan = plan with { Rounds = number, Starts = number };
                    break;
                case "--largest" when isNumber && number > 0:
                    plan = plan with { Large = number, Middle = Math.Min(plan.Middle, number), Small = Math.Min(plan.Small, number), Plain = Math.Min(plan.Plain, number) };
                    break;
                default:
                    return null;
            }
        }

        return new Command { Arguments = args, What = what, Plan = plan, Out = file };
    }

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(TextWriter output)
    {
        Machine.CheckCollector();
        if (Out is not null)
        {
            // Now rather than after ten minutes of measuring.
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Out))!);
        }

        await using var bench = new Bench();
        var (rows, sentences, growth) = (new List<Row>(), new List<string>(), new GrowthRows(bench, Plan));
        var equal = true;
        foreach (var part in What is "all" or "smoke" ? Parts : [What])
        {
            await output.WriteAsync($"Measuring {part} … ");
            var clock = Stopwatch.StartNew();
            var measured = await MeasureAsync(part, bench, growth);
            if (What == "smoke" && measured.Any(r => r.IsFarOff))
            {
                await output.WriteAsync("once more, as something else may have kept the machine busy … ");
                measured = await MeasureAsync(part, bench, growth);
            }

            rows.AddRange(measured);
            if (part == "sync")
            {
                (var sentence, equal) = await Digests.CompareAsync(bench, Plan);
                sentences.Add(sentence);
                if (What != "smoke")
                {
                    sentences.Add(await Stages.MeasureAsync(bench, Plan));
                }
            }

            await output.WriteLineAsync(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:N0} s"));
        }

        var report = new Report(string.Join(' ', Arguments), rows, sentences, growth.Points);
        await ConsoleTable.WriteAsync(output, report);
        if (Out is { } file)
        {
            await Markdown.WriteAsync(file, report);
        }

        return equal && !(What == "smoke" && await FarOffAsync(output, rows)) ? 0 : 1;
    }

    private async Task<IReadOnlyList<Row>> MeasureAsync(string part, Bench bench, GrowthRows growth) => part switch
    {
        "sync" => [.. await SyncRows.MeasureAsync(bench, Plan), await growth.SpeedAsync()],
        "memory" => await growth.MemoryAsync(),
        "delta" => [await DeltaRow.MeasureAsync(bench, Plan)],
        "read" => await ServingRows.MeasureAsync(bench, Plan),
        "rank" => [await RankRow.MeasureAsync(Plan)],
        _ => [await StartRow.MeasureAsync(Plan)],
    };

    private static async Task<bool> FarOffAsync(TextWriter output, List<Row> rows)
    {
        var farOff = rows.Where(r => r.IsFarOff).ToList();
        foreach (var row in farOff)
        {
            var bound = row.Small is { } small ? $"{small.Target} at this size ({small.Why})" : row.Target.ToString();
            await output.WriteLineAsync($"{row.Name} is off by more than half: {row.RatioText}, and it has to be {bound}.");
        }

        return farOff.Count > 0;
    }
}
