using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>Every view at every width in light, dark and forced colours: a picture of it, nothing beyond the edge, nothing asked of another origin, and nothing axe objects to at WCAG 2.2 AA.</summary>
public sealed class PictureTests(Browser browser, SampleMailboxApi api) : IClassFixture<SampleMailboxApi>
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <summary>Of what axe looks at, only this differs from one scheme of colours to another.</summary>
    private static readonly AxeRunOptions Contrast = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    private static readonly string[] Names = ["list", "message", "person", "draft", "saved", "search", "menu", "settings", "alerts", "network", "month", "templates", "keys", "welcome"];

    /// <summary>At 320 px the page is the pane alone: there is no message to select.</summary>
    public static TheoryData<string> Narrow => [.. Names.Where(view => view != "message")];

    public static TheoryData<string, int> Views
    {
        get
        {
            var views = new TheoryData<string, int>();
            foreach (var view in Names)
            {
                views.Add(view, 1280);
                if (view != "message")
                {
                    views.Add(view, 320);
                }
            }

            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_looks_right_in_light_in_dark_and_in_forced_colours(string view, int width)
    {
        var preview = await PreviewPage.OpenAsync(browser, api.Address, width, width == 320 ? 720 : 800, welcomed: view != "welcome");
        await ShowAsync(preview, view);

        var name = $"{view}-{width}";
        await HoldAsync(preview, $"{name}-light", width == 320 || view == "message" ? Wcag : Contrast, forDocs: name is "message-1280" or "draft-320");

        await preview.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(preview.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await HoldAsync(preview, $"{name}-dark", Contrast, forDocs: name is "person-320");

        if (width == 320)
        {
            await preview.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            await HoldAsync(preview, $"{name}-forced", Contrast);
        }
    }

    /// <summary>Most of the German words are the longer ones, and the pane can be drawn down to 300 px.</summary>
    [Theory]
    [MemberData(nameof(Narrow))]
    public async Task A_view_fits_the_narrowest_pane_in_German(string view)
    {
        var preview = await PreviewPage.OpenAsync(browser, api.Address, 300, 720, locale: "de-DE", welcomed: view != "welcome");
        await ShowAsync(preview, view);

        await Expect(preview.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        if (view is "list")
        {
            await Expect(preview.People.First.Locator(".reason-first")).ToContainTextAsync("nichts mehr");
        }

        await HoldAsync(preview, $"{view}-300-light-de", Wcag);
    }

    private async Task HoldAsync(PreviewPage preview, string name, AxeRunOptions rules, bool forDocs = false)
    {
        await Look.SettleAsync(preview.Page);
        var beyond = await preview.Page.EvaluateAsync<int>("() => Math.max(...[document.documentElement, ...document.querySelectorAll('.view, .menu')].map(e => e.scrollWidth - e.clientWidth))");
        var found = await preview.Page.RunAxe(rules);
        await Screenshots.SaveAsync(preview.Page, name, forDocs);

        Assert.Empty(browser.AskedElsewhere(preview.Page));
        Assert.True(beyond <= 0, $"{beyond} px too wide.");
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
        var first = preview.People.First;
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
            case "month":
                await preview.GoAsync("alerts");
                await preview.Page.GetByTestId("month-open").ClickAsync();
                await Expect(preview.Page.GetByTestId("month-view").Locator("h2")).ToBeVisibleAsync();
                break;
            case "templates":
                await preview.GoAsync("settings");
                await preview.Page.GetByTestId("template-checkIn").ClickAsync();
                await Expect(preview.Page.GetByTestId("template-trial")).ToBeVisibleAsync();
                await preview.Page.GetByTestId("template-trial").ScrollIntoViewIfNeededAsync();
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
                await first.Locator(".name-link").ClickAsync();
                await Expect(preview.Page.GetByTestId("why")).ToBeVisibleAsync();
                break;
            case "draft":
                await first.Locator(".row-foot fluent-button").ClickAsync();
                await Expect(preview.Text).ToBeVisibleAsync();
                break;
            case "saved":
                await first.Locator(".row-foot fluent-button").ClickAsync();
                await preview.Page.GetByTestId("save-draft").ClickAsync();
                await Expect(preview.Page.GetByTestId("draft-saved")).ToBeVisibleAsync();
                break;
            case "search":
                await preview.Search.FillAsync("an");
                await Expect(preview.Page.GetByTestId("search-results")).ToBeVisibleAsync();
                break;
        }
    }
}
