using System.CommandLine;

namespace InboxNetworker.Evaluation;

/// <summary><c>noise</c>: which addresses the product leaves out of real mailboxes, and by which rule.</summary>
internal static class NoiseCommand
{
    /// <summary>The suggestions are looked at as of the time at this part of all contacts: later ones have wrong dates.</summary>
    private const double Finish = 0.98;

    private static readonly Option<int> Sample = new("--sample")
    {
        Description = "How many addresses of each rule, and of those kept, to print. Chosen by chance, the same ones each time.",
        Validators = { r => { if (r.GetValueOrDefault<int>() < 0) { r.AddError("--sample takes a number from 0 on."); } } },
    };

    private static readonly Option<int> Top = new("--top")
    {
        Description = "How many of each mailbox's first suggestions to print.",
        Validators = { r => { if (r.GetValueOrDefault<int>() < 0) { r.AddError("--top takes a number from 0 on."); } } },
    };

    public static Command Create(Option<DirectoryInfo> folder, Func<Func<int>, int> guarded)
    {
        var command = new Command("noise", "Counts the addresses that the product leaves out, by rule.") { folder, Sample, Top };
        command.SetAction(parsed => guarded(() => Run(parsed.GetRequiredValue(folder), parsed.GetValue(Sample), parsed.GetValue(Top))));
        return command;
    }

    private static int Run(DirectoryInfo folder, int sample, int top)
    {
        var all = new List<Screened>();
        var first = new List<(string Mailbox, IReadOnlyList<Screened> Addresses)>();
        var unreadable = 0;
        foreach (var mailbox in MailboxFolder.Read(folder, sentIsOwn: true))
        {
            var (addresses, bad) = Screened.Of(mailbox);
            all.AddRange(addresses);
            unreadable += bad;
            var times = mailbox.Contacts.Values.SelectMany(c => c).Select(c => c.At).Order().ToList();
            first.Add((mailbox.Name, Screened.First(addresses.Where(a => a.Rule is null), DateTimeOffset.FromUnixTimeSeconds(times[(int)(times.Count * Finish)]), top)));
        }

        NoiseReport.PrintCounts(Console.Out, all, unreadable);
        if (sample > 0)
        {
            NoiseReport.PrintSamples(Console.Out, all, sample);
        }

        foreach (var (mailbox, addresses) in first.Where(_ => top > 0))
        {
            NoiseReport.PrintList(Console.Out, $"first {top} suggestions of {mailbox}", addresses);
        }

        return 0;
    }
}
