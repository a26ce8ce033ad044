using System.Globalization;

namespace InboxNetworker.Evaluation;

/// <summary>One line: message_id, date_utc_iso, from, to, cc, bcc, subject, folder.</summary>
/// <param name="Recipients">To and cc, in lower case.</param>
/// <param name="IsSent">Stands in a folder for sent mail.</param>
/// <param name="Identity">Rows alike in it are copies of one message.</param>
internal sealed record TsvMessage(long At, string From, IReadOnlySet<string> Recipients, bool IsSent, (string Date, string From, string Subject, string To) Identity)
{
    /// <summary>A message to more people does not count.</summary>
    public const int MaxRecipients = 20;

    private const int Columns = 8;

    public static bool TryParse(string line, out TsvMessage message, out string error)
    {
        message = null!;
        var columns = line.Split('\t');
        if (columns.Length < Columns)
        {
            error = $"{columns.Length} columns instead of {Columns}";
            return false;
        }

        if (!DateTimeOffset.TryParse(columns[1], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            error = $"«{columns[1]}» is not a date";
            return false;
        }

        error = string.Empty;
        message = new TsvMessage(
            at.ToUnixTimeSeconds(),
            Lower(columns[2]),
            new HashSet<string>(Addresses(columns[3]).Concat(Addresses(columns[4])), StringComparer.Ordinal),
            Lower(columns[7]).Trim('_').Replace('_', ' ') is "sent" or "sent items" or "sent mail",
            (columns[1], columns[2], columns[6], columns[3]));
        return true;
    }

    /// <summary>Separated by semicolons; in lower case.</summary>
    public static IReadOnlyList<string> Addresses(string column) =>
        [.. column.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Lower)];

    private static string Lower(string address) => address.Trim().ToLowerInvariant();
}
