using System.Globalization;
using InboxNetworker.Core.Alerts;

namespace InboxNetworker.Core.Wording;

internal sealed partial class German
{
    /// <summary>As <see cref="DayOfWeek"/> counts them.</summary>
    private static readonly string[] DayNames = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

    public override string Calendar => "In Kontakt bleiben";

    public override string DigestTitle => "Ein paar Zeilen wert";

    public override string DigestClosing => "Sie bekommen diese Mail, weil Sie es so wollten. Niemand sonst bekommt sie.";

    public override string LessOften => "Seltener";

    public override string Unsubscribe => "Abbestellen";

    public override string Yes => "Ja";

    public override string LessOftenQuestion => "Soll höchstens alle vier Wochen eine Übersicht kommen?";

    public override string LessOftenDone => "Ab jetzt kommt höchstens alle vier Wochen eine Übersicht.";

    public override string StopQuestion => "Soll keine Übersicht mehr kommen?";

    public override string StopDone => "Es kommt keine Übersicht mehr. In den Einstellungen lässt sie sich wieder einschalten.";

    public override string LinkGone => "Dieser Link gilt nicht mehr. Dasselbe geht in der Seitenleiste, in den Einstellungen der Hinweise.";

    public override string AlertTitle(AlertKind kind, string name) => kind switch
    {
        AlertKind.MeetingSoon => $"Vor dem Treffen mit {name}",
        AlertKind.WaitsForAnswer => $"{name} antworten",
        AlertKind.NoAnswer => $"Bei {name} nachfragen",
        _ => WriteTo(name),
    };

    public override string MeetingAfterLong(string name, DateTime meeting, string? title, DateTimeOffset last, DateTimeOffset now) =>
        $"Sie treffen {name} am {Moment(meeting)}{Named(title)}; zuletzt hatten Sie am {Day(last)} Kontakt, vor {Length(last, now)}.";

    public override string WaitsForAnswer(string name, DateTimeOffset wrote, string? subject) => $"{name} hat am {Day(wrote)} geschrieben{Named(subject)}; seither haben Sie nicht geschrieben.";

    public override string NoAnswer(string name, DateTimeOffset wrote) => $"Sie haben {name} am {Day(wrote)} geschrieben; eine Antwort kam noch nicht.";

    public override string WishPassed(int everyWeeks, int days, DateTimeOffset last) => $"{Wished(everyWeeks, days)}, seit dem {Day(last)}.";

    public override string TurnsFading(string name, DateTimeOffset last, DateTimeOffset now, double? rhythmDays) =>
        $"Sie und {name} hatten zuletzt am {Day(last)} Kontakt, vor {Length(last, now)}{Usually(rhythmDays)}.";

    public override string BecomesDormant(string name, DateTimeOffset last, DateTimeOffset now, double? rhythmDays) =>
        $"Sie und {name} hatten seit dem {Day(last)}, also seit {Length(last, now)}, keinen Kontakt{Usually(rhythmDays)}.";

    public override string LastMailOn(string subject, DateTimeOffset at) => $"In Ihrer letzten Mail vom {Day(at)} ging es um «{subject}».";

    public override string LastMeetingOn(string title, DateTimeOffset at) => $"Ihr letzter Termin war «{title}», am {Day(at)}.";

    public override string AlsoThere(IReadOnlyList<string> names, int more) =>
        $"Auch dabei: {(more == 0 ? List(names, "und") : $"{string.Join(", ", names)} und {(more == 1 ? "1 weitere Person" : $"{more} weitere")}")}.";

    public override string DigestSubject(IReadOnlyList<string> names) => $"{DigestTitle}: {List(names, "und")}";

    public override string WriteTo(string name) => $"{name} schreiben";

    public override string UsualHours(string permission) => $"Montag bis Freitag, {Times(WorkingHours.Usual)} (UTC). Mit der Berechtigung {permission} gelten Ihre eigenen Arbeitszeiten.";

    public override string OwnHours(WorkingHours hours, string zone) => $"{string.Join(", ", hours.Days.Select(d => DayNames[(int)d]))}, {Times(hours)} ({zone}), wie in den Einstellungen Ihres Postfachs.";

    private static string Times(WorkingHours hours) => string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm} bis {hours.To:HH:mm} Uhr");

    private static string Moment(DateTime at) => string.Create(CultureInfo.InvariantCulture, $"{DayNames[(int)at.DayOfWeek]}, {at.Day}. {MonthNames[at.Month - 1]} {at.Year}, um {at:HH:mm} Uhr");

    private static string Named(string? topic) => topic is null ? string.Empty : $" («{topic}»)";

    private string Usually(double? rhythmDays) => rhythmDays is { } days && Often(days) is { } often ? $"; davor {often}" : string.Empty;
}
