using System.Globalization;
using System.Text;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Draws a subject and fills its words so that they fit the day.</summary>
internal static class SubjectLine
{
    /// <summary>Fewer than the lines of any topic.</summary>
    private const int Remembered = 7;

    private static readonly string[][] Mail = [.. Enum.GetValues<Topic>().Select(topic => Lines(MailTable(topic)))];

    private static readonly string[][] Meetings = [.. Enum.GetValues<Topic>().Select(topic => Lines(MeetingTable(topic)))];

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["campaign"] = ["Clear Water", "Every Drop", "Open Source of Life", "Rain Ready", "Hidden Rivers", "100 Years Tarnfeld"],
        ["city"] = ["Bremen", "Lyon", "Porto", "Gdansk", "Rotterdam", "Leipzig", "Graz", "Aarhus", "Kassel", "Hamburg", "Turin", "Bergen"],
        ["client"] = ["Nordhafen", "Auenthal", "Meerbusch Waterworks", "Delta Board", "Rheinaue"],
        ["fair"] = ["Aquaforum", "Water Days", "Smart Town Expo", "user day"],
        ["language"] = ["French", "Polish", "Portuguese", "Danish", "Dutch", "Italian", "Spanish", "Turkish"],
        ["medium"] = ["customer magazine", "image brochure", "annual report", "wall calendar", "staff magazine", "product flyer"],
        ["outlet"] = ["Hansekurier", "Blickpunkt Wasser", "Radio Elbufer", "Kommunalzeitung", "Umwelt Heute"],
        ["partner"] = ["Lindwurm", "Pixelwerft", "Kirschbaum", "Meridian", "Brennweite", "Palisander"],
        ["product"] = ["Pegel One", "Tidewatch", "Rivus 3", "Flowline", "Rivus Mini"],
        ["release"] = ["2.4", "3.0", "3.1", "3.2", "4.0"],
        ["role"] = ["content editor", "communications trainee", "web editor", "video producer", "working student"],
        ["story"] = ["water losses", "heavy rain", "the new test basin", "apprentices", "leak detection", "the canteen", "open data", "smart meters", "the Porto plant", "the sustainability report", "hybrid work", "company bikes"],
        ["training"] = ["storytelling", "crisis communication", "video on the phone", "accessible documents"],
        ["version"] = ["2", "3", "4", "5", "6", "7"],
    };

    /// <summary>Does not come back to one of the <paramref name="recent"/> lines, the last few of the same people, and adds its own.</summary>
    public static string ForMail(Topic topic, DateOnly day, Queue<string> recent, ref Dice dice)
    {
        var line = dice.Pick(Mail[(int)topic]);
        while (recent.Contains(line))
        {
            line = dice.Pick(Mail[(int)topic]);
        }

        recent.Enqueue(line);
        if (recent.Count > Remembered)
        {
            recent.Dequeue();
        }

        return Fill(line, day, "", ref dice);
    }

    public static string ForMeeting(Topic topic, DateOnly day, string other, ref Dice dice) =>
        Fill(dice.Pick(Meetings[(int)topic]), day, other, ref dice);

    public static string Fill(string template, DateOnly day, string other, ref Dice dice)
    {
        var line = new StringBuilder(template.Length + 24);
        var from = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', from))
        {
            var close = template.IndexOf('}', open);
            line.Append(template, from, open - from).Append(Word(template[(open + 1)..close], day, other, ref dice));
            from = close + 1;
        }

        line.Append(template, from, template.Length - from);
        line[0] = char.ToUpperInvariant(line[0]);
        return line.ToString();
    }

    public static string[] Lines(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Word(string slot, DateOnly day, string other, ref Dice dice) => slot switch
    {
        "me" => "Ines",
        "other" => other,
        "month" => Month(day),
        "nextmonth" => Month(day.AddMonths(1)),
        "quarter" => Quarter(day),
        "nextquarter" => Quarter(day.AddMonths(3)),
        "year" => day.Year.ToString(CultureInfo.InvariantCulture),
        "nextyear" => (day.Year + 1).ToString(CultureInfo.InvariantCulture),
        "number" => string.Create(CultureInfo.InvariantCulture, $"{day.Year % 100}-{dice.Between(1040, 9870)}"),
        "weekday" => NextWorkday(day, dice.Between(1, 3)).DayOfWeek.ToString(),
        _ => dice.Pick(Words[slot]),
    };

    private static string Month(DateOnly day) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);

    private static DateOnly NextWorkday(DateOnly day, int times)
    {
        while (times > 0)
        {
            day = day.AddDays(1);
            times -= WorkingTime.IsWorkday(day) ? 1 : 0;
        }

        return day;
    }

    private static string Quarter(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"Q{(day.Month + 2) / 3}");

    private static string MailTable(Topic topic) => topic switch
    {
        Topic.Agency => OutsideSubjects.Agency,
        Topic.Budget => InsideSubjects.Budget,
        Topic.Campaign => OutsideSubjects.Campaign,
        Topic.Client => OutsideSubjects.Client,
        Topic.Crisis => InsideSubjects.Crisis,
        Topic.Events => OutsideSubjects.Events,
        Topic.Film => OutsideSubjects.Film,
        Topic.Hr => InsideSubjects.Hr,
        Topic.It => InsideSubjects.It,
        Topic.Legal => InsideSubjects.Legal,
        Topic.Media => OutsideSubjects.Media,
        Topic.Operations => InsideSubjects.Operations,
        Topic.Personal => OutsideSubjects.Personal,
        Topic.Press => OutsideSubjects.Press,
        Topic.Print => OutsideSubjects.Print,
        Topic.Product => InsideSubjects.Product,
        Topic.Relaunch => OutsideSubjects.Relaunch,
        Topic.Research => OutsideSubjects.Research,
        Topic.Sales => InsideSubjects.Sales,
        Topic.Social => InsideSubjects.Social,
        Topic.Translation => OutsideSubjects.Translation,
        _ => InsideSubjects.Internal,
    };

    private static string MeetingTable(Topic topic) => topic switch
    {
        Topic.Agency or Topic.Campaign or Topic.Print => MeetingSubjects.Agency + "\n" + MeetingSubjects.Any,
        Topic.Events => MeetingSubjects.Events + "\n" + MeetingSubjects.Any,
        Topic.Personal => MeetingSubjects.Personal,
        Topic.Media => MeetingSubjects.Media,
        Topic.Press or Topic.Crisis => MeetingSubjects.Press,
        Topic.Product or Topic.Sales => MeetingSubjects.Product + "\n" + MeetingSubjects.Any,
        Topic.Relaunch => MeetingSubjects.Relaunch,
        Topic.Budget => MeetingSubjects.Money,
        _ => MeetingSubjects.Any,
    };
}
