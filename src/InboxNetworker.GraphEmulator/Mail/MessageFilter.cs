using System.Globalization;
using System.Text.RegularExpressions;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>
/// The filters over messages that are emulated: <c>internetMessageId eq '…'</c>, <c>conversationId eq '…'</c>, and a range of
/// <c>sentDateTime</c> or <c>receivedDateTime</c>.
/// </summary>
internal static partial class MessageFilter
{
    public const string Known = "internetMessageId eq '…', conversationId eq '…', or sentDateTime ge … and sentDateTime lt …";

    /// <returns>False for any other filter.</returns>
    public static bool TryApply(HttpRequest request, MailboxStore mailbox, ref StoredMessage[] messages)
    {
        var filter = request.Query["$filter"].ToString();
        if (filter.Length == 0)
        {
            return true;
        }

        if (Find(filter, mailbox) is not { } matches)
        {
            return false;
        }

        messages = [.. messages.Where(matches)];
        return true;
    }

    private static Func<StoredMessage, bool>? Find(string filter, MailboxStore mailbox)
    {
        if (Id().Match(filter) is { Success: true } id)
        {
            var value = id.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal);
            return id.Groups[1].Value == "conversationId" ? m => mailbox.Ids.Conversation(m.Conversation) == value : m => m.Content.InternetMessageId == value;
        }

        return Range().Match(filter) is { Success: true } range && TryTime(range.Groups[2].Value, out var from) && TryTime(range.Groups[3].Value, out var to)
            ? m => m.Content.Sent >= from && m.Content.Sent < to
            : null;
    }

    private static bool TryTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    [GeneratedRegex("^(internetMessageId|conversationId) eq '((?:[^']|'')*)'$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^(sentDateTime|receivedDateTime) ge (\S+) and \1 lt (\S+)$")]
    private static partial Regex Range();
}
