using System.CommandLine;
using System.Globalization;
using InboxNetworker.Core.Alerts;

namespace InboxNetworker.Evaluation.Alerting;

/// <summary><c>alerts</c>: how often the policy would have spoken, and how often there was no need to.</summary>
internal static class AlertsCommand
{
    private const double Start = 0.1, Finish = 0.98;

    public static Command Create(Option<DirectoryInfo> folder, Func<Func<int>, int> guarded)
    {
        var command = new Command("alerts", "Goes through each mailbox day by day: alerts a week, and how many were followed by contact within 14 days without any help, against fixed rules.") { folder };
        command.SetAction(parsed => guarded(() => Run(parsed.GetRequiredValue(folder))));
        return command;
    }

    private static int Run(DirectoryInfo folder)
    {
        var all = new List<Raised>();
        var weeks = 0.0;
        Console.WriteLine("| mailbox | weeks | alerts a week | at most in one | false urgency | 30 days | 60 days | 90 days |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var mailbox in MailboxFolder.Read(folder, sentIsOwn: true))
        {
            var times = mailbox.Contacts.Values.SelectMany(c => c).Select(c => c.At).Order().ToList();
            var (from, to) = (Time(times[(int)(times.Count * Start)]), Time(times[(int)(times.Count * Finish)]));
            var raised = new Simulation(PageCommand.People(mailbox), from, to).Run();
            var span = (to - from).TotalDays / 7;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {mailbox.Name} | {span:0} | {raised.Count(IsPolicy) / span:0.0} | {AlertNumbers.PerWeek} | {False(raised.Where(IsPolicy))} | {False(raised.Where(r => r.What == "30 days"))} | {False(raised.Where(r => r.What == "60 days"))} | {False(raised.Where(r => r.What == "90 days"))} |"));
            weeks += span;
            all.AddRange(raised);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{all.Count(IsPolicy)} alerts in {weeks:0} weeks: {all.Count(IsPolicy) / weeks:0.00} a week\n"));
        Console.WriteLine("| raised by | alerts | in touch within 14 days anyway | in touch after 15 to 180 days | weeks of contact before, median | days of silence, median |\n| --- | --- | --- | --- | --- | --- |");
        Row("the policy", all.Where(IsPolicy));
        foreach (var kind in Enum.GetNames<AlertKind>())
        {
            Row($"… {kind}", all.Where(r => r.What == kind));
        }

        foreach (var rule in all.Where(r => !IsPolicy(r)).Select(r => r.What).Distinct(StringComparer.Ordinal))
        {
            Row($"silent for {rule}", all.Where(r => r.What == rule));
        }

        return 0;
    }

    private static void Row(string what, IEnumerable<Raised> raised)
    {
        var list = raised.ToList();
        if (list.Count > 0)
        {
            var later = list.Where(r => r.IsLaterKnown).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {list.Count} | {False(list)} | {Part(later.Count(r => r.CameLater), later.Count)} | {list.Select(r => r.Weeks).Order().ElementAt(list.Count / 2)} | {list.Select(r => r.Silence).Order().ElementAt(list.Count / 2):0} |"));
        }
    }

    private static string False(IEnumerable<Raised> raised)
    {
        var known = raised.Where(r => r.IsKnown).ToList();
        return Part(known.Count(r => r.IsFalseUrgency), known.Count);
    }

    private static string Part(int count, int of) => of == 0 ? "–" : ((double)count / of).ToString("0.000", CultureInfo.InvariantCulture).TrimStart('0');

    private static bool IsPolicy(Raised raised) => Enum.TryParse<AlertKind>(raised.What, out _);

    private static DateTimeOffset Time(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
