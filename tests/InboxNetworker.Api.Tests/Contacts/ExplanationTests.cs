using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

/// <summary>What is told of a person's two numbers, and how a mailbox comes to move one of them.</summary>
public sealed class ExplanationTests
{
    private const string Ana = "ana.fox@there.example";

    [Fact]
    public async Task Both_numbers_are_told_as_shares_that_add_up_to_them()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 210);
        await using var api = await mailbox.ReadAsync();

        var person = await api.GetAsync($"/api/contacts/{await api.IdOfAsync(Ana)}");
        var told = person.GetProperty("explanation");
        var facts = told.GetProperty("facts").EnumerateArray().ToList();

        Assert.StartsWith("Dormant: silent for more than 4.5 times your usual distance", told.GetProperty("state").GetString(), StringComparison.Ordinal);
        Assert.Equal(person.GetProperty("tie").GetDouble(), facts.Sum(f => f.GetProperty("tie").GetDouble()), 1e-9);
        var logOdds = told.GetProperty("start").GetDouble() + told.GetProperty("mailbox").GetDouble() + facts.Sum(f => f.GetProperty("contact30").GetDouble());
        Assert.Equal(person.GetProperty("contact30").GetDouble(), 1 / (1 + Math.Exp(-logOdds)), 1e-9);
        Assert.Equal(0, told.GetProperty("mailbox").GetDouble());
        Assert.Equal(30, facts.Single(f => f.GetProperty("code").GetString() == "silence").GetProperty("value").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task The_reading_after_the_first_lets_the_mailbox_calibrate_itself_once_a_day()
    {
        await using var mailbox = Comeback();
        await using var api = await mailbox.ReadAsync();
        var (shipped, list) = (await Contact30Async(api), await api.GetAsync("/api/reconnect"));

        await api.ReadAgainAsync();
        var calibrated = await Contact30Async(api);
        Assert.True(calibrated > shipped, $"{calibrated} is not more than {shipped}, though everybody here came back.");
        Assert.Equal(Order(list), Order(await api.GetAsync("/api/reconnect")));
        Assert.NotEqual(list.ToString(), (await api.GetAsync("/api/reconnect")).ToString());

        var share = await MailboxsShareAsync(api);
        mailbox.Arrive(Somebody("n0.quiet@there.example"), daysAgo: 20);
        await api.ReadAgainAsync();
        await api.ReadAgainAsync(); // it is what the reading before has read that counts
        Assert.Equal(share, await MailboxsShareAsync(api));

        api.Time.Advance(TimeSpan.FromDays(1));
        await api.ReadAgainAsync();
        Assert.NotEqual(share, await MailboxsShareAsync(api));
    }

    /// <summary>Many whose silences all ended: more than the shipped numbers say.</summary>
    private static ServedMailbox Comeback()
    {
        var mailbox = new ServedMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 100);
        for (var n = 0; n < 12; n++)
        {
            for (var time = 0; time < 10; time++)
            {
                var daysAgo = 12 + n + (21 * time);
                mailbox.Sent(Somebody($"n{n}.quiet@there.example"), daysAgo).Received(Somebody($"n{n}.quiet@there.example"), daysAgo - 0.5);
            }
        }

        return mailbox;
    }

    private static async Task<double> Contact30Async(RunningApi api) => (await api.GetAsync($"/api/contacts/{await api.IdOfAsync(Ana)}")).GetProperty("contact30").GetDouble();

    private static async Task<double> MailboxsShareAsync(RunningApi api) =>
        (await api.GetAsync($"/api/contacts/{await api.IdOfAsync(Ana)}")).GetProperty("explanation").GetProperty("mailbox").GetDouble();

    private static IEnumerable<string> Order(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!);
}
