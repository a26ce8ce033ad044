using System.Globalization;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Wording;

internal sealed partial class English : Words
{
    public override string Language => "en";

    public override string Own => "This is one of your own addresses.";

    public override string Forgotten => "You had this address forgotten: nothing is kept of it, and nothing more is read.";

    public override string NeverSeen => "No mail or meeting between the two of you has been read.";

    public override string Resting => "You let this one rest.";

    protected override string Weekly => "nearly every week";

    protected override string Yearly => "about once a year";

    public override string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public override string Month(DateTimeOffset at) => Name(at, withYear: true);

    public override string Months(DateTimeOffset first, DateTimeOffset last)
    {
        var (from, to) = (first.UtcDateTime, last.UtcDateTime);
        return from.Year == to.Year && from.Month == to.Month
            ? $"in {Month(first)}"
            : $"between {Name(first, from.Year != to.Year)} and {Month(last)}";
    }

    public override string Exchange(Exchanged what, int mails, int met, int weeks, Part part, DateTimeOffset first, DateTimeOffset last, string? silence)
    {
        var (all, times) = (Count(mails, "mail", "mails"), met == 1 ? "once" : Count(met, "time", "times"));
        var did = what switch
        {
            Exchanged.Met => $"You met {times}",
            Exchanged.ReceivedAndMet => $"You received {all} and met {times}",
            Exchanged.SentAndMet => $"You sent {all} and met {times}",
            Exchanged.MailsAndMet => $"You exchanged {all} and met {times}",
            Exchanged.Mails => $"You exchanged {all}",
            Exchanged.Sent => $"You sent {all}",
            _ => $"You received {all}",
        };
        var how = part switch { Part.All => "all ", Part.Most => "most ", _ => string.Empty };
        return $"{did} {(weeks == 1 ? "in one week" : $"in {weeks} different weeks")}, {how}{Months(first, last)}{(silence is null ? string.Empty : $"; nothing for {silence}")}.";
    }

    public override string LastMet(DateTimeOffset at) => $"You last met on {Day(at)}.";

    public override string YouWroteLast(DateTimeOffset at) => $"You wrote last, on {Day(at)}.";

    public override string TheyWroteLast(string name, DateTimeOffset at) => $"{name} wrote last, on {Day(at)}; you have not written since.";

    public override string Before(string often) => $"Before, you were in touch {often}.";

    public override string LastMail(string subject) => $"Your last mail was about «{subject}».";

    public override string LastMeeting(string title) => $"Your last meeting was «{title}».";

    public override string Wish(int everyWeeks, int days) => $"{Wished(everyWeeks, days)}.";

    public override string LongKnown(string name, DateTimeOffset since, int weeks, DateTimeOffset first, DateTimeOffset last) =>
        $"You have known {name} since {Month(since)}; you were once in touch in {weeks} weeks of a year, {Months(first, last)}.";

    public override string WorksAt(string name, string company) => $"{name} works at {company}, outside your own company.";

    public override string WritesFrom(string name, string domain) => $"{name} writes from {domain}, outside your own company.";

    public override string WorksIn(string name, string department) => $"{name} works in another department than you: {department}.";

    public override string WroteFirst(string name, int theirs, int all) =>
        $"{name} used to write first: {(theirs == all ? $"all {all}" : $"{theirs} of the {all}")} times you were in touch again after four weeks or more.";

    public override string Snoozed(string name, DateTimeOffset until) => $"You set {name} aside until {Day(until)}.";

    public override string MeetingSoon(string name, DateTimeOffset at) => $"You and {name} meet on {Day(at)}; nothing needs doing.";

    public override string Dismissed(string name, DateTimeOffset at, DateTimeOffset again) => $"You said «not now» on {Day(at)}; {Again(name, again)}";

    public override string Drafted(string name, DateTimeOffset at, DateTimeOffset again) => $"You made a draft to {name} on {Day(at)}; {Again(name, again)}";

    public override string Written(string name, DateTimeOffset at, DateTimeOffset again) => $"You wrote to {name} on {Day(at)}; {Again(name, again)}";

    public override string Unanswered(string name, int mails) => $"Your last {mails} mails to {name} have had no answer yet; a line from {name} changes that.";

    public override string Dormant(string name, string length) => $"You and {name} have not been in touch for {length}.";

    public override string Fading(string name, string length) => $"It has been {length}, longer than usual between you and {name}.";

    public override string JustMet(string name) => $"You and {name} have only just met; there is nothing to revive.";

    public override string InTouch(string name, DateTimeOffset last) => $"You and {name} are in touch; last contact was on {Day(last)}.";

    public override string OneWay(string name) => $"{name} has written to you, and you have not written back.";

    public override string NeverWroteBack(string name) => $"You have written to {name}, and nothing has come back.";

    public override string TooLittle(string name, int weeks) => $"You and {name} have been in touch in {Weeks(weeks)} so far; a suggestion needs {RelationshipModel.MinWeeks}.";

    public override string LeftOut(Noise noise) => noise switch
    {
        Noise.NoReply => "Left out: this address says that it cannot be answered.",
        Noise.Automatic => "Left out: newsletters and notifications come from this address.",
        Noise.Role => "Left out: an office answers at this address, not one person.",
        Noise.List => "Left out: this is a mailing list or a group.",
        Noise.Room => "Left out: this is a room or a piece of equipment.",
        Noise.OwnAlias => "Left out: this looks like another address of yours.",
        Noise.ByOwner => "Left out: you said so.",
        _ => "Left out: this address only ever writes.",
    };

    public override string Definition(RelationshipState state) => state switch
    {
        RelationshipState.New => $"New: the first contact was at most {RelationshipModel.NewFor.Days} days ago.",
        RelationshipState.Close => $"Close: in touch in at least {RelationshipModel.CloseWeeks} of the last 13 weeks.",
        RelationshipState.Steady => "Steady: in touch, and not silent for longer than your own rhythm explains.",
        RelationshipState.Fading => $"Fading: silent for more than {RelationshipModel.FadingRhythms:0} times your usual distance; that is never less than {RelationshipModel.FadingAtLeast.Days} days and never more than {RelationshipModel.FadingAtMost.Days}. At least {RelationshipModel.MinWeeks} weeks of contact came before.",
        RelationshipState.Dormant => string.Create(CultureInfo.InvariantCulture, $"Dormant: silent for more than {RelationshipModel.FadingRhythms * RelationshipModel.DormantFadings:0.0} times your usual distance; that is never less than {RelationshipModel.DormantAtLeast.Days} days and never more than {(RelationshipModel.DormantFadings * RelationshipModel.FadingAtMost).Days}. Before it came at least {RelationshipModel.MinWeeks} weeks of contact, and both of you took part."),
        RelationshipState.Resting => "Resting: you let this one rest.",
        _ => $"Too little to say: fewer than {RelationshipModel.MinWeeks} weeks of contact, or only one of you ever wrote.",
    };

    public override string Feature(string code) => code switch
    {
        "pulse" => "weeks in touch lately; each counts half after 30 days",
        "exchange" => "the same, but only weeks in which each of you turned to the other",
        "memory" => "weeks in touch over the last year; each counts half after 180 days",
        "quarters" => "quarters of a year with contact; each counts half after 180 days",
        "own-weeks" => "weeks between the first and the last time you turned to them",
        _ => "weeks since you were last in touch",
    };

    protected override string EveryWeeks(int weeks) => $"about every {weeks} weeks";

    protected override string EveryMonths(int months) => $"about every {months} months";

    protected override string Days(int days) => Count(days, "day", "days");

    protected override string Weeks(int weeks) => Count(weeks, "week", "weeks");

    protected override string CalendarMonths(int months) => Count(months, "month", "months");

    protected override string Years(int years) => Count(years, "year", "years");

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many}");

    private static string Name(DateTimeOffset at, bool withYear) => at.UtcDateTime.ToString(withYear ? "MMMM yyyy" : "MMMM", CultureInfo.InvariantCulture);

    private string Again(string name, DateTimeOffset again) => $"{name} may come up again from {Day(again)}.";

    private string Wished(int everyWeeks, int days)
    {
        var weeks = days / 7;
        var been = days < 14 || weeks == everyWeeks ? Days(days) : everyWeeks == 1 ? Weeks(weeks) : $"{weeks}";
        return $"You wanted to be in touch {(everyWeeks == 1 ? "every week" : $"every {everyWeeks} weeks")}; it has been {been}";
    }
}
