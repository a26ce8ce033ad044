using System.Globalization;

namespace InboxNetworker.Evaluation;

/// <summary>How many addresses each rule leaves out, and a few of them to look at.</summary>
internal static class NoiseReport
{
    /// <summary>So that the same folder gives the same sample.</summary>
    private const int Seed = 2026;

    public static void PrintCounts(TextWriter output, IReadOnlyList<Screened> all, int unreadable)
    {
        Line(output, $"{"",-40} {"addresses",9}{string.Concat(Screened.Rules.Select(r => $" {r.Title,9}"))} {"kept",9}");
        foreach (var mailbox in all.GroupBy(s => s.Mailbox))
        {
            Counts(output, mailbox.Key, [.. mailbox]);
        }

        Counts(output, "in total", all);
        Counts(output, "of these with mail both ways", [.. all.Where(s => s.BothWays)]);
        Line(output, $"addresses that could not be read: {unreadable}");
    }

    /// <summary>The same address in several mailboxes is drawn once.</summary>
    public static void PrintSamples(TextWriter output, IReadOnlyList<Screened> all, int count)
    {
        foreach (var (code, title) in Screened.Rules)
        {
            Sample(output, title, [.. all.Where(s => s.Rule == code)], count);
        }

        Sample(output, "kept, with mail both ways", [.. all.Where(s => s.Rule is null)], count);
    }

    public static void PrintList(TextWriter output, string title, IEnumerable<Screened> addresses)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var one in addresses)
        {
            Line(output, $"  {one.Address,-60} out {one.Sent,5}  in {one.Received,5}  weeks both ways {one.MutualWeeks,4}  {one.Mailbox}");
        }
    }

    private static void Sample(TextWriter output, string title, IReadOnlyList<Screened> of, int count)
    {
        var distinct = of.DistinctBy(s => s.Address).OrderBy(s => s.Address.Value, StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(distinct);
        PrintList(output, $"{title}: {Math.Min(count, distinct.Length)} of {distinct.Length}", distinct.Take(count));
    }

    private static void Counts(TextWriter output, string title, IReadOnlyList<Screened> of) =>
        Line(output, $"{title,-40} {of.Count,9}{string.Concat(Screened.Rules.Select(r => $" {of.Count(s => s.Rule == r.Code),9}"))} {of.Count(s => s.Rule is null),9}");

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
