using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;

namespace InboxNetworker.Benchmarks.Delta;

/// <summary><c>delta</c>: what a hundred new messages cost, in a large mailbox and in a small one.</summary>
internal static class DeltaRow
{
    private const int Added = 100;

    public static async Task<Row> MeasureAsync(Bench bench, Plan plan)
    {
        await using var large = await ReadMailbox.OpenAsync(bench, plan.Large);
        await using var small = await ReadMailbox.OpenAsync(bench, plan.Small);

        // Twice, because the second reading after the first is the first of its kind.
        await large.ReadNewAsync();
        await small.ReadNewAsync();
        var measured = await Samples.InTurnsAsync(plan.Rounds, large.ReadNewAsync, small.ReadNewAsync);
        var into = measured.Select((s, n) => new Figure(s, "ms", $"{Added} into {Text.Number(n == 0 ? plan.Large : plan.Small)}", "N1")).ToArray();
        return new Row("delta", into[0], into[1], measured[0].Median / measured[1].Median, Target.AtMost(2))
        {
            Small = (Target.AtMost(3), "a few milliseconds either way weigh more where all is small"),
        };
    }

    private sealed class ReadMailbox(EmulatorProcess emulator, ApiProcess api, string file) : IAsyncDisposable
    {
        private int _round;

        /// <summary>An emulator of its own: the mailbox changes, and the others measure on what stays.</summary>
        public static async Task<ReadMailbox> OpenAsync(Bench bench, int messages)
        {
            var emulator = await EmulatorProcess.StartAsync(messages);
            var file = bench.NewFile();
            var api = await ApiProcess.StartAsync(emulator.Address, file);
            await api.WaitUntilReadAsync();
            return new ReadMailbox(emulator, api, file);
        }

        /// <returns>Milliseconds.</returns>
        public async Task<double> ReadNewAsync()
        {
            await emulator.AddMessagesAsync(Added, _round++);
            return 1000 * await api.ReadAgainAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await api.DisposeAsync();
            await emulator.DisposeAsync();
            Bench.Delete(file);
        }
    }
}
