using System.Globalization;
using System.Text;
using InboxNetworker.Benchmarks.Growth;

namespace InboxNetworker.Benchmarks.Reporting;

/// <summary>The report as a page, with the plot beside it.</summary>
internal static class Markdown
{
    private const string Definitions = """
        Every ratio is one of medians within one run, the competitors taking turns; in brackets the least and the greatest. The mailboxes are
        generated (`InboxNetworker.GraphEmulator --generate N --prepared`), served over HTTP by a process of its own from pages made beforehand.

        | row | what is measured | against what |
        | --- | --- | --- |
        | sync | a first reading by the real host, from the moment it begins until it is ready: folders, people, all mail, the calendar, who is one person; everything committed to SQLite | the Graph SDK's models, its `PageIterator`, and per page EF Core's `AddRange` and `SaveChanges` of a row per message and a row per interaction; the same pages, mail alone |
        | sync-limit | the same | one pass of a `Utf8JsonReader` over the bytes of the same pages, in memory, and appending the same rows to an empty table of the same shape: one prepared command, one transaction for as many rows as a page has messages |
        | sync-growth | time per message of a large mailbox | of a small one |
        | memory | the most resident memory of the Api, a process of its own, while it reads a large mailbox | a mailbox of a tenth of the size |
        | delta | from asking for a reading until it is stored, after 100 messages have arrived, in a large mailbox | in a small one |
        | read | `GET /api/reconnect`, whole, of a length that has not been asked for before | `GROUP BY` address and direction over a table of that mailbox's interactions |
        | serve | `GET /api/reconnect?limit=20` over and over on 16 connections | an empty endpoint of the same host |
        | rank | assessing and ordering all relationships in Core, from the bytes of the store as the list does | adding up one number over the weeks in the same bytes |
        | start | from starting the process in Demo mode until `GET /api/sync` says that the mailbox is being read | an ASP.NET Core app with an Orleans silo and nothing else |
        | store | bytes of the store's file per message | bytes of the pages read |
        """;

    public static async Task WriteAsync(string file, Report report)
    {
        var page = new StringBuilder();
        page.AppendLine("# Performance").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd} by this command; nothing here is written by hand.").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"    dotnet run -c Release --project tests/InboxNetworker.Benchmarks -- {report.Command}").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Machine: {Machine.Describe()}.").AppendLine();
        page.AppendLine("| row | measured | against | ratio | target | met |").AppendLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var row in report.Rows)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", ConsoleTable.Cells(row))} |");
        }

        page.AppendLine();
        foreach (var note in report.Notes)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"- {note}");
        }

        if (GrowthPlot.CanShow(report.Growth))
        {
            var plot = Path.ChangeExtension(file, ".svg");
            await File.WriteAllTextAsync(plot, GrowthPlot.Draw(report.Growth));
            page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"![Time per message, peak memory and bytes per message against the size of the mailbox]({Path.GetFileName(plot)})");
            page.AppendLine().Append(Table(report.Growth));
        }

        page.AppendLine().AppendLine("## What the rows are").AppendLine().AppendLine(Definitions);
        await File.WriteAllTextAsync(file, page.ToString());
    }

    private static string Table(IReadOnlyList<GrowthPoint> points)
    {
        var table = new StringBuilder("| messages | time per message | peak memory | store per message | JSON per message |\n| --- | --- | --- | --- | --- |\n");
        foreach (var p in points)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {p.Messages:N0} | {p.MicrosecondsPerMessage!.Median:N1} µs | {p.PeakMegabytes!.Median:N0} MB | {p.StoreBytesPerMessage:N1} bytes | {p.JsonBytesPerMessage:N1} bytes |\n");
        }

        return table.ToString();
    }
}
