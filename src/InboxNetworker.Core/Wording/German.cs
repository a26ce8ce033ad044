using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Wording;

internal sealed partial class German : Words
{
    private static readonly string[] MonthNames = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    public override string Language => "de";

    public override string Own => "Das ist eine Ihrer eigenen Adressen.";

    public override string Forgotten => "Sie haben diese Adresse vergessen lassen: Es ist nichts von ihr gespeichert, und es wird nichts mehr gelesen.";

    public override string NeverSeen => "Es wurde noch keine Mail und kein Termin zwischen Ihnen gelesen.";

    public override string Resting => "Diesen Kontakt lassen Sie ruhen.";

    protected override string Weekly => "fast jede Woche";

    protected override string Yearly => "etwa einmal im Jahr";

    public override string Day(DateTimeOffset at) => $"{at.UtcDateTime.Day}. {Month(at)}";

    public override string Month(DateTimeOffset at) => $"{Name(at)} {at.UtcDateTime.Year}";

    public override string Months(DateTimeOffset first, DateTimeOffset last)
    {
        var (from, to) = (first.UtcDateTime, last.UtcDateTime);
        return from.Year == to.Year && from.Month == to.Month
            ? $"im {Month(first)}"
            : $"zwischen {(from.Year == to.Year ? Name(first) : Month(first))} und {Month(last)}";
    }

    public override string Exchange(Exchanged what, int mails, int met, int weeks, Part part, DateTimeOffset first, DateTimeOffset last, string? silence)
    {
        var (all, times) = (Count(mails, "Mail", "Mails"), met == 1 ? "einmal" : $"{Number(met)}-mal");
        var did = what switch
        {
            Exchanged.Met => $"Sie haben sich {times} getroffen",
            Exchanged.ReceivedAndMet => $"Sie haben {all} bekommen und sich {times} getroffen",
            Exchanged.SentAndMet => $"Sie haben {all} geschickt und sich {times} getroffen",
            Exchanged.MailsAndMet => $"Sie haben {all} gewechselt und sich {times} getroffen",
            Exchanged.Mails => $"Sie haben {all} gewechselt",
            Exchanged.Sent => $"Sie haben {all} geschickt",
            _ => $"Sie haben {all} bekommen",
        };
        var how = part switch { Part.All => "alles ", Part.Most => "meist ", _ => string.Empty };
        return $"{did}, {(weeks == 1 ? "in einer Woche" : $"in {weeks} verschiedenen Wochen")}, {how}{Months(first, last)}{(silence is null ? string.Empty : $"; seit {silence} nichts mehr")}.";
    }

    public override string LastMet(DateTimeOffset at) => $"Zuletzt haben Sie sich am {Day(at)} getroffen.";

    public override string YouWroteLast(DateTimeOffset at) => $"Zuletzt haben Sie geschrieben, am {Day(at)}.";

    public override string TheyWroteLast(string name, DateTimeOffset at) => $"Zuletzt hat {name} geschrieben, am {Day(at)}; seither haben Sie nicht geschrieben.";

    public override string Before(string often) => $"Davor hatten Sie {often} Kontakt.";

    public override string LastMail(string subject) => $"In Ihrer letzten Mail ging es um «{subject}».";

    public override string LastMeeting(string title) => $"Ihr letzter Termin war «{title}».";

    public override string Wish(int everyWeeks, int days) => $"{Wished(everyWeeks, days)}.";

    public override string LongKnown(string name, DateTimeOffset since, int weeks, DateTimeOffset first, DateTimeOffset last) =>
        $"Sie kennen {name} seit {Month(since)}; einst hatten Sie in {weeks} Wochen eines Jahres Kontakt, {Months(first, last)}.";

    public override string WorksAt(string name, string company) => $"{name} arbeitet bei {company}, außerhalb Ihres Unternehmens.";

    public override string WritesFrom(string name, string domain) => $"{name} schreibt von {domain}, außerhalb Ihres Unternehmens.";

    public override string WorksIn(string name, string department) => $"{name} arbeitet in einer anderen Abteilung als Sie: {department}.";

    public override string WroteFirst(string name, int theirs, int all) =>
        $"Früher hat {name} zuerst geschrieben: {(theirs == all ? $"alle {all}" : $"{theirs} von {all}")} Male, als Sie nach vier Wochen oder mehr wieder Kontakt hatten.";

    public override string Snoozed(string name, DateTimeOffset until) => $"Sie haben {name} bis zum {Day(until)} zurückgestellt.";

    public override string MeetingSoon(string name, DateTimeOffset at) => $"Sie und {name} treffen sich am {Day(at)}; es ist nichts zu tun.";

    public override string Dismissed(string name, DateTimeOffset at, DateTimeOffset again) => $"Am {Day(at)} haben Sie «Nicht jetzt» gesagt; {Again(name, again)}";

    public override string Drafted(string name, DateTimeOffset at, DateTimeOffset again) => $"Am {Day(at)} haben Sie einen Entwurf an {name} gemacht; {Again(name, again)}";

    public override string Written(string name, DateTimeOffset at, DateTimeOffset again) => $"Am {Day(at)} haben Sie {name} geschrieben; {Again(name, again)}";

    public override string Unanswered(string name, int mails) => $"Auf Ihre letzten {mails} Mails an {name} kam noch keine Antwort; eine Zeile von {name} ändert das.";

    public override string Dormant(string name, string length) => $"Sie und {name} hatten seit {length} keinen Kontakt.";

    public override string Fading(string name, string length) => $"Seit {length} ist es still zwischen Ihnen und {name}, länger als sonst.";

    public override string JustMet(string name) => $"Sie und {name} haben sich gerade erst kennengelernt; es gibt nichts aufzufrischen.";

    public override string InTouch(string name, DateTimeOffset last) => $"Sie und {name} sind in Kontakt, zuletzt am {Day(last)}.";

    public override string OneWay(string name) => $"{name} hat Ihnen geschrieben, und Sie haben nicht zurückgeschrieben.";

    public override string NeverWroteBack(string name) => $"Sie haben {name} geschrieben, und es kam nichts zurück.";

    public override string TooLittle(string name, int weeks) => $"Sie und {name} hatten bisher in {Weeks(weeks)} Kontakt; für einen Vorschlag braucht es {RelationshipModel.MinWeeks}.";

    public override string LeftOut(Noise noise) => noise switch
    {
        Noise.NoReply => "Weggelassen: Diese Adresse sagt, dass man ihr nicht antworten kann.",
        Noise.Automatic => "Weggelassen: Von dieser Adresse kommen Newsletter und Benachrichtigungen.",
        Noise.Role => "Weggelassen: Unter dieser Adresse antwortet eine Stelle, nicht ein Mensch.",
        Noise.List => "Weggelassen: Das ist eine Mailingliste oder eine Gruppe.",
        Noise.Room => "Weggelassen: Das ist ein Raum oder ein Gerät.",
        Noise.OwnAlias => "Weggelassen: Das sieht nach einer weiteren Adresse von Ihnen aus.",
        Noise.ByOwner => "Weggelassen: Sie wollten es so.",
        _ => "Weggelassen: Von dieser Adresse kommt nur etwas, und nie geht etwas hin.",
    };

    public override string Definition(RelationshipState state) => state switch
    {
        RelationshipState.New => $"Neu: Der erste Kontakt war vor höchstens {RelationshipModel.NewFor.Days} Tagen.",
        RelationshipState.Close => $"Eng: in mindestens {RelationshipModel.CloseWeeks} der letzten 13 Wochen in Kontakt.",
        RelationshipState.Steady => "In Kontakt: nicht länger still, als Ihr eigener Rhythmus erklärt.",
        RelationshipState.Fading => $"Wird still: länger still als das {RelationshipModel.FadingRhythms:0}-Fache Ihres üblichen Abstands; das sind nie weniger als {RelationshipModel.FadingAtLeast.Days} Tage und nie mehr als {RelationshipModel.FadingAtMost.Days}. Davor lagen mindestens {RelationshipModel.MinWeeks} Wochen mit Kontakt.",
        RelationshipState.Dormant => $"Still geworden: länger still als das {Tenths(RelationshipModel.FadingRhythms * RelationshipModel.DormantFadings)}-Fache Ihres üblichen Abstands; das sind nie weniger als {RelationshipModel.DormantAtLeast.Days} Tage und nie mehr als {(RelationshipModel.DormantFadings * RelationshipModel.FadingAtMost).Days}. Davor lagen mindestens {RelationshipModel.MinWeeks} Wochen mit Kontakt, an dem beide teilhatten.",
        RelationshipState.Resting => "Ruht: Diesen Kontakt lassen Sie ruhen.",
        _ => $"Noch offen: weniger als {RelationshipModel.MinWeeks} Wochen mit Kontakt, oder nur einer hat je geschrieben.",
    };

    public override string Feature(string code) => code switch
    {
        "pulse" => "Wochen mit Kontakt in letzter Zeit; jede zählt nach 30 Tagen halb",
        "exchange" => "ebenso, aber nur Wochen, in denen sich beide aneinander wandten",
        "memory" => "Wochen mit Kontakt im letzten Jahr; jede zählt nach 180 Tagen halb",
        "quarters" => "Quartale mit Kontakt; jedes zählt nach 180 Tagen halb",
        "own-weeks" => "Wochen zwischen dem ersten und dem letzten Mal, dass Sie sich meldeten",
        _ => "Wochen seit dem letzten Kontakt",
    };

    protected override string EveryWeeks(int weeks) => $"etwa alle {weeks} Wochen";

    protected override string EveryMonths(int months) => $"etwa alle {months} Monate";

    protected override string Days(int days) => Count(days, "Tag", "Tagen");

    protected override string Weeks(int weeks) => Count(weeks, "Woche", "Wochen");

    protected override string CalendarMonths(int months) => Count(months, "Monat", "Monaten");

    protected override string Years(int years) => Count(years, "Jahr", "Jahren");

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{Number(count)} {many}";

    /// <summary>With a point after each thousand.</summary>
    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Tenths(double number) => number.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Name(DateTimeOffset at) => MonthNames[at.UtcDateTime.Month - 1];

    private string Again(string name, DateTimeOffset again) => $"ab dem {Day(again)} kann {name} wieder vorgeschlagen werden.";

    private static string Wished(int everyWeeks, int days)
    {
        var weeks = days / 7;
        var been = days < 14 || weeks == everyWeeks ? Count(days, "Tag", "Tage") : everyWeeks == 1 ? Count(weeks, "Woche", "Wochen") : Number(weeks);
        return $"Sie wollten {(everyWeeks == 1 ? "jede Woche" : $"alle {everyWeeks} Wochen")} in Kontakt sein; jetzt {(been.StartsWith("1 ", StringComparison.Ordinal) ? "ist" : "sind")} es {been}";
    }
}
