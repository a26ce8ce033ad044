using System.Globalization;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Wording;

/// <summary>What the two did, as far as a sentence tells it.</summary>
public enum Exchanged
{
    /// <summary>Mails both ways.</summary>
    Mails,

    Sent,
    Received,
    Met,
    MailsAndMet,
    SentAndMet,
    ReceivedAndMet,
}

/// <summary>How much of what happened lies in the months that are named.</summary>
public enum Part
{
    /// <summary>From the first to the last.</summary>
    Whole,

    /// <summary>They are a few months only.</summary>
    All,

    /// <summary>More than half.</summary>
    Most,
}

/// <summary>Every sentence, in one language. Of a length or a date it gets the facts, never words.</summary>
public abstract partial class Words
{
    public static Words English { get; } = new English();

    public static Words German { get; } = new German();

    /// <summary>Of whoever asks: by <see cref="CultureInfo.CurrentUICulture"/>, English where it is neither.</summary>
    public static Words Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <param name="language">As in <see cref="Language"/>; English for any other.</param>
    public static Words Of(string language) => language == German.Language ? German : English;

    /// <summary>As in <c>en</c>.</summary>
    public abstract string Language { get; }

    public abstract string Own { get; }

    public abstract string NeverSeen { get; }

    public abstract string Forgotten { get; }

    public abstract string Resting { get; }

    /// <summary>As in «12 March 2024».</summary>
    public abstract string Day(DateTimeOffset at);

    /// <summary>As in «March 2024».</summary>
    public abstract string Month(DateTimeOffset at);

    /// <summary>As in «in March 2024», «between March and May 2024», «between December 2023 and January 2024».</summary>
    public abstract string Months(DateTimeOffset first, DateTimeOffset last);

    /// <summary>As in «about every 3 weeks».</summary>
    /// <param name="days">Between two weeks with contact; 7 or more.</param>
    /// <returns>Null from a year and a half on, for which there is no good word.</returns>
    public string? Often(double days) => days switch
    {
        < 10.5 => Weekly,
        < 60 => EveryWeeks(Rounded(days / 7)),
        < 330 => EveryMonths(Rounded(days / 30.44)),
        < 550 => Yearly,
        _ => null,
    };

    /// <summary>Whole days up to two weeks, weeks up to three months, then months of the calendar up to two years, then years. In German in the dative.</summary>
    /// <param name="to">Not before <paramref name="from"/>.</param>
    public string Length(DateTimeOffset from, DateTimeOffset to)
    {
        var days = (int)(to - from).TotalDays;
        var months = WholeMonths(from.UtcDateTime, to.UtcDateTime);
        return days switch
        {
            < 14 => Days(days),
            _ when months < 3 => Weeks(days / 7),
            _ when months < 24 => CalendarMonths(months),
            _ => Years(months / 12),
        };
    }

    /// <param name="silence">Since the last contact, where it is long enough to be said.</param>
    public abstract string Exchange(Exchanged what, int mails, int met, int weeks, Part part, DateTimeOffset first, DateTimeOffset last, string? silence);

    public abstract string LastMet(DateTimeOffset at);

    public abstract string YouWroteLast(DateTimeOffset at);

    public abstract string TheyWroteLast(string name, DateTimeOffset at);

    public abstract string Before(string often);

    public abstract string LastMail(string subject);

    public abstract string LastMeeting(string title);

    /// <param name="days">Since the last contact.</param>
    public abstract string Wish(int everyWeeks, int days);

    public abstract string LongKnown(string name, DateTimeOffset since, int weeks, DateTimeOffset first, DateTimeOffset last);

    public abstract string WorksAt(string name, string company);

    public abstract string WritesFrom(string name, string domain);

    public abstract string WorksIn(string name, string department);

    public abstract string WroteFirst(string name, int theirs, int all);

    public abstract string Snoozed(string name, DateTimeOffset until);

    public abstract string MeetingSoon(string name, DateTimeOffset at);

    public abstract string Dismissed(string name, DateTimeOffset at, DateTimeOffset again);

    public abstract string Drafted(string name, DateTimeOffset at, DateTimeOffset again);

    public abstract string Written(string name, DateTimeOffset at, DateTimeOffset again);

    public abstract string Unanswered(string name, int mails);

    public abstract string Dormant(string name, string length);

    public abstract string Fading(string name, string length);

    public abstract string JustMet(string name);

    public abstract string InTouch(string name, DateTimeOffset last);

    public abstract string OneWay(string name);

    public abstract string NeverWroteBack(string name);

    public abstract string TooLittle(string name, int weeks);

    public abstract string LeftOut(Noise noise);

    public abstract string Definition(RelationshipState state);

    /// <param name="code">As in <see cref="FeatureShare.Code"/>.</param>
    public abstract string Feature(string code);

    protected abstract string Weekly { get; }

    protected abstract string Yearly { get; }

    protected abstract string EveryWeeks(int weeks);

    protected abstract string EveryMonths(int months);

    protected abstract string Days(int days);

    protected abstract string Weeks(int weeks);

    protected abstract string CalendarMonths(int months);

    protected abstract string Years(int years);

    private static int Rounded(double number) => (int)Math.Round(number, MidpointRounding.AwayFromZero);

    private static int WholeMonths(DateTime from, DateTime to)
    {
        var months = (12 * (to.Year - from.Year)) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
