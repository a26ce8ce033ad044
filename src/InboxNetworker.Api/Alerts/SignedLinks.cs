using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Data.Entities;
using Microsoft.AspNetCore.WebUtilities;

namespace InboxNetworker.Api.Alerts;

internal enum LinkAction
{
    LessOften,
    Stop,
}

/// <param name="ExpiresAt">Part of what is signed.</param>
/// <param name="Signature">Still to be checked.</param>
internal sealed record LinkToken(long MailboxId, LinkAction Action, long ExpiresAt, byte[] Signature);

/// <summary>Links that do one thing for one mailbox without a sign-in, for a time: signed with a key of the mailbox's own (HMAC-SHA-256).</summary>
internal sealed class SignedLinks(OwnAddress own, TimeProvider time)
{
    /// <summary>So long a digest's links work.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(60);

    public Uri Of(long mailboxId, AlertSettingsRow settings, LinkAction action)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{mailboxId}.{(int)action}.{(time.GetUtcNow() + Life).ToUnixTimeSeconds()}");
        return own.Of($"{PublicPaths.Links}{said}.{WebEncoders.Base64UrlEncode(Sign(settings.LinkKey, said))}");
    }

    /// <returns>Null for what is no token.</returns>
    public static LinkToken? Parse(string text)
    {
        var parts = text.Split('.');
        try
        {
            return parts.Length == 4
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var mailbox)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var action) && Enum.IsDefined((LinkAction)action)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
                ? new LinkToken(mailbox, (LinkAction)action, expires, WebEncoders.Base64UrlDecode(parts[3]))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public bool IsGood(LinkToken token, byte[] key) =>
        CryptographicOperations.FixedTimeEquals(Sign(key, string.Create(CultureInfo.InvariantCulture, $"{token.MailboxId}.{(int)token.Action}.{token.ExpiresAt}")), token.Signature)
        && time.GetUtcNow().ToUnixTimeSeconds() < token.ExpiresAt;

    private static byte[] Sign(byte[] key, string said) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("digest-link:" + said));
}
