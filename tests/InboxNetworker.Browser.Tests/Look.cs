using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace InboxNetworker.Browser.Tests;

/// <summary>A width, colours and a language a view is held to.</summary>
internal sealed record Look(int Width, ColorScheme Scheme, ForcedColors Forced, string Locale)
{
    /// <summary>The pane as it comes, in the other colours, and as narrow as it gets with the longer words of German.</summary>
    public static IReadOnlyList<Look> Several { get; } =
    [
        new(320, ColorScheme.Light, ForcedColors.None, "en-GB"),
        new(320, ColorScheme.Dark, ForcedColors.None, "en-GB"),
        new(320, ColorScheme.Light, ForcedColors.Active, "en-GB"),
        new(300, ColorScheme.Light, ForcedColors.None, "de-DE"),
        new(160, ColorScheme.Dark, ForcedColors.None, "de-DE"), // as 320 px are at 200 %
    ];

    /// <summary>Takes a picture; fails on anything beyond the edge and on whatever axe objects to at WCAG 2.2 AA.</summary>
    public async Task HoldAsync(IPage page, string view)
    {
        await Screenshots.SaveAsync(page, $"{view}-{Width}-{Scheme}-{Forced}".ToLowerInvariant());
        var beyond = await page.EvaluateAsync<int>("() => Math.max(...[document.documentElement, ...document.querySelectorAll('.view')].map(e => e.scrollWidth - e.clientWidth))");
        Assert.True(beyond <= 0, $"{this}: {beyond} px too wide.");
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.True(found.Violations.Length == 0, $"{this}: " + string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")));
    }
}
