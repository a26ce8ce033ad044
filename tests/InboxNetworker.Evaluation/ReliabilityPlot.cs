using System.Globalization;
using System.Text;

namespace InboxNetworker.Evaluation;

/// <summary>What was said against what happened, ten bins of equal count, as an SVG picture.</summary>
internal static class ReliabilityPlot
{
    private const int Bins = 10, Side = 400, Margin = 56;

    /// <exception cref="UnreadableException">The file cannot be written.</exception>
    public static void Write(FileInfo file, string title, IReadOnlyCollection<Prediction> predictions)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side + (2 * Margin)} {Side + (2 * Margin)}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"{title}\">");
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"28\" font-size=\"15\">{title}</text>");
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(0):0.0} {Y(tenth / 10.0):0.0}H{X(1):0.0}M{X(tenth / 10.0):0.0} {Y(0):0.0}V{Y(1):0.0}\" stroke=\"#ddd\"/>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(0) - 8:0.0}\" y=\"{Y(tenth / 10.0) + 4:0.0}\" text-anchor=\"end\">{tenth * 10} %</text><text x=\"{X(tenth / 10.0):0.0}\" y=\"{Y(0) + 20:0.0}\" text-anchor=\"middle\">{tenth * 10} %</text>");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(0):0.0} {Y(0):0.0}L{X(1):0.0} {Y(1):0.0}\" stroke=\"#888\" stroke-dasharray=\"5 4\"/>");
        var points = Points(predictions).ToList();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"#0f6cbd\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Said):0.0},{Y(p.Happened):0.0}")))}\"/>");
        foreach (var (said, happened) in points)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{X(said):0.0}\" cy=\"{Y(happened):0.0}\" r=\"4\" fill=\"#0f6cbd\"/>");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(0.5):0.0}\" y=\"{Y(0) + 42:0.0}\" text-anchor=\"middle\">in touch within 30 days, as the model said</text>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text transform=\"translate(14 {Y(0.5):0.0}) rotate(-90)\" text-anchor=\"middle\">… and as it came</text>");
        svg.AppendLine("</svg>");
        try
        {
            File.WriteAllText(file.FullName, svg.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException($"{file.FullName} could not be written: {e.Message} Give another file with --plot.", e);
        }
    }

    private static IEnumerable<(double Said, double Happened)> Points(IReadOnlyCollection<Prediction> predictions)
    {
        var ordered = predictions.OrderBy(p => p.Value).ToList();
        return Enumerable.Range(0, Bins).Select(b => ordered[(ordered.Count * b / Bins)..(ordered.Count * (b + 1) / Bins)]).Where(b => b.Count > 0)
            .Select(b => (b.Average(p => p.Value), b.Average(p => p.Happened ? 1.0 : 0)));
    }

    private static double X(double part) => Margin + (Side * part);

    private static double Y(double part) => Margin + (Side * (1 - part));
}
