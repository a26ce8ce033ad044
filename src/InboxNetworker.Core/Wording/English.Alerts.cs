using System.Globalization;
using InboxNetworker.Core.Alerts;

namespace InboxNetworker.Core.Wording;

internal sealed partial class English
{
    public override string Calendar => "Keep in touch";

    public override string DigestTitle => "Worth a line";

    public override string DigestClosing => "You get this because you asked for it. Nobody else does.";

    public override string LessOften => "Less often";

    public override string Unsubscribe => "Stop";

    public override string Yes => "Yes";

    public override string LessOftenQuestion => "Shall a digest come every four weeks at most?";

    public override string LessOftenDone => "From now on a digest comes every four weeks at most.";

    public override string StopQuestion => "Shall no more digests come?";

    public override string StopDone => "No more digests will come. In the settings they can be turned on again.";

    public override string LinkGone => "This link does not work any more. The settings of alerts in the sidebar do the same.";

    public override string AlertTitle(AlertKind kind, string name) => kind switch
    {
        AlertKind.MeetingSoon => $"Before you meet {name}",
        AlertKind.WaitsForAnswer => $"Answer {name}",
        AlertKind.NoAnswer => $"Check back with {name}",
        _ => WriteTo(name),
    };

    public override string MeetingAfterLong(string name, DateTime meeting, string? title, DateTimeOffset last, DateTimeOffset now) =>
        $"You meet {name} on {meeting.ToString("dddd, d MMMM yyyy 'at' HH':'mm", CultureInfo.InvariantCulture)}{Named(title)}; you were last in touch on {Day(last)}, {Length(last, now)} ago.";

    public override string WaitsForAnswer(string name, DateTimeOffset wrote, string? subject) => $"{name} wrote on {Day(wrote)}{Named(subject)}; you have not written since.";

    public override string NoAnswer(string name, DateTimeOffset wrote) => $"You wrote to {name} on {Day(wrote)}; no answer has come yet.";

    public override string WishPassed(int everyWeeks, int days, DateTimeOffset last) => $"{Wished(everyWeeks, days)}, since {Day(last)}.";

    public override string TurnsFading(string name, DateTimeOffset last, DateTimeOffset now, double? rhythmDays) =>
        $"You and {name} were last in touch on {Day(last)}, {Length(last, now)} ago{Usually(rhythmDays)}.";

    public override string BecomesDormant(string name, DateTimeOffset last, DateTimeOffset now, double? rhythmDays) =>
        $"You and {name} have not been in touch since {Day(last)}, for {Length(last, now)}{Usually(rhythmDays)}.";

    public override string LastMailOn(string subject, DateTimeOffset at) => $"Your last mail was about «{subject}», on {Day(at)}.";

    public override string LastMeetingOn(string title, DateTimeOffset at) => $"Your last meeting was «{title}», on {Day(at)}.";

    public override string AlsoThere(IReadOnlyList<string> names, int more) =>
        $"Also coming: {(more == 0 ? List(names, "and") : $"{string.Join(", ", names)} and {(more == 1 ? "1 other" : $"{more} others")}")}.";

    public override string DigestSubject(IReadOnlyList<string> names) => $"{DigestTitle}: {List(names, "and")}";

    public override string WriteTo(string name) => $"Write to {name}";

    public override string UsualHours(string permission) => $"Monday to Friday, {Times(WorkingHours.Usual)} (UTC). With the permission {permission} your own working hours are used.";

    public override string OwnHours(WorkingHours hours, string zone) => $"{string.Join(", ", hours.Days)}, {Times(hours)} ({zone}), as in your mailbox's settings.";

    private static string Times(WorkingHours hours) => string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm} to {hours.To:HH:mm}");

    private static string Named(string? topic) => topic is null ? string.Empty : $" («{topic}»)";

    private string Usually(double? rhythmDays) => rhythmDays is { } days && Often(days) is { } often ? $"; before that, {often}" : string.Empty;
}
