using System.Net;
using System.Net.Sockets;
using InboxNetworker.Api.Tests.Auth;
using InboxNetworker.Api.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>Signing in from the sidebar, with the real sign-in libraries in the browser and in the program.</summary>
public sealed class SignInJourneyTests(Browser browser)
{
    [Fact]
    public async Task On_ones_own_computer_a_code_is_shown_and_once_it_is_entered_the_people_are()
    {
        await using var own = await OwnComputer.StartAsync();
        await using var api = await own.RunAsync();
        foreach (var look in Look.Several)
        {
            var page = await OpenAsync(api, look);
            await Expect(page.GetByTestId("sign-in")).ToBeVisibleAsync();
            await Expect(page.GetByTestId("contact")).ToHaveCountAsync(0);
            await look.HoldAsync(page, "sign-in");
        }

        var pane = await OpenAsync(api, Look.Several[0]);
        await pane.GetByTestId("sign-in-start").ClickAsync();
        await Expect(pane.GetByTestId("device-code").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("target", "_blank");
        foreach (var look in Look.Several)
        {
            var page = await OpenAsync(api, look);
            await Expect(page.GetByTestId("device-code")).ToBeVisibleAsync();
            await look.HoldAsync(page, "sign-in-code");
        }

        var code = await pane.GetByTestId("device-code").Locator(".sign-in-digits").TextContentAsync();
        Assert.True(own.Tenant.ApproveDevice(code!, Company.Ana));

        await Expect(pane.GetByTestId("contact").First).ToContainTextAsync("Friend of Ana Anders");
        await pane.Locator("[data-place='settings']").ClickAsync();
        await Expect(pane.GetByTestId("permission-Mail.ReadBasic")).ToContainTextAsync("Allowed");
        await Expect(pane.GetByTestId("permission-Mail.Send").GetByRole(AriaRole.Button)).ToBeVisibleAsync();
        await Look.Several[0].HoldAsync(pane, "settings-permissions");
        await pane.GetByTestId("sign-out").ClickAsync();
        await Expect(pane.GetByTestId("sign-in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task In_an_organisation_a_window_asks_who_it_is_and_what_may_be_read_and_then_shows_ones_own_people()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        await using var company = await Company.StartAsync(pane: new Uri(address, "signed-in.html"));
        await using var api = await company.RunAsync("--urls", address.ToString(), "--InboxNetworker:Notifications:PublicUrl", address.ToString().TrimEnd('/'));
        var page = await browser.OpenAsync(api.Address, 320, 720, signIn: company.Tenant.Authority, now: Company.Present);
        await page.GotoAsync("/taskpane.html", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Expect(page.GetByTestId("sign-in")).ToBeVisibleAsync();

        var window = await page.RunAndWaitForPopupAsync(() => page.GetByTestId("sign-in-start").ClickAsync());
        await window.GetByRole(AriaRole.Button, new() { Name = "Ana Anders" }).ClickAsync();

        // Who she is is known now; what may be read of her mail is hers to say.
        await Expect(page.GetByTestId("sign-in")).ToContainTextAsync("Who wrote to whom and when, and the subject");
        await Look.Several[0].HoldAsync(page, "sign-in-consent");
        var consent = await page.RunAndWaitForPopupAsync(() => page.GetByTestId("sign-in-start").ClickAsync());
        await consent.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await Expect(page.GetByTestId("contact").First).ToContainTextAsync("Friend of Ana Anders");
        var again = await browser.OpenAsync(api.Address, 320, 720, now: Company.Present);
        await again.GotoAsync("/taskpane.html", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Expect(again.GetByTestId("sign-in")).ToBeVisibleAsync();
        await Expect(again.GetByTestId("contact")).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenAsync(RunningApi api, Look look)
    {
        var page = await browser.OpenAsync(api.Address, look.Width, 720, look.Scheme, look.Locale, look.Forced, now: Company.Present);
        await page.GotoAsync("/taskpane.html", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
