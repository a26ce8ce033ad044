using System.Globalization;
using System.Text;
using InboxNetworker.Benchmarks.Growth;

namespace InboxNetworker.Benchmarks.Reporting;

/// <summary>Three small plots side by side over the size of the mailbox, each from nought; legible on light and on dark.</summary>
internal static class GrowthPlot
{
    private const int Width = 300, Height = 240, Left = 46, Right = 24, Top = 44, Bottom = 40;

    public static bool CanShow(IReadOnlyList<GrowthPoint> points) =>
        points.Count > 1 && points.All(p => p is { MicrosecondsPerMessage: not null, PeakMegabytes: not null, StoreBytesPerMessage: not null });

    public static string Draw(IReadOnlyList<GrowthPoint> points)
    {
        (string Title, double[] Values)[] panels =
        [
            ("Microseconds per message", [.. points.Select(p => p.MicrosecondsPerMessage!.Median)]),
            ("Peak memory in MB", [.. points.Select(p => p.PeakMegabytes!.Median)]),
            ("Stored bytes per message", [.. points.Select(p => p.StoreBytesPerMessage!.Value)]),
        ];
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width * panels.Length} {Height}" width="{Width * panels.Length}" height="{Height}" role="img" aria-label="Time per message, peak memory and stored bytes per message against the size of the mailbox">""");
        svg.AppendLine("""
            <style>
              text { font: 12px system-ui, sans-serif; fill: #3d3d3d }
              .title { font-weight: 600 }
              .axis { stroke: #8a8a8a; stroke-width: 1 }
              .line { fill: none; stroke: #0f6cbd; stroke-width: 2 }
              .dot { fill: #0f6cbd }
              @media (prefers-color-scheme: dark) {
                text { fill: #d6d6d6 }
                .line { stroke: #62abf5 }
                .dot { fill: #62abf5 }
              }
            </style>
            """);
        for (var i = 0; i < panels.Length; i++)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<g transform="translate({i * Width} 0)">""");
            Draw(svg, panels[i].Title, [.. points.Select(p => p.Messages)], panels[i].Values);
            svg.AppendLine("</g>");
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, string title, int[] sizes, double[] values)
    {
        var (first, last, most) = (Math.Log10(sizes[0]), Math.Log10(sizes[^1]), values.Max());
        var places = sizes.Zip(values, (size, value) => (
            X: Left + ((Width - Left - Right) * (Math.Log10(size) - first) / (last - first)),
            Y: Height - Bottom - ((Height - Top - Bottom) * value / most))).ToList();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text class="title" x="{Left - 26}" y="20">{title}</text>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<line class="axis" x1="{Left - 26}" y1="{Height - Bottom}" x2="{Width - 8}" y2="{Height - Bottom}"/>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<polyline class="line" points="{string.Join(' ', places.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")))}"/>""");
        for (var i = 0; i < sizes.Length; i++)
        {
            var (x, y) = places[i];
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<circle class="dot" cx="{x:0.#}" cy="{y:0.#}" r="4"/>""");
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y - 10:0.#}" text-anchor="middle">{(values[i] < 100 ? values[i].ToString("N1", CultureInfo.InvariantCulture) : values[i].ToString("N0", CultureInfo.InvariantCulture))}</text>""");
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{Height - Bottom + 20}" text-anchor="middle">{sizes[i].ToString("N0", CultureInfo.InvariantCulture)}</text>""");
        }
    }
}
