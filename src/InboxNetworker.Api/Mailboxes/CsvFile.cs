using System.Globalization;
using System.IO.Compression;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>A table in an archive. A cell that a spreadsheet would take for a formula is made text.</summary>
internal static class CsvFile
{
    public static async Task WriteAsync(ZipArchive archive, string name, IEnumerable<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var stream = await archive.CreateEntry(name).OpenAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var writer = new StreamWriter(stream);
            await using (writer.ConfigureAwait(false))
            {
                await LineAsync(writer, columns).ConfigureAwait(false);
                await foreach (var row in rows.WithCancellation(cancellation).ConfigureAwait(false))
                {
                    await LineAsync(writer, row).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>RFC 4180; and an apostrophe before what a spreadsheet would work out (https://owasp.org/www-community/attacks/CSV_Injection).</summary>
    internal static string Cell(object? value)
    {
        var text = value switch
        {
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
        };
        if (value is string && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n')
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static Task LineAsync(StreamWriter writer, IEnumerable<object?> cells) => writer.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");
}
