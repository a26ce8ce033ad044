using InboxNetworker.Benchmarks.Growth;
using InboxNetworker.Benchmarks.Measuring;

namespace InboxNetworker.Benchmarks.Reporting;

/// <summary>All that a run found.</summary>
/// <param name="Command">What was typed after <c>--</c>.</param>
/// <param name="Sentences">What was found besides the rows.</param>
internal sealed record Report(string Command, IReadOnlyList<Row> Rows, IReadOnlyList<string> Sentences, IReadOnlyList<GrowthPoint> Growth)
{
    public IEnumerable<string> Notes => Sentences.Concat(Rows.Where(r => r.Note is not null).Select(r => $"{r.Name}: {r.Note}"));
}
