using System.Globalization;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation;

/// <summary>The tables on the screen.</summary>
internal static class Report
{
    private const int Top = 5;

    public static void Print(TextWriter output, string heading, IReadOnlyList<Case> cases)
    {
        foreach (var cut in cases.GroupBy(c => c.At))
        {
            Repurchase.Of(cut.Key).Fit(cut);
        }

        output.WriteLine(heading);
        output.WriteLine();
        PrintTable(output, "AUC, mean over groups", cases, Figures.Auc);
        PrintTable(output, $"precision at {Top}", cases, p => Figures.PrecisionAt(Top, p));
        PrintProbability(output, cases);
        PrintStates(output, Question.Contact30.AskedOf(cases));
    }

    /// <summary>Whether the states mean what they say: how often each was in touch within 30 days.</summary>
    private static void PrintStates(TextWriter output, IReadOnlyList<Case> asked)
    {
        output.WriteLine();
        foreach (var state in asked.GroupBy(c => Explanation.Of(c.History, c.At.Now)!.State).OrderBy(s => s.Key))
        {
            Line(output, $"{state.Key,-10} {state.Count(),6} cases, in touch within 30 days {state.Average(c => Question.Contact30.CameBack(c) ? 1.0 : 0):0.000}, said {state.Average(c => c.Contact30):0.000}");
        }
    }

    private static void PrintTable(TextWriter output, string title, IReadOnlyList<Case> cases, Func<List<Prediction>, double> figure)
    {
        Line(output, $"{title,-24} {"groups",7} {"cases",7} {"model",7}{string.Concat(Baselines.All.Select(b => $"  {b.Name}"))}");
        foreach (var question in Question.All)
        {
            var groups = question.Groups(question.AskedOf(cases));
            if (groups.Count == 0)
            {
                Line(output, $"{question.Name,-24} {0,7}  no mailbox and cut with enough cases and both outcomes");
                continue;
            }

            var figures = Baselines.All.Prepend(("model", question.Model)).Select(r => Mean(question, groups, r.Item2, figure)).ToList();
            Line(output, $"{question.Name,-24} {groups.Count,7} {groups.Sum(g => g.Count),7} {figures[0],7:0.000}{Cells(figures)}");
        }

        output.WriteLine();
    }

    private static void PrintProbability(TextWriter output, IReadOnlyList<Case> cases)
    {
        var asked = Question.Contact30.AskedOf(cases);
        PrintProbability(output, "contact30, as the product says it", Predictions(Question.Contact30, asked, c => c.Contact30));
        PrintProbability(output, "… where the mailbox calibrated itself", Predictions(Question.Contact30, asked.Where(c => c.At.Calibration.Outcomes >= Calibration.FewestOutcomes), c => c.Contact30));
        PrintProbability(output, "… with no mailbox calibrated", Predictions(Question.Contact30, asked, c => RelationshipModel.Score(c.History, c.At.Now).Contact30));
    }

    public static void PrintProbability(TextWriter output, string title, List<Prediction> predictions)
    {
        if (!predictions.Any(p => p.Happened) || predictions.All(p => p.Happened))
        {
            output.WriteLine($"{title}: no cases with both outcomes");
            return;
        }

        Line(output, $"{title,-40} {predictions.Count,6} cases, base rate {predictions.Average(p => p.Happened ? 1.0 : 0):0.000}, mean {predictions.Average(p => p.Value):0.000}, calibration error {Figures.CalibrationError(predictions):0.000}, log-loss skill {Figures.LogLossSkill(predictions):+0.000;-0.000;0.000}");
    }

    public static double Mean(Question question, IReadOnlyList<IReadOnlyList<Case>> groups, Func<Case, double> rule, Func<List<Prediction>, double> figure) =>
        groups.Average(g => figure(Predictions(question, g, rule)));

    public static List<Prediction> Predictions(Question question, IEnumerable<Case> cases, Func<Case, double> rule) =>
        [.. cases.Select(c => new Prediction(rule(c), question.CameBack(c)))];

    private static string Cells(List<double> figures) =>
        string.Concat(Baselines.All.Select((b, i) => "  " + figures[i + 1].ToString("0.000", CultureInfo.InvariantCulture).PadLeft(b.Name.Length)));

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
