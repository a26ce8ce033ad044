using InboxNetworker.Api.Hosting;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Auth;

/// <summary>What follows when the owner of a mailbox has signed in: the mailbox is opened, the record says so, and reading begins.</summary>
internal sealed class Arrival(IServiceProvider parts, CurrentMailbox mailbox, IDbContextFactory<NetworkContext> contexts, BeginReading begin, TimeProvider time)
{
    /// <param name="permission">Because a further permission was given.</param>
    /// <returns>What keeps the mailbox from being opened; null when it was.</returns>
    public async Task<GraphProblem?> SignedInAsync(bool permission, CancellationToken cancellation)
    {
        // The connection asks for tokens where this is called from; so it is looked up only now.
        var owner = await parts.GetRequiredService<GraphMailbox>().OwnerAsync(Patience.Person, cancellation).ConfigureAwait(false);
        if (owner.Value is not { } me)
        {
            return owner.Problem;
        }

        if (!mailbox.IsOf(me.Id))
        {
            return SignInProblem.Of("OtherMailbox");
        }

        mailbox.Id = await contexts.UseAsync(
            async db =>
            {
                var opened = await db.OpenMailboxAsync(me.Id, me.Name, new OwnPlace(me.Addresses, me.Company, me.Department), cancellation).ConfigureAwait(false);
                await db.NoteAsync(opened.Id, permission ? AuditEvent.Permission : AuditEvent.SignIn, 0, time.GetUtcNow(), cancellation).ConfigureAwait(false);
                return opened.Id;
            },
            cancellation).ConfigureAwait(false);
        await begin(mailbox.Key).ConfigureAwait(false);
        return null;
    }
}
