using InboxNetworker.Api.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests.Pages;

/// <summary>One person, opened by searching for an address.</summary>
internal sealed class PersonPage(IPage page)
{
    public IPage Page => page;

    public ILocator View => page.GetByTestId("person-view");

    public ILocator History => page.GetByTestId("history");

    public ILocator Month => page.GetByTestId("history-month");

    public ILocator Why => page.GetByTestId("why");

    public ILocator Wishes => page.GetByTestId("wishes");

    public ILocator Rhythm => page.GetByTestId("rhythm");

    public ILocator Note => page.GetByTestId("note");

    public ILocator MaybeSame => page.GetByTestId("maybe-same");

    public ILocator Addresses => View.Locator(".addresses .address-text");

    public static async Task<PersonPage> OpenAsync(
        Browser browser, RunningApi api, string address, int width = 320, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None, string locale = "en-GB")
    {
        var preview = await PreviewPage.OpenAsync(browser, api.Address, width, 720, scheme, locale, forced);
        await preview.Search.FillAsync(address);
        await Expect(preview.Page.Locator(".name-link")).ToHaveCountAsync(1);
        await preview.Page.Locator(".name-link").ClickAsync();
        var person = new PersonPage(preview.Page);
        await Expect(person.Wishes).ToBeVisibleAsync();
        return person;
    }

    /// <summary>What can be done with them, from their menu.</summary>
    public async Task ActAsync(string action)
    {
        await View.GetByTestId("more").ClickAsync();
        await View.GetByTestId($"action-{action}").ClickAsync();
    }

    public Task UndoAsync() => page.GetByTestId("toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
}
