using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Something in the file that could not be used.</summary>
/// <param name="Place">File and line (<c>love-p.tsv.gz:17</c>), or file and byte for an mbox.</param>
public sealed record BadEntry(string Place, string Reason);

/// <summary>What the reading of a mailbox file came to.</summary>
public sealed record ReadReport
{
    /// <summary>How many bad entries are kept in detail; all are counted.</summary>
    public const int DetailLimit = 20;

    /// <summary>Messages read, shown or not.</summary>
    public required int Good { get; init; }

    public required int Bad { get; init; }

    /// <summary>The first bad entries, in the order of the file.</summary>
    public required IReadOnlyList<BadEntry> FirstBad { get; init; }

    /// <summary>What else is worth knowing, such as a file that ends in the middle.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The mailbox is shown as it stood at the end of this day of the file's own time (UTC).</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Messages of the file that lie after that day, and are not shown.</summary>
    public required int NotShown { get; init; }

    /// <summary>By how many weeks all times are moved; later when positive.</summary>
    public required int WeeksShifted { get; init; }

    /// <summary>The report in sentences. It names files, lines and counts, never an address.</summary>
    public IReadOnlyList<string> Sentences()
    {
        List<string> lines = [Invariant($"Read {Good} messages; {Bad} entries could not be used.")];
        lines.AddRange(FirstBad.Select(b => $"  {b.Place}: {b.Reason}"));
        if (Bad > FirstBad.Count)
        {
            lines.Add(Invariant($"  … and {Bad - FirstBad.Count} more."));
        }

        lines.AddRange(Remarks);
        lines.Add(Invariant($"Shown as of {AsOf:yyyy-MM-dd}, moved by {WeeksShifted} weeks; {NotShown} later messages are not shown."));
        return lines;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
