using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>What the list is made of: of everybody the few columns that rank them, of the few who are shown the rest.</summary>
public static class RankingQueries
{
    /// <summary>Everybody with whom something was counted, as far as ranking needs it.</summary>
    /// <param name="words">What the owner has said, by contact.</param>
    /// <param name="db">Within <see cref="SnapshotQueries.AtOneMomentAsync"/>, and something was read there before.</param>
    internal static async Task<IReadOnlyCollection<Candidate>> CandidatesAsync(
        this NetworkContext db, long mailboxId, IReadOnlyDictionary<long, OwnersWord> words, CancellationToken cancellation)
    {
        var candidates = new Dictionary<long, Candidate>();
        var statements = new Statements(db);
        await using (statements.ConfigureAwait(false))
        {
            // A file of SQLite holds one mailbox: an index would only lead to the same rows one by one.
            var table = db.Database.GetDbConnection() is SqliteConnection ? "\"address\" NOT INDEXED" : "\"address\"";
            var rows = statements.Prepare($"""SELECT "ContactId", "History", "LastAt", "NextMeetingAt" FROM {table} WHERE "MailboxId" = @0""", 1);
            rows.Set(0, mailboxId);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var candidate = new Candidate(rows.Number(0), rows.Bytes(1), DateTimeOffset.FromUnixTimeSeconds(rows.Number(2)), rows.TimeOrNull(3));
                if (!candidates.TryAdd(candidate.ContactId, candidate))
                {
                    candidates[candidate.ContactId] += candidate;
                }
            }
        }

        foreach (var (contactId, word) in words)
        {
            if (candidates.TryGetValue(contactId, out var candidate))
            {
                candidates[contactId] = candidate with { Word = word };
            }
        }

        return candidates.Values;
    }
}
