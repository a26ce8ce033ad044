using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation;

/// <summary>A mailbox as it was known at one moment: nothing in it came later.</summary>
/// <param name="At">UTC seconds; a contact at the cut is known.</param>
/// <param name="End">Up to when the mailbox tells what came: the time at 98 % of its contacts.</param>
/// <param name="Histories">Of every address, so that the mailbox can calibrate itself as it does in the product.</param>
internal sealed record Cut(string Mailbox, long At, long End, IReadOnlyList<WeeklyHistory> Histories)
{
    private const double Start = 0.02, Finish = 0.98;

    /// <summary>The five of the protocol, as parts of the time from 2 % to 98 % of the contacts.</summary>
    public static readonly IReadOnlyList<double> OfProtocol = [0.4, 0.5, 0.6, 0.7, 0.8];

    // A history does not know whose it is; the addresses of these files are compared as they stand, readable or not.
    private static readonly EmailAddress Anybody = EmailAddress.TryParse("anybody@example.com", out var address) ? address : throw new InvalidOperationException();

    private Calibration? _calibration;

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(At);

    /// <summary>Of the product, by what was known at the cut.</summary>
    public Calibration Calibration => _calibration ??= Calibration.Of(Histories, Now);

    /// <summary>The moments of a mailbox, with the addresses in order and what was known of each: at least one contact.</summary>
    public static IEnumerable<(Cut Cut, IReadOnlyList<(string Address, IReadOnlyList<Contact> All, int Known)> Addresses)> Of(Mailbox mailbox, IEnumerable<double> parts)
    {
        var times = mailbox.Contacts.Values.SelectMany(c => c).Select(c => c.At).Order().ToList();
        var (from, to) = (times[(int)(times.Count * Start)], times[(int)(times.Count * Finish)]);
        foreach (var at in parts.Select(part => (long)Math.Floor(from + (part * (to - from)))))
        {
            var addresses = mailbox.Contacts.OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => (Address: c.Key, All: c.Value, Known: c.Value.TakeWhile(x => x.At <= at).Count()))
                .Where(c => c.Known > 0).ToList();
            yield return (new Cut(mailbox.Name, at, to, [.. addresses.Select(a => History(a.All.Take(a.Known)))]), addresses);
        }
    }

    private static WeeklyHistory History(IEnumerable<Contact> contacts) => WeeklyHistory.Of(contacts.Select(c => new Interaction(
        default, Anybody, DateTimeOffset.FromUnixTimeSeconds(c.At), Channel.Mail, c.Outgoing ? Direction.Out : Direction.In)));
}
