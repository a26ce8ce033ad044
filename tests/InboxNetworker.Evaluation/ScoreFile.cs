using System.Globalization;

namespace InboxNetworker.Evaluation;

/// <summary>The model's two numbers for every case, as CSV (RFC 4180).</summary>
internal static class ScoreFile
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <exception cref="UnreadableException">The file cannot be written.</exception>
    public static void Write(FileInfo file, IEnumerable<Case> cases)
    {
        try
        {
            using var writer = new StreamWriter(file.FullName) { NewLine = "\n" };
            writer.WriteLine("mailbox,cut,address,tie,contact30");
            foreach (var one in cases)
            {
                var cut = DateTimeOffset.FromUnixTimeSeconds(one.Cut).UtcDateTime;
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Field(one.Mailbox)},{cut:yyyy-MM-dd'T'HH:mm:ss'Z'},{Field(one.Address)},{one.Tie:R},{one.Contact30:R}"));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException($"{file.FullName} could not be written: {e.Message} Give another file with --out.", e);
        }
    }

    private static string Field(string value) => value.IndexOfAny(Quoted) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
