using System.Text.RegularExpressions;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>The one filter over messages that is emulated: <c>internetMessageId eq '…'</c>.</summary>
internal static partial class MessageFilter
{
    /// <returns>False for any other filter.</returns>
    public static bool TryApply(HttpRequest request, ref StoredMessage[] messages)
    {
        var filter = request.Query["$filter"].ToString();
        if (filter.Length == 0)
        {
            return true;
        }

        var match = ById().Match(filter);
        var id = match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal);
        messages = match.Success ? [.. messages.Where(m => m.Content.InternetMessageId == id)] : messages;
        return match.Success;
    }

    [GeneratedRegex("^internetMessageId eq '((?:[^']|'')*)'$")]
    private static partial Regex ById();
}
