using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Queries;

/// <summary>Who is left out, by the owner's word or by rule; and what of the mailbox everybody in it shares.</summary>
/// <param name="Revision">Of the mailbox; 0 where nothing of it is stored.</param>
internal sealed record PeopleFilter(long Revision, string OwnerName, OwnPlace Own, Calibration? Calibration, FilterChoices Choices, IReadOnlyList<OwnersWordRow> Said)
{
    private readonly ILookup<string, OwnersWordRow> _said = Said.ToLookup(w => w.Address, StringComparer.Ordinal);

    public OwnersWord WordOn(IEnumerable<string> addresses) => Said.Count == 0 ? OwnersWord.None : addresses.SelectMany(a => _said[a]).ToWord();

    /// <param name="keep">The owner asked for the person: no rule outweighs that.</param>
    public Noise? NoiseOf(EmailAddress address, DirectoryKind kind, WeeklyHistory history, bool keep) => Choices.For(address) switch
    {
        true => Noise.ByOwner,
        false => null,
        null => keep ? null : LeftOut.Why(address, kind, history, OwnerName, Own.Addresses),
    };
}

internal static class PeopleFilterQueries
{
    /// <param name="about">Whose addresses the owner's word is needed of; null for everybody's.</param>
    public static async Task<PeopleFilter> PeopleFilterAsync(this NetworkContext db, long mailboxId, IReadOnlyCollection<string>? about, CancellationToken cancellation)
    {
        var owner = await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
        return new PeopleFilter(
            owner?.Revision ?? 0,
            owner?.OwnerName ?? string.Empty,
            owner?.OwnPlace ?? new OwnPlace([]),
            owner?.Calibration,
            await db.FilterChoicesAsync(mailboxId, cancellation).ConfigureAwait(false),
            await db.OwnersWordsAsync(mailboxId, about, cancellation).ConfigureAwait(false));
    }
}
