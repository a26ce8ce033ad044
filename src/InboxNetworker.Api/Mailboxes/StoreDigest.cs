using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>The digest of a mailbox as it is stored; worked out once for every revision of the store.</summary>
internal sealed class StoreDigest(IDbContextFactory<NetworkContext> contexts)
{
    private volatile Known? _known;

    /// <returns>Null when nothing of this mailbox is stored.</returns>
    public Task<string?> OfAsync(long mailboxId, CancellationToken cancellation) => contexts.UseAsync(
        async db =>
        {
            if (await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false) is not { } mailbox)
            {
                return null;
            }

            if (_known is { } known && known.MailboxId == mailboxId && known.Revision == mailbox.Revision)
            {
                return known.Digest;
            }

            var digest = await db.DigestAsync(mailboxId, cancellation).ConfigureAwait(false);
            _known = new Known(mailboxId, mailbox.Revision, digest);
            return digest;
        },
        cancellation);

    private sealed record Known(long MailboxId, long Revision, string Digest);
}
