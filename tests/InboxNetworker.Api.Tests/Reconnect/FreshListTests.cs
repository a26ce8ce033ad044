using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Reconnect;

/// <summary>A page that was written once is given again, and never when anything it rests on has changed.</summary>
public sealed class FreshListTests
{
    private const string Ana = "ana.fox@there.example", Ben = "ben.holt@there.example", AnaToo = "quilt77@home.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_was_just_read_takes_its_sender_off_the_list()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        Assert.Equal([Ana, Ben, AnaToo], await AddressesAsync(api));

        mailbox.Arrive(Somebody(Ben, "Ben Holt"));
        await api.ReadAgainAsync();

        Assert.Equal([Ana, AnaToo], await AddressesAsync(api));
    }

    [Theory]
    [InlineData(Ben)]
    [InlineData("@there.example")]
    public async Task The_owners_word_on_who_is_left_out_is_heard_at_once_and_so_is_its_taking_back(string pattern)
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        Assert.Equal([Ana, Ben, AnaToo], await AddressesAsync(api));

        await SayAsync(api, pattern, leftOut: true);
        Assert.DoesNotContain(Ben, await AddressesAsync(api));

        await SayAsync(api, pattern, leftOut: false);
        Assert.Contains(Ben, await AddressesAsync(api));

        await SayAsync(api, pattern, leftOut: null);
        Assert.Equal([Ana, Ben, AnaToo], await AddressesAsync(api));
    }

    [Fact]
    public async Task Two_who_are_merged_are_one_at_once_and_two_again_when_parted()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        Assert.Equal(3, (await AddressesAsync(api)).Count);
        var ana = await api.IdOfAsync(Ana);

        (await api.PostAsync($"/api/contacts/{ana}/merge", new { with = await api.IdOfAsync(AnaToo) })).EnsureSuccessStatusCode();
        var merged = (await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("addresses").GetArrayLength());
        Assert.Equal([1, 2], merged.Order());

        (await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/separate", new { address = AnaToo })).EnsureSuccessStatusCode();
        Assert.Equal([Ana, Ben, AnaToo], await AddressesAsync(api));
    }

    [Fact]
    public async Task A_merged_persons_histories_count_as_one()
    {
        await using var mailbox = Mailbox().Exchange(Somebody(AnaToo, "Fox, Ana"), weeks: 6, silentDays: 400);
        await using var api = await mailbox.ReadAsync();
        var apart = (await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray().First(i => i.GetProperty("address").GetString() == Ana);

        using var answer = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/merge", new { with = await api.IdOfAsync(AnaToo) });
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        var listed = (await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray().First(i => i.GetProperty("addresses").GetArrayLength() == 2);
        Assert.True(listed.GetProperty("tie").GetDouble() > apart.GetProperty("tie").GetDouble());
        Assert.Equal(said.GetProperty("tie").GetDouble(), listed.GetProperty("tie").GetDouble());
    }

    [Fact]
    public async Task The_list_is_as_of_the_minute_that_has_begun()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var first = await api.GetAsync("/api/reconnect");
        Assert.Equal(RunningApi.Now, first.GetProperty("asOf").GetDateTimeOffset());

        api.Time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Equal(first.ToString(), (await api.GetAsync("/api/reconnect")).ToString());

        api.Time.Advance(TimeSpan.FromSeconds(0.1));
        var next = await api.GetAsync("/api/reconnect");
        Assert.Equal(RunningApi.Now.AddMinutes(1), next.GetProperty("asOf").GetDateTimeOffset());
        Assert.True(Ties(next).Zip(Ties(first), (now, before) => now < before).All(falls => falls));
    }

    [Fact]
    public async Task As_time_goes_by_somebody_comes_onto_the_list()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 10, silentDays: 29.5);
        await using var api = await mailbox.ReadAsync();
        Assert.Empty(await AddressesAsync(api));

        api.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal([Ana], await AddressesAsync(api));
    }

    [Fact]
    public async Task Later_pages_are_as_of_the_moment_of_the_first_but_show_what_has_changed()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var first = await api.GetAsync("/api/reconnect?limit=1");
        var rest = $"/api/reconnect?limit=1&cursor={first.GetProperty("nextCursor").GetString()}";
        api.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([Ben], Addresses(await api.GetAsync(rest)));
        Assert.Equal(RunningApi.Now, (await api.GetAsync(rest)).GetProperty("asOf").GetDateTimeOffset());

        await SayAsync(api, Ben, leftOut: true);

        Assert.Equal([AnaToo], Addresses(await api.GetAsync(rest)));
    }

    [Fact]
    public async Task Different_pages_do_not_stand_in_for_each_other()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        Assert.Equal([Ana], Addresses(await api.GetAsync("/api/reconnect?limit=1")));
        Assert.Equal([Ana, Ben], Addresses(await api.GetAsync("/api/reconnect?limit=2")));
        Assert.Equal([Ana, Ben, AnaToo], Addresses(await api.GetAsync("/api/reconnect")));
    }

    [Fact]
    public async Task Many_who_ask_at_once_while_things_change_each_get_a_list_that_held_while_they_waited()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        for (var round = 0; round < 10; round++)
        {
            var leftOut = round % 2 == 0;
            await SayAsync(api, Ben, leftOut);
            var lists = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddressesAsync(api)));
            Assert.All(lists, list => Assert.Equal(!leftOut, list.Contains(Ben)));
        }
    }

    [Fact]
    public async Task Who_is_left_out_by_a_rule_is_passed_over_however_many_they_are()
    {
        await using var mailbox = new ServedMailbox();
        for (var n = 0; n < 60; n++)
        {
            mailbox.Exchange(Somebody($"support{n}@office{n}.example"), weeks: 12, silentDays: 200);
        }

        mailbox.Exchange(Somebody(Ana, "Ana Fox"), weeks: 5, silentDays: 200).Exchange(Somebody(Ben, "Ben Holt"), weeks: 4, silentDays: 200);
        await using var api = await mailbox.ReadAsync();

        var first = await api.GetAsync("/api/reconnect?limit=1");
        Assert.Equal([Ana], Addresses(first));
        Assert.Equal([Ben], Addresses(await api.GetAsync($"/api/reconnect?limit=1&cursor={first.GetProperty("nextCursor").GetString()}")));
    }

    private static ServedMailbox Mailbox() => new ServedMailbox()
        .Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 200)
        .Exchange(Somebody(Ben, "Ben Holt"), weeks: 10, silentDays: 200)
        .Exchange(Somebody(AnaToo, "Fox, Ana"), weeks: 6, silentDays: 200);

    private static async Task SayAsync(RunningApi api, string pattern, bool? leftOut)
    {
        using var answer = await api.PutAsync($"/api/filtered/{pattern}", new { leftOut });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<string?>> AddressesAsync(RunningApi api) => Addresses(await api.GetAsync("/api/reconnect"));

    private static List<string?> Addresses(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("address").GetString())];

    private static IEnumerable<double> Ties(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("tie").GetDouble());
}
