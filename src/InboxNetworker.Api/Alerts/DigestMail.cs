using System.Security.Cryptography;
using System.Text;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace InboxNetworker.Api.Alerts;

/// <summary>The digest as a whole mail, from the owner to the owner.</summary>
internal sealed class DigestMail(IDbContextFactory<NetworkContext> contexts, SignedLinks links, TimeProvider time)
{
    /// <summary>With its angle brackets; the same each time the same digest is tried, and no other's.</summary>
    public static string MessageId(AlertSettingsRow settings, string key) =>
        $"<{key}.{Convert.ToHexStringLower(HMACSHA256.HashData(settings.LinkKey, Encoding.UTF8.GetBytes("message:" + key)).AsSpan(0, 12))}@inboxnetworker.invalid>";

    public async Task<ReadOnlyMemory<byte>> MakeAsync(long mailboxId, AlertSettingsRow settings, string messageId, IReadOnlyList<AlertRecord> alerts, CancellationToken cancellation)
    {
        var owner = (await contexts.UseAsync(db => db.MailboxAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false))!;
        var (lessOften, stop) = (links.Of(mailboxId, settings, LinkAction.LessOften), links.Of(mailboxId, settings, LinkAction.Stop));
        var digest = Digest.Of([.. alerts.Select(Entry).OfType<DigestEntry>()], lessOften, stop, Words.Of(settings.Language));
        using var mail = new MimeMessage { MessageId = messageId.Trim('<', '>'), Date = time.GetUtcNow(), Subject = digest.Subject };
        var self = new MailboxAddress(AlertText.OneLine(owner.OwnerName, AlertText.LongestName), owner.OwnAddresses[0].Value);
        mail.From.Add(self);
        mail.To.Add(self);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (stop.Scheme == Uri.UriSchemeHttps)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{stop.AbsoluteUri}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        mail.Body = new BodyBuilder { TextBody = digest.Text, HtmlBody = digest.Html }.ToMessageBody();
        using var bytes = new MemoryStream();
        await mail.WriteToAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes.ToArray();
    }

    private static DigestEntry? Entry(AlertRecord alert) =>
        EmailAddress.TryParse(alert.Address, out var address) ? new DigestEntry(alert.Title, alert.Name, address, alert.Text, alert.Brief) : null;
}
