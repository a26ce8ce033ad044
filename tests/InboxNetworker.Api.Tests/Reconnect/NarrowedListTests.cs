using System.Net;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Reconnect;

/// <summary>A part of the list: by state, company, department or tag.</summary>
public sealed class NarrowedListTests
{
    private const string Ana = "ana.fox@here.example", Ben = "ben.holt@here.example", Cleo = "cleo.hart@here.example";

    [Theory]
    [InlineData("", Ana, Ben, Cleo)]
    [InlineData("department=Finance", Ana, Ben)]
    [InlineData("department=finance", Ana, Ben)]
    [InlineData("state=dormant", Ana, Ben)]
    [InlineData("state=fading", Cleo)]
    [InlineData("department=Finance&state=dormant", Ana, Ben)]
    [InlineData("tag=berlin", Ben)]
    [InlineData("department=Legal&tag=Berlin")]
    [InlineData("company=Elsewhere")]
    public async Task The_list_holds_those_alone_for_whom_it_is_true(string query, params string[] people)
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        (await api.PutAsync($"/api/contacts/{await api.IdOfAsync(Ben)}/preferences", new { resting = false, pinned = false, tags = new[] { "Berlin" } })).EnsureSuccessStatusCode();

        Assert.Equal(people.Order(), Addresses(await api.GetAsync($"/api/reconnect?{query}")).Order());
    }

    [Fact]
    public async Task Pages_of_a_part_hold_the_whole_part_once()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        var first = await api.GetAsync("/api/reconnect?department=Finance&limit=1");
        var second = await api.GetAsync($"/api/reconnect?department=Finance&limit=1&cursor={first.GetProperty("nextCursor").GetString()}");

        Assert.Equal([Ana, Ben], Addresses(first).Concat(Addresses(second)));
        Assert.Null(second.GetProperty("nextCursor").GetString());
    }

    [Fact]
    public async Task What_it_can_be_narrowed_down_by_is_told_with_how_many_people_each_leaves()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        var filters = await api.GetAsync("/api/reconnect/filters");

        Assert.Equal(["dormant 2", "fading 1"], Values("states"));
        Assert.Equal(["Finance 2", "Legal 1"], Values("departments"));
        Assert.Empty(Values("companies"));
        Assert.Empty(Values("tags"));

        IEnumerable<string> Values(string of) => filters.GetProperty(of).EnumerateArray().Select(v => $"{v.GetProperty("value").GetString()} {v.GetProperty("people").GetInt32()}");
    }

    [Theory]
    [InlineData("state=quiet")]
    [InlineData("state=")]
    [InlineData("state=5")]
    public async Task A_state_that_is_none_is_named(string query)
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        using var response = await api.Client.GetAsync($"/api/reconnect?{query}", TestContext.Current.CancellationToken);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest);
    }

    private static ServedMailbox Mailbox() => new ServedMailbox()
        .Colleague("Ana Fox", "Finance", Ana).Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 200)
        .Colleague("Ben Holt", "Finance", Ben).Exchange(Somebody(Ben, "Ben Holt"), weeks: 10, silentDays: 200)
        .Colleague("Cleo Hart", "Legal", Cleo).Exchange(Somebody(Cleo, "Cleo Hart"), weeks: 6, silentDays: 60);

    private static List<string> Addresses(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("address").GetString()!)];
}
