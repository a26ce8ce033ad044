using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>What the owner has decided: who is one person, and what is left out.</summary>
public static class ChoiceQueries
{
    public static async Task<IReadOnlyList<IdentityChoice>> IdentityChoicesAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        [.. (await db.IdentityChoices.AsNoTracking().Where(c => c.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(c => EmailAddress.TryParse(c.A, out var a) && EmailAddress.TryParse(c.B, out var b) ? new IdentityChoice(a, b, c.Same) : (IdentityChoice?)null)
            .OfType<IdentityChoice>()];

    /// <summary>What was said of these pairs is forgotten, and whose address is whose has to be worked out anew.</summary>
    public static async Task ForgetAsync(this NetworkContext db, long mailboxId, IEnumerable<IdentityChoice> choices, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            foreach (var choice in choices.Select(c => c.InOrder()))
            {
                await db.IdentityChoices.Where(c => c.MailboxId == mailboxId && c.A == choice.A.Value && c.B == choice.B.Value).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            }

            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Regroup, true), cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The newest word on each pair stands, and whose address is whose has to be worked out anew.</summary>
    public static async Task ChooseAsync(this NetworkContext db, long mailboxId, IEnumerable<IdentityChoice> choices, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            foreach (var choice in choices.Select(c => c.InOrder()))
            {
                var row = await db.IdentityChoices.FindAsync([mailboxId, choice.A.Value, choice.B.Value], cancellation).ConfigureAwait(false)
                    ?? db.IdentityChoices.Add(new IdentityChoiceRow { MailboxId = mailboxId, A = choice.A.Value, B = choice.B.Value }).Entity;
                row.Same = choice.Same;
            }

            // Said in the database, not in a row read before: a grouping that is just ending may be about to say the contrary.
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Regroup, true), cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    public static async Task<FilterChoices> FilterChoicesAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        new(await db.FilterChoices.AsNoTracking().Where(c => c.MailboxId == mailboxId).ToDictionaryAsync(c => c.Pattern, c => c.LeftOut, StringComparer.Ordinal, cancellation).ConfigureAwait(false));

    /// <param name="leftOut">Null leaves it to the rules again.</param>
    public static async Task ChooseAsync(this NetworkContext db, long mailboxId, FilterPattern pattern, bool? leftOut, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var row = await db.FilterChoices.FindAsync([mailboxId, pattern.Value], cancellation).ConfigureAwait(false);
            switch (row, leftOut)
            {
                case (null, { } chosen):
                    db.FilterChoices.Add(new FilterChoiceRow { MailboxId = mailboxId, Pattern = pattern.Value, LeftOut = chosen });
                    break;
                case ({ } known, { } chosen):
                    known.LeftOut = chosen;
                    break;
                case ({ } known, null):
                    db.FilterChoices.Remove(known);
                    break;
            }

            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Revision, m => m.Revision + 1), cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }
}
