using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Wording;
using Microsoft.Playwright;

namespace InboxNetworker.Browser.Tests;

/// <summary>The digest as a phone and a desktop show it: a picture, and nothing beyond the edge.</summary>
public sealed class DigestPictureTests(Browser browser)
{
    [Theory]
    [InlineData("en", 320, ColorScheme.Light)]
    [InlineData("en", 320, ColorScheme.Dark)]
    [InlineData("en", 800, ColorScheme.Light)]
    [InlineData("en", 800, ColorScheme.Dark)]
    [InlineData("de", 320, ColorScheme.Light)]
    [InlineData("de", 800, ColorScheme.Dark)]
    public async Task A_digest_fits(string language, int width, ColorScheme scheme)
    {
        var say = Words.Of(language);
        var digest = Digest.Of(
            [
                Entry(AlertKind.MeetingSoon, "Ana Fox", say.MeetingAfterLong("Ana", new DateTime(2026, 6, 16, 12, 0, 0), "Review", Day(2025, 11, 27), Day(2026, 6, 15)), say.LastMailOn("Plans", Day(2025, 11, 27)), say.AlsoThere(["Ben Holt", "Cara Dunn"], 0)),
                Entry(AlertKind.TurnsFading, "Maximiliane-Theodora Freifrau von Überlingen-Oberstdorf", say.TurnsFading("Maximiliane-Theodora", Day(2026, 5, 12), Day(2026, 6, 15), 7), say.LastMailOn(new string('W', 79) + "…", Day(2026, 5, 12))),
                Entry(AlertKind.WaitsForAnswer, "<b>Ben</b>", say.WaitsForAnswer("Ben", Day(2026, 6, 7), "Budget & more")),
            ],
            new Uri("https://network.example/api/alerts/links/less"),
            new Uri("https://network.example/api/alerts/links/stop"),
            say);
        var page = await browser.OpenAsync(new Uri("http://localhost/"), width, 900, scheme);
        await page.SetContentAsync(digest.Html);

        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await Screenshots.SaveAsync(page, $"digest-{language}-{width}-{scheme}".ToLowerInvariant());

        Assert.Equal(0, overflow);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(0, await page.Locator("b").CountAsync());
        Assert.Equal(5, await page.Locator("a").CountAsync());
        Assert.Empty(browser.AskedElsewhere(page));

        DigestEntry Entry(AlertKind kind, string name, string text, params string[] brief) => new(say.AlertTitle(kind, name), name, Address("somebody@there.example"), text, brief);
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.Zero);

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);
}
