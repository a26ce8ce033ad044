using System.Globalization;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>A list of a thousand people.</summary>
public sealed class LongListTests(Browser browser)
{
    private const int People = 1_000, MostPresses = 15, MostDrawn = 40;

    [Fact]
    public async Task A_thousand_people_are_reached_in_few_steps_and_only_those_in_sight_are_drawn()
    {
        using var mailbox = new MailboxFile();
        for (var n = 0; n < People; n++)
        {
            mailbox.Exchange($"{(char)('a' + (n % 26))}{(char)('a' + (n / 26 % 26))}{(char)('a' + (n / 676))}na.quiet@there{n % 50}.example", weeks: 5, silentDays: 200);
        }

        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address, width: 320, height: 720)).WithPeopleAsync();
        var more = preview.Page.GetByTestId("show-more");
        var presses = 0;
        while (await preview.People.CountAsync() < People && presses++ < MostPresses)
        {
            var shown = await preview.People.CountAsync();
            await more.PressAsync("Enter"); // a pointer may miss it, as rows get their heights when they come into sight
            await Expect(preview.People.Nth(shown)).ToBeAttachedAsync();
        }

        await Expect(preview.People).ToHaveCountAsync(People);
        var longest = await preview.Page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              const view = document.querySelector('.view');
              let before = performance.now(), longest = 0, steps = 0;
              const step = () => {
                const now = performance.now();
                longest = Math.max(longest, now - before);
                before = now;
                view.scrollTop = view.scrollHeight * steps / 200;
                if (++steps > 200) done(longest); else requestAnimationFrame(step);
              };
              requestAnimationFrame(step);
            })
            """);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Longest frame while scrolling through {People:N0} people: {longest:N0} ms."));
        var drawn = await preview.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('.contact-row .row-foot')].filter(e => e.checkVisibility({ contentVisibilityAuto: true })).length");
        Assert.InRange(drawn, 1, MostDrawn);
        await Expect(preview.People.Last).ToBeInViewportAsync();
        await Screenshots.SaveAsync(preview.Page, "thousand-320-light");
    }
}
