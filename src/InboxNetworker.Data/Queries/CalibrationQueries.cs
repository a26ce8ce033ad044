using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class CalibrationQueries
{
    /// <summary>Lets the mailbox calibrate itself on its own past, and keeps what comes out; see <see cref="Calibration"/>.</summary>
    public static async Task CalibrateAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
        var people = await db.AtOneMomentAsync(() => PeopleAsync(db, mailboxId, cancellation), cancellation).ConfigureAwait(false);
        var own = Calibration.Of(people, now);
        var changed = own != known?.Calibration;
        await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.CalibratedAt, now)
                .SetProperty(m => m.CalibrationShift, own.Shift)
                .SetProperty(m => m.CalibrationSlope, own.Slope)
                .SetProperty(m => m.CalibrationOutcomes, own.Outcomes)
                .SetProperty(m => m.Revision, m => changed ? m.Revision + 1 : m.Revision),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Everybody by the addresses that are not left out.</summary>
    private static async Task<IReadOnlyCollection<Candidate>> PeopleAsync(NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var filter = await db.PeopleFilterAsync(mailboxId, null, cancellation).ConfigureAwait(false);
        var people = new Dictionary<long, Candidate>();
        var statements = new Statements(db);
        await using (statements.ConfigureAwait(false))
        {
            var rows = statements.Prepare("""SELECT "ContactId", "History", "LastAt", "Value", "Kind" FROM "address" WHERE "MailboxId" = @0""", 1);
            rows.Set(0, mailboxId);
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var one = new Candidate(rows.Number(0), rows.Bytes(1), DateTimeOffset.FromUnixTimeSeconds(rows.Number(2)), null);
                if (EmailAddress.TryParse(rows.Text(3), out var address) && filter.NoiseOf(address, (DirectoryKind)rows.Number(4), one.History.ToHistory(), keep: false) is null)
                {
                    people[one.ContactId] = people.TryGetValue(one.ContactId, out var known) ? known + one : one;
                }
            }
        }

        return people.Values;
    }
}
