using System.CommandLine;
using System.Globalization;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation.Fitting;

/// <summary><c>fit</c>: the coefficients, and what they are worth on the data set left out of fitting.</summary>
internal static class FitCommand
{
    private static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "A folder with a folder of mailboxes for each data set.",
        DefaultValueFactory = _ => new DirectoryInfo("../shared/data"),
    };

    public static Command Create(Func<Func<int>, int> guarded)
    {
        var command = new Command("fit", "Fits the coefficients to all data sets, and measures them with each data set left out in turn.") { Data };
        command.SetAction(parsed => guarded(() => Run(parsed.GetRequiredValue(Data))));
        return command;
    }

    private static int Run(DirectoryInfo data)
    {
        var sets = data.Exists ? data.GetDirectories().OrderBy(d => d.Name, StringComparer.Ordinal).ToList() : [];
        if (sets.Count < 2)
        {
            throw new UnreadableException($"{data.FullName} holds {sets.Count} folders; at least two data sets are needed to leave one out. Give another with --data.");
        }

        var mailboxes = sets.SelectMany(s => MailboxFolder.Read(s).Select(m => (Set: s.Name, Mailbox: m))).ToList();
        var samples = mailboxes.SelectMany((m, n) => Sample.Of(m.Set, m.Mailbox, 100 * n)).ToList();
        Print(Fit.To(samples));
        foreach (var set in sets)
        {
            var without = Fit.To([.. samples.Where(s => s.DataSet != set.Name)]);
            var cases = mailboxes.Where(m => m.Set == set.Name).SelectMany(m => Case.Of(m.Mailbox, Cut.OfProtocol)).ToList();
            Measure($"{set.Name}, fitted on the others", without, cases);
        }

        return 0;
    }

    private static void Measure(string title, Fit fit, List<Case> cases)
    {
        Console.WriteLine(title);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  tie {string.Join(", ", fit.Tie.Select(b => b.ToString("0.000", CultureInfo.InvariantCulture)))}; contact30 {fit.Contact30}"));
        foreach (var cut in cases.GroupBy(c => c.At))
        {
            Repurchase.Of(cut.Key).Fit(cut);
        }

        var calibrations = cases.Select(c => c.At).Distinct().ToDictionary(c => c, c => Calibration.Of(c.Histories, c.Now, fit.Contact30));
        foreach (var question in Question.All)
        {
            var groups = question.Groups(question.AskedOf(cases));
            if (groups.Count > 0)
            {
                var model = Report.Mean(question, groups, question == Question.Contact30 ? Probability : fit.TieOf, Figures.Auc);
                var best = Baselines.All.Select(b => (b.Name, Auc: Report.Mean(question, groups, b.Score, Figures.Auc))).MaxBy(b => b.Auc);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {question.Name,-10} {groups.Count,4} groups  AUC {model:0.000}  best rule {best.Auc:0.000} ({best.Name})  {model - best.Auc:+0.000;-0.000}"));
            }
        }

        var asked = Question.Contact30.AskedOf(cases);
        Report.PrintProbability(Console.Out, "  contact30", Report.Predictions(Question.Contact30, asked, Probability));
        Report.PrintProbability(Console.Out, "  … where calibrated", Report.Predictions(Question.Contact30, asked.Where(c => calibrations[c.At].Outcomes >= Calibration.FewestOutcomes), Probability));

        double Probability(Case one) => RelationshipModel.Contact30(one.Features, fit.Contact30, calibrations[one.At]);
    }

    private static void Print(Fit fit)
    {
        Console.WriteLine("// TieCoefficients");
        foreach (var (name, value) in new[] { "Pulse", "Memory", "OwnWeeks" }.Zip(fit.Tie))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"public const double {name} = {value:0.000};"));
        }

        Console.WriteLine("// Contact30Coefficients.Shipped");
        var c = fit.Contact30;
        foreach (var (name, value) in new[] { ("Intercept", c.Intercept), ("Pulse", c.Pulse), ("Exchange", c.Exchange), ("Memory", c.Memory), ("Quarters", c.Quarters), ("Silence", c.Silence), ("WeekShare", c.WeekShare) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.000},"));
        }
    }
}
