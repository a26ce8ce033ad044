using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Reconnect;

/// <summary>The kept places of the list, over HTTP.</summary>
public sealed class ArrangedListTests
{
    private const string Old = "olive.long@here.example", Outside = "ed.else@there.example", First = "fay.first@here.example";

    [Fact]
    public async Task Somebody_long_known_somebody_elsewhere_and_somebody_who_wrote_first_stand_in_the_first_ten_and_the_reason_says_so()
    {
        await using var mailbox = Crowd(30)
            .Exchange(Somebody(Old, "Olive Long"), weeks: 14, silentDays: 800)
            .Exchange(Somebody(Outside, "Ed Else"), weeks: 3, silentDays: 300);
        for (var time = 0; time < 4; time++)
        {
            var daysAgo = 300 + (60 * time);
            mailbox.Received(Somebody(First, "Fay First"), daysAgo).Sent(Somebody(First, "Fay First"), daysAgo - 1);
        }

        await using var api = await mailbox.ReadAsync();

        var kept = (await api.GetAsync("/api/reconnect?limit=10")).GetProperty("items").EnumerateArray()
            .ToDictionary(i => i.GetProperty("address").GetString()!, i => i.GetProperty("reasons").EnumerateArray().ToDictionary(r => r.GetProperty("code").GetString()!, r => r.GetProperty("text").GetString()!));

        Assert.StartsWith("You have known Olive since ", kept[Old]["long-known"], StringComparison.Ordinal);
        Assert.Equal("Ed writes from there.example, outside your own company.", kept[Outside]["elsewhere"]);
        Assert.StartsWith("Fay used to write first: ", kept[First]["wrote-first"], StringComparison.Ordinal);
        Assert.All(kept.Values, reasons => Assert.InRange(reasons.Count, 1, 3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(41)]
    public async Task Pages_of_any_size_make_up_the_same_list_with_everybody_once(int limit)
    {
        await using var mailbox = Crowd(45, elsewhere: 7);
        await using var api = await mailbox.ReadAsync();
        var whole = Ids(await api.GetAsync("/api/reconnect?limit=100"));

        var (pages, cursor) = (new List<string>(), string.Empty);
        do
        {
            var page = await api.GetAsync($"/api/reconnect?limit={limit}{cursor}");
            pages.AddRange(Ids(page));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? "&cursor=" + next : null;
        }
        while (cursor is not null);

        Assert.Equal(52, whole.Distinct().Count());
        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task Whom_the_owner_asked_for_gives_way_to_nobody()
    {
        await using var mailbox = Crowd(12).Exchange(Somebody(Outside, "Ed Else"), weeks: 3, silentDays: 300);
        await using var api = await mailbox.ReadAsync();
        var last = (await api.GetAsync("/api/reconnect?limit=100")).GetProperty("items").EnumerateArray().Last(i => i.GetProperty("address").GetString() != Outside).GetProperty("id").GetString()!;

        (await api.PutAsync($"/api/contacts/{last}/preferences", new { pinned = true, tags = Array.Empty<string>() })).EnsureSuccessStatusCode();

        Assert.Equal(last, Ids(await api.GetAsync("/api/reconnect"))[0]);
    }

    [Fact]
    public async Task Colleagues_of_the_owners_department_are_not_elsewhere_and_others_are()
    {
        await using var mailbox = Crowd(20).Works("Communications")
            .Colleague("Ann Near", "Communications", "ann.near@here.example").Exchange(Somebody("ann.near@here.example", "Ann Near"), weeks: 4, silentDays: 300)
            .Colleague("Bo Finance", "Finance", "bo.finance@here.example").Exchange(Somebody("bo.finance@here.example", "Bo Finance"), weeks: 3, silentDays: 300);
        await using var api = await mailbox.ReadAsync();

        var elsewhere = (await api.GetAsync("/api/reconnect?limit=100")).GetProperty("items").EnumerateArray()
            .SelectMany(i => i.GetProperty("reasons").EnumerateArray()).Where(r => r.GetProperty("code").GetString() == "elsewhere").Select(r => r.GetProperty("text").GetString());

        Assert.Equal(["Bo works in another department than you: Finance."], elsewhere);
    }

    /// <summary>Quiet colleagues of no kind that a place is kept for; the first are the closest.</summary>
    private static ServedMailbox Crowd(int colleagues, int elsewhere = 0)
    {
        var mailbox = new ServedMailbox();
        for (var n = 0; n < colleagues + elsewhere; n++)
        {
            var name = $"p{(char)('a' + (n / 26))}{(char)('a' + (n % 26))}.quiet";
            mailbox.Exchange(Somebody($"{name}@{(n < colleagues ? "here" : "there")}.example"), weeks: 12 - Math.Min(8, n / 5), silentDays: 100);
        }

        return mailbox;
    }

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];
}
