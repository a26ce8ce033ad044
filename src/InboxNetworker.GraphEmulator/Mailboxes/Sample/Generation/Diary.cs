using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>The calendar, with the invitations and answers it leaves in the mail; the owner is in one place at a time.</summary>
internal sealed class Diary(Post post)
{
    private readonly HashSet<(DateOnly Day, int HalfHour)> _taken = [];

    public List<Meeting> Meetings { get; } = new(700);

    public void Play(Series series)
    {
        foreach (var (from, to, isTermStart) in Terms())
        {
            var first = Later(from, post.WeeksAgo(series.From));
            first = first.AddDays((7 + (int)series.Day - (int)first.DayOfWeek) % 7);
            var last = to < post.WeeksAgo(series.To) ? to : post.WeeksAgo(series.To);
            var invited = WorkingTime.WorkdayOnOrBefore(first.AddDays(-20));
            if (first > last || invited >= post.Today)
            {
                continue;
            }

            var dice = Dice.For(series.Subject, first);
            var times = (last.DayNumber - first.DayNumber) / (7 * series.Every) + 1;
            var start = series.Hour * 60 + series.StartMinute;
            for (var time = 0; time < times; time++)
            {
                Take(first.AddDays(7 * series.Every * time), start, series.Minutes);
            }

            var people = series.Members.Where(each => each != series.Organizer).Select(each => InviteForGood(Cast.Of(each).At(0), ref dice)).ToList();
            Enter(
                new Plan(Key(series.Subject, first), series.Subject, first, start, series.Minutes, series.Organizer is null ? null : Cast.Of(series.Organizer).At(0))
                {
                    Weeks = series.Every,
                    Times = times,
                    Invited = isTermStart ? WorkingTime.At(invited, 9 * 60 + dice.Below(400), dice.Below(60)) : null,
                    Room = series.InRoom ? Places.Rooms[5] : null,
                },
                people,
                Response.Accepted,
                ref dice);
        }
    }

    public void Play(Relationship relationship)
    {
        var person = Cast.Of(relationship.Person);
        foreach (var phase in relationship.Phases.Where(each => each.Meetings > 0))
        {
            var end = phase.To == 0 ? post.Today.AddDays(21) : post.WeeksAgo(phase.To);
            foreach (var day in post.Days(post.WeeksAgo(phase.From), end))
            {
                var dice = Dice.For("meet " + relationship.Person, day);
                if (dice.Chance(phase.Meetings / 20 * post.Density(day)) && WorkingTime.IsWorkday(day) && !WorkingTime.OwnerIsAway(day))
                {
                    Single(person, phase, day, ref dice);
                }
            }
        }
    }

    /// <summary>Sixty people every quarter: the chief executive invites, by the hand of the assistant.</summary>
    public void PlayAllHands()
    {
        var host = Cast.Of("Henrik Aldersund").At(0);
        for (var month = new DateOnly(post.Begin.Year, 3, 1); month < post.Today.AddDays(60); month = month.AddMonths(3))
        {
            var day = month.AddDays((7 + (int)DayOfWeek.Thursday - (int)month.DayOfWeek) % 7 + 7);
            var invited = WorkingTime.WorkdayOnOrBefore(day.AddDays(-24));
            if (invited < post.Begin || invited >= post.Today)
            {
                continue;
            }

            var dice = Dice.For("all-hands", day);
            var staff = post.Staff(invited).Where(each => each.At(0) != host);
            var people = dice.Some(staff, 59).Select(each => Invite(each.At(0), 0.6, ref dice)).ToList();
            Take(day, 14 * 60, 90);
            var subject = string.Create(CultureInfo.InvariantCulture, $"All-hands Q{(day.Month + 2) / 3} {day.Year}");
            Enter(
                new Plan(Key("all-hands", day), subject, day, 14 * 60, 90, host)
                {
                    Invited = WorkingTime.At(invited, 11 * 60 + 5),
                    Room = Places.Auditorium,
                    WrittenBy = Cast.Of("Jitka Svobodnikova").At(0),
                },
                people,
                Response.Accepted,
                ref dice);
        }
    }

    /// <summary>The owner's leave: all-day entries without anybody else.</summary>
    public void PlayLeave()
    {
        for (var year = post.Begin.Year; year <= post.Today.Year; year++)
        {
            var from = WorkingTime.SummerLeave(year);
            if (from > post.Begin && from < post.Today.AddDays(200))
            {
                Meetings.Add(new Meeting(Key("leave", from), "Summer leave", Midnight(from), Midnight(from.AddDays(14)), Cast.Me, [], Response.Organizer, IsAllDay: true));
            }
        }
    }

    private void Single(Person person, Phase phase, DateOnly day, ref Dice dice)
    {
        var topic = dice.Pick(phase.Topics);
        var other = person.At(phase.Address);
        var invited = WorkingTime.WorkdayOnOrBefore(day.AddDays(-dice.Between(2, 12)));
        var minutes = topic == Topic.Personal ? 60 : dice.Pick([30, 30, 45, 60, 60, 90]);
        if (invited >= post.Today || invited < post.Begin || FreeStart(day, topic == Topic.Personal, minutes, ref dice) is not { } start)
        {
            return;
        }

        var mine = dice.Chance(phase.Mine);
        var ownResponse = dice.Next() switch { < 0.85 => Response.Accepted, < 0.92 => Response.TentativelyAccepted, < 0.97 => Response.Declined, _ => Response.NotResponded };
        Take(day, start, minutes);
        Enter(
            new Plan(Key(person.Name, day), SubjectLine.ForMeeting(topic, day, person.GivenName, ref dice), day, start, minutes, mine ? null : other)
            {
                Invited = WorkingTime.At(invited, WorkingTime.SomeMinute(ref dice), dice.Below(60)),
                Room = person.IsColleague && topic != Topic.Personal && dice.Chance(0.5) ? dice.Pick([.. Places.Rooms.Take(5)]) : null,
                IsCancelled = dice.Chance(0.06),
                WrittenBy = !mine && person.Name == "Dagmar Ostrowe" ? Cast.Of("Linnea Pacekova").At(0) : null,
            },
            mine ? [Invite(other, 0.85, ref dice)] : [],
            ownResponse,
            ref dice);
    }

    private void Enter(Plan plan, List<Attendee> people, Response ownResponse, ref Dice dice)
    {
        var mine = plan.Organizer is null;
        var attendees = people.ToList();
        if (!mine)
        {
            attendees.Add(new Attendee(Cast.Me.Name, Cast.Me.Address, AttendeeType.Required, ownResponse));
        }

        if (plan.Room is { } room)
        {
            attendees.Add(new Attendee(room.Name, room.Address, AttendeeType.Resource, Response.Accepted));
        }

        var start = WorkingTime.At(plan.Day, plan.Minute);
        Meetings.Add(new Meeting(
            plan.Key, plan.Subject, start, start.AddMinutes(plan.Minutes), plan.Organizer ?? Cast.Me, attendees,
            mine ? Response.Organizer : ownResponse, plan.Weeks, plan.Times, plan.IsCancelled));
        if (plan.Invited is { } invited && DateOnly.FromDateTime(invited.UtcDateTime) >= post.Begin)
        {
            Invitations.Send(post, plan, attendees, invited, ownResponse, ref dice);
        }
    }

    private int? FreeStart(DateOnly day, bool isLunch, int minutes, ref Dice dice)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var start = isLunch ? 12 * 60 + 30 : 9 * 60 + 30 * dice.Below(16);
            if (!Enumerable.Range(start / 30, (minutes + 29) / 30).Any(halfHour => _taken.Contains((day, halfHour))))
            {
                return start;
            }
        }

        return null;
    }

    private void Take(DateOnly day, int start, int minutes)
    {
        for (var halfHour = start / 30; halfHour * 30 < start + minutes; halfHour++)
        {
            _taken.Add((day, halfHour));
        }
    }

    /// <summary>Stretches without long holidays and without a change of the clocks: a series keeps its hour in UTC.</summary>
    private IEnumerable<(DateOnly From, DateOnly To, bool IsTermStart)> Terms()
    {
        for (var year = post.Begin.Year; year <= post.Today.Year + 1; year++)
        {
            yield return (Later(new(year, 1, 7), post.Begin), WorkingTime.LastSunday(year, 3).AddDays(-1), true);
            yield return (Later(WorkingTime.LastSunday(year, 3).AddDays(1), post.Begin), new(year, 7, 28), false);
            yield return (Later(new(year, 8, 22), post.Begin), WorkingTime.LastSunday(year, 10).AddDays(-1), true);
            yield return (Later(WorkingTime.LastSunday(year, 10).AddDays(1), post.Begin), new(year, 12, 18), false);
        }
    }

    private static Attendee Invite(Recipient who, double accepts, ref Dice dice) =>
        new(who.Name, who.Address, dice.Chance(0.93) ? AttendeeType.Required : AttendeeType.Optional, dice.Next() is var roll && roll < accepts ? Response.Accepted
            : roll < accepts + (1 - accepts) * 0.3 ? Response.TentativelyAccepted
            : roll < accepts + (1 - accepts) * 0.6 ? Response.Declined
            : Response.NotResponded);

    /// <summary>Nobody declines a whole series.</summary>
    private static Attendee InviteForGood(Recipient who, ref Dice dice) =>
        Invite(who, 0.85, ref dice) is { Response: not Response.Declined } attendee ? attendee : new(who.Name, who.Address, AttendeeType.Required, Response.NotResponded);

    private static string Key(string what, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"e{Dice.Token(what)[..8]}.{day:yyyyMMdd}");

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
