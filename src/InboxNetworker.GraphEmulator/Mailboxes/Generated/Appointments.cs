using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.GraphEmulator.Mailboxes.Generated;

/// <summary>The calendar: small meetings, a tenth with nobody else, a few series; the last ones are still to come.</summary>
internal sealed class Appointments(Circle circle, Span time)
{
    private const int Most = 600, Fewest = 10, MessagesEach = 100;

    public Meeting[] Arrange(int messages)
    {
        var dice = Dice.For("appointments");
        var all = new Meeting[Math.Clamp(messages / MessagesEach, Fewest, Most)];
        for (var i = 0; i < all.Length; i++)
        {
            // The calendar reaches a little past the end of the mail.
            all[i] = Arrange(i, 1.01 * (i + dice.Next()) / all.Length, ref dice);
        }

        return all;
    }

    private Meeting Arrange(int number, double at, ref Dice dice)
    {
        var day = time.At(at).Date;
        var start = new DateTimeOffset(day.AddDays(day.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 }), TimeSpan.Zero).AddHours(dice.Between(8, 16));
        var others = new HashSet<Recipient>();
        for (var more = dice.Next() switch { < 0.1 => 0, < 0.5 => 1, < 0.75 => 2, < 0.9 => 3, _ => dice.Between(4, 7) }; more > 0; more--)
        {
            others.Add(circle.Pick(at, person: true, ref dice).Recipient);
        }

        var mine = others.Count == 0 || dice.Chance(0.5);
        var series = dice.Chance(0.05);
        return new Meeting(
            "m" + number.ToString(CultureInfo.InvariantCulture),
            Names.Subject(number, ref dice),
            start,
            start.AddMinutes(30 * dice.Between(1, 3)),
            mine ? Circle.Me : others.First(),
            [
                .. mine ? [] : new[] { new Attendee(Circle.Me.Name, Circle.Me.Address, AttendeeType.Required, Response.Accepted) },
                .. others.Select(o => new Attendee(o.Name, o.Address, AttendeeType.Required, Response.Accepted)),
            ],
            mine ? Response.Organizer : Response.Accepted,
            Weeks: series ? 2 : 0,
            Occurrences: series ? 12 : 1);
    }
}
