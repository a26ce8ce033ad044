using System.Text.RegularExpressions;

namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Ties messages to conversations: by the thread the file names, else by subject and participants.</summary>
internal static partial class Conversations
{
    public static string KeyOf(FileMessage message)
    {
        if (message.Thread is { } thread)
        {
            return "thread:" + thread;
        }

        var participants = new[] { message.From }.OfType<Recipient>().Concat(message.To).Concat(message.Cc)
            .Select(r => r.Address.ToLowerInvariant())
            .Distinct()
            .Order(StringComparer.Ordinal);
        return $"{NormalSubject(message.Subject)}\n{string.Join(';', participants)}";
    }

    /// <summary>Without the marks of answers and forwards, however many, and without differences of case and spacing.</summary>
    internal static string NormalSubject(string subject) =>
        Spaces().Replace(Marks().Replace(subject, ""), " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"^(?:\s*(?:re|fwd?|aw|wg|sv|antw)\s*(?:\[\d+\])?\s*:)+", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
