using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Interactions;
using Microsoft.Playwright;

namespace InboxNetworker.Browser.Tests;

/// <summary>The digest as a phone and a desktop show it: a picture, and nothing beyond the edge.</summary>
public sealed class DigestPictureTests(Browser browser)
{
    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(800, ColorScheme.Light)]
    [InlineData(800, ColorScheme.Dark)]
    public async Task A_digest_fits(int width, ColorScheme scheme)
    {
        var digest = Digest.Of(
            [
                new("Before you meet Ana Fox", "Ana Fox", Address("ana.fox@there.example"), "You meet Ana on Tuesday, 16 June 2026 at 12:00 («Review»); you were last in touch on 27 November 2025, 6 months ago.", ["Your last mail was about «Plans», on 27 November 2025.", "Also there: Ben Holt and Cara Dunn."]),
                new("Write to Maximiliane-Theodora Freifrau von Überlingen-Oberstdorf", "Maximiliane-Theodora Freifrau von Überlingen-Oberstdorf", Address("m@there.example"), "You and Maximiliane-Theodora were last in touch on 12 May 2026, 4 weeks ago; before, nearly every week.", [$"Your last mail was about «{new string('W', 79)}…», on 12 May 2026."]),
                new("Answer <b>Ben</b>", "<b>Ben</b>", Address("ben@there.example"), "Ben wrote on 7 June 2026 («Budget & more»); you have not written since.", []),
            ],
            new Uri("https://network.example/api/alerts/links/less"),
            new Uri("https://network.example/api/alerts/links/stop"));
        var page = await browser.OpenAsync(new Uri("http://localhost/"), width, 900, scheme);
        await page.SetContentAsync(digest.Html);

        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await Screenshots.SaveAsync(page, $"digest-{width}-{scheme}".ToLowerInvariant());

        Assert.Equal(0, overflow);
        Assert.Equal(0, await page.Locator("b").CountAsync());
        Assert.Equal(5, await page.Locator("a").CountAsync());
        Assert.Empty(browser.AskedElsewhere(page));
    }

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);
}
