using InboxNetworker.Benchmarks.Measuring;

namespace InboxNetworker.Benchmarks.Reporting;

/// <summary>The rows for the terminal, in columns.</summary>
internal static class ConsoleTable
{
    public static async Task WriteAsync(TextWriter output, Report report)
    {
        string[][] lines = [["row", "measured", "against", "ratio", "target", "met"], .. report.Rows.Select(r => Cells(r))];
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(l => l[column].Length)).ToArray();
        foreach (var line in lines)
        {
            await output.WriteLineAsync(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        foreach (var note in report.Notes)
        {
            await output.WriteLineAsync(note);
        }
    }

    public static string[] Cells(Row row) => [row.Name, row.Measured.ToString(), row.Against.ToString(), row.RatioText, row.TargetText, row.Met ? "yes" : "no"];
}
