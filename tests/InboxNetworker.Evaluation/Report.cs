using System.Globalization;

namespace InboxNetworker.Evaluation;

/// <summary>The tables on the screen.</summary>
internal static class Report
{
    private const int Top = 5;

    private static readonly (string Name, Func<Case, double> Score)[] Baselines =
    [
        ("recency", c => -c.Silence),
        ("decayed weeks, 180 d", c => c.DecayedWeeks(180)),
    ];

    public static void Print(TextWriter output, string heading, IReadOnlyList<Case> cases)
    {
        output.WriteLine(heading);
        output.WriteLine();
        Line(output, $"{"AUC, mean over groups",-24} {"groups",7} {"cases",7} {"model",7}{string.Concat(Baselines.Select(b => $"   {b.Name}"))}   precision at {Top}: model{string.Concat(Baselines.Select(b => $"   {b.Name}"))}");
        foreach (var question in Question.All)
        {
            var groups = question.Groups(question.AskedOf(cases));
            if (groups.Count == 0)
            {
                Line(output, $"{question.Name,-24} {0,7}  no mailbox and cut with enough cases and both outcomes");
                continue;
            }

            var rules = Baselines.Prepend(("model", question.Model)).ToList();
            var auc = rules.Select(r => Mean(question, groups, r.Item2, Figures.Auc)).ToList();
            var precision = rules.Select(r => Mean(question, groups, r.Item2, p => Figures.PrecisionAt(Top, p))).ToList();
            Line(output, $"{question.Name,-24} {groups.Count,7} {groups.Sum(g => g.Count),7} {auc[0],7:0.000}{Cells(auc)}   {precision[0],20:0.000}{Cells(precision)}");
        }

        output.WriteLine();
        PrintProbability(output, cases);
    }

    private static void PrintProbability(TextWriter output, IReadOnlyList<Case> cases)
    {
        var predictions = Predictions(Question.Contact30, Question.Contact30.AskedOf(cases), Question.Contact30.Model);
        if (!predictions.Any(p => p.Happened) || predictions.All(p => p.Happened))
        {
            output.WriteLine("contact30 as a probability: no cases with both outcomes");
            return;
        }

        Line(output, $"contact30 as a probability: {predictions.Count} cases, base rate {predictions.Average(p => p.Happened ? 1.0 : 0):0.000}, mean {predictions.Average(p => p.Value):0.000}, calibration error {Figures.CalibrationError(predictions):0.000}, log-loss skill {Figures.LogLossSkill(predictions):+0.000;-0.000;0.000}");
    }

    private static double Mean(Question question, IReadOnlyList<IReadOnlyList<Case>> groups, Func<Case, double> rule, Func<List<Prediction>, double> figure) =>
        groups.Average(g => figure(Predictions(question, g, rule)));

    private static List<Prediction> Predictions(Question question, IEnumerable<Case> cases, Func<Case, double> rule) =>
        [.. cases.Select(c => new Prediction(rule(c), question.CameBack(c)))];

    private static string Cells(List<double> figures) =>
        string.Concat(Baselines.Select((b, i) => "   " + figures[i + 1].ToString("0.000", CultureInfo.InvariantCulture).PadLeft(b.Name.Length)));

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
