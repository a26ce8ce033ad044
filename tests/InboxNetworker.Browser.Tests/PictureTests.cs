using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>Every view at every width in light and dark: a picture of it, nothing beyond the edge, nothing asked of another origin, and nothing axe objects to at WCAG 2.2 AA.</summary>
public sealed class PictureTests(Browser browser, SampleMailboxApi api) : IClassFixture<SampleMailboxApi>
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static TheoryData<string, int, ColorScheme> Views
    {
        get
        {
            var views = new TheoryData<string, int, ColorScheme>();
            foreach (var view in new[] { "list", "message", "person", "draft", "saved", "search", "menu", "settings", "alerts", "network", "keys", "welcome" })
            {
                // At 320 px the page is the pane alone: there is no message to select.
                foreach (var width in view == "message" ? [1280] : new[] { 320, 1280 })
                {
                    views.Add(view, width, ColorScheme.Light);
                    views.Add(view, width, ColorScheme.Dark);
                }
            }

            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_looks_right(string view, int width, ColorScheme scheme)
    {
        var preview = await PreviewPage.OpenAsync(browser, api.Address, width, width == 320 ? 720 : 800, scheme, welcomed: view != "welcome");
        await ShowAsync(preview, view);

        var overflow = await preview.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var found = await preview.Page.RunAxe(Wcag);
        var name = $"{view}-{width}-{scheme}".ToLowerInvariant();
        await Screenshots.SaveAsync(preview.Page, name, forDocs: name is "message-1280-light" or "person-320-dark" or "draft-320-light");

        Assert.Empty(browser.AskedElsewhere(preview.Page));
        Assert.Equal(0, overflow);
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")));
    }

    private static async Task ShowAsync(PreviewPage preview, string view)
    {
        if (view == "welcome")
        {
            await Expect(preview.Welcome).ToBeVisibleAsync();
            return;
        }

        await preview.WithPeopleAsync();
        var name = (await preview.People.First.GetAttributeAsync("aria-label"))!;
        switch (view)
        {
            case "menu":
                await preview.People.First.GetByTestId("more").ClickAsync();
                await Expect(preview.Page.GetByTestId("action-week").First).ToBeVisibleAsync();
                break;
            case "settings":
                await preview.GoAsync(view);
                await Expect(preview.Page.GetByTestId("left-out-item").First).ToBeVisibleAsync();
                break;
            case "alerts" or "network":
                await preview.GoAsync(view);
                await Expect(preview.Page.GetByTestId("empty")).ToBeVisibleAsync();
                break;
            case "keys":
                await preview.Page.Locator("[data-place='reconnect']").FocusAsync();
                await preview.Page.Keyboard.PressAsync("?");
                await Expect(preview.Page.GetByTestId("keys")).ToBeVisibleAsync();
                break;
            case "message":
                await preview.Messages.Filter(new() { HasText = "Re:" }).First.ClickAsync();
                await Expect(preview.MessageCard.Locator(".reason-first")).ToBeVisibleAsync();
                break;
            case "person":
                await preview.ClickAsync(name);
                await Expect(preview.Pane).ToContainTextAsync("Weeks in touch");
                break;
            case "draft":
                await preview.ClickAsync($"Write to {name}");
                await Expect(preview.Text).ToBeVisibleAsync();
                break;
            case "saved":
                await preview.ClickAsync($"Write to {name}");
                await preview.ClickAsync("Save to Drafts");
                await Expect(preview.Pane).ToContainTextAsync("Saved to your Drafts folder");
                break;
            case "search":
                await preview.Search.FillAsync("an");
                await Expect(preview.Pane).ToContainTextAsync("found");
                break;
        }
    }
}
