using Microsoft.Playwright;

namespace InboxNetworker.Browser.Tests.Pages;

/// <summary>The preview as a person uses it.</summary>
internal sealed class PreviewPage(IPage page)
{
    public IPage Page => page;

    public ILocator Label => page.GetByTestId("preview-label");

    public ILocator Pane => page.GetByRole(AriaRole.Main);

    public ILocator People => page.GetByTestId("contact");

    public ILocator Search => page.GetByTestId("search").Locator("input");

    public ILocator Messages => page.GetByTestId("message");

    public ILocator ReadingPane => page.GetByTestId("reading-pane");

    public ILocator MessageCard => page.GetByTestId("message-card");

    public ILocator Draft => page.GetByTestId("draft-view");

    public ILocator Subject => page.GetByTestId("draft-subject").Locator("input");

    public ILocator Text => page.GetByTestId("draft-text").Locator("textarea");

    /// <summary>What the mail is for.</summary>
    public ILocator Intent => page.GetByTestId("draft-intent");

    public ILocator Toast => page.GetByTestId("toast");

    public ILocator Welcome => page.GetByTestId("welcome");

    public ILocator Settings => page.GetByTestId("settings");

    public ILocator Alerts => page.GetByTestId("alert");

    /// <summary>How many alerts are new, at the tab.</summary>
    public ILocator Badge => page.GetByTestId("badge");

    public static async Task<PreviewPage> OpenAsync(
        Browser browser, Uri address, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB", ForcedColors forced = ForcedColors.None, bool welcomed = true)
    {
        var page = await browser.OpenAsync(address, width, height, scheme, locale, forced, welcomed);
        await page.GotoAsync("/", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return new PreviewPage(page);
    }

    public async Task<PreviewPage> WithPeopleAsync()
    {
        await Assertions.Expect(People.First).ToBeVisibleAsync();
        return this;
    }

    /// <summary>A part of the pane, by its tab.</summary>
    public Task GoAsync(string place) => page.Locator($"[data-place='{place}']").ClickAsync();

    /// <summary>What can be done with a person, from the menu of their row.</summary>
    public static async Task ActAsync(ILocator person, string action)
    {
        await person.GetByTestId("more").ClickAsync();
        await person.GetByTestId($"action-{action}").ClickAsync();
    }

    public Task OpenFolderAsync(string folder) => page.GetByTestId($"folder-{folder}").ClickAsync();

    public Task ClickAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
