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

    /// <summary>Waits until colours and places are the ones that stay: the elements of Fluent fade from one to the other inside their shadows.</summary>
    public static Task SettleAsync(IPage page) => page.EvaluateAsync(
        """
        async () => {
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const roots = [document];
          for (const root of roots) for (const e of root.querySelectorAll('*')) if (e.shadowRoot) roots.push(e.shadowRoot);
          const ending = roots.flatMap(root => root.getAnimations()).filter(a => a.effect.getComputedTiming().endTime !== Infinity);
          await Promise.all(ending.map(a => a.finished.catch(() => {})));
        }
        """);

    /// <summary>Takes a picture; fails on anything beyond the edge and on whatever axe objects to at WCAG 2.2 AA.</summary>
    public async Task HoldAsync(IPage page, string view)
    {
        await SettleAsync(page);
        await Screenshots.SaveAsync(page, $"{view}-{Width}-{Scheme}-{Forced}".ToLowerInvariant());
        var beyond = await page.EvaluateAsync<int>("() => Math.max(...[document.documentElement, ...document.querySelectorAll('.view')].map(e => e.scrollWidth - e.clientWidth))");
        Assert.True(beyond <= 0, $"{this}: {beyond} px too wide.");
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.True(found.Violations.Length == 0, $"{this}: " + string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")));
    }
}
