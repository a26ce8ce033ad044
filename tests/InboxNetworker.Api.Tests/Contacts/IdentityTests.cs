using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

/// <summary>Several addresses, one person: what is asked, and that the owner's answer outlives every reading.</summary>
public sealed class IdentityTests
{
    private const string There = "ana.fox@there.example", Home = "ana.fox@home.example", Unlike = "quilt77@home.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_of_one_name_are_asked_about_and_once_merged_are_one_contact_for_good()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(There, "Ana Fox"), weeks: 5, silentDays: 100).Exchange(Somebody(Unlike, "Fox, Ana"), weeks: 3, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        var (one, other) = (await LookUpAsync(api, There), await LookUpAsync(api, Unlike));
        var (question, back) = (Assert.Single(MaybeSame(one)), Assert.Single(MaybeSame(other)));
        Assert.Equal((Text(other, "id"), Unlike, "Ana Fox", "Both go by the same name."), (Text(question, "contactId"), Text(question, "address"), Text(question, "name"), Text(question, "why")));
        Assert.Equal(Text(one, "id"), Text(back, "contactId"));

        var merged = await SayAsync(api, $"{Text(other, "id")}/merge", new { with = Text(one, "id") });

        AssertMerged(merged);
        Assert.Empty(MaybeSame(merged));
        Assert.Equal(merged.ToString(), (await LookUpAsync(api, There)).ToString());
        Assert.Equal(merged.ToString(), (await LookUpAsync(api, Unlike)).ToString());
        Assert.Single((await api.GetAsync("/api/contacts?query=fox")).GetProperty("items").EnumerateArray());

        await using var again = await mailbox.ReadAnewAndRestartAsync(api);

        AssertMerged(await LookUpAsync(again, Unlike));
        Assert.Equal(Text(merged, "id"), await again.IdOfAsync(There));

        static void AssertMerged(JsonElement person)
        {
            Assert.Equal([There, Unlike], Addresses(person));
            Assert.Equal((8, 8), (person.GetProperty("totals").GetProperty("sent").GetInt32(), person.GetProperty("totals").GetProperty("received").GetInt32()));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Strong_evidence_merges_but_not_against_the_owners_word(bool saidDifferent)
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(There, "Ana Fox"), weeks: 5, silentDays: 100).Exchange(Somebody(Home), weeks: 3, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        var one = await LookUpAsync(api, There);
        var question = Assert.Single(MaybeSame(one));
        Assert.Equal("Both addresses begin alike.", Text(question, "why"));
        if (saidDifferent)
        {
            Assert.Empty(MaybeSame(await SayAsync(api, $"{Text(one, "id")}/not-same", new { with = Text(question, "contactId") })));
            Assert.Empty(MaybeSame(await LookUpAsync(api, Home)));
        }

        mailbox.Arrive(Somebody(Home, "Ana Fox"));
        await api.ReadAgainAsync();

        Assert.Equal(!saidDifferent, await AreOneAsync(api));
        await using var again = await mailbox.ReadAnewAndRestartAsync(api);
        Assert.Equal(!saidDifferent, await AreOneAsync(again));
        Assert.Empty(MaybeSame(await LookUpAsync(again, There)));
        Assert.Empty(MaybeSame(await LookUpAsync(again, Home)));
    }

    [Fact]
    public async Task It_is_not_asked_again_when_the_other_turns_up_with_another_address()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(There, "Ana Fox"), weeks: 5, silentDays: 100).Exchange(Somebody(Unlike, "Ana Fox"), weeks: 3, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        await SayAsync(api, $"{await api.IdOfAsync(There)}/not-same", new { with = await api.IdOfAsync(Unlike) });

        mailbox.Arrive(Somebody("quilt77@work.example", "Ana Fox"));
        await api.ReadAgainAsync();

        Assert.Equal(["quilt77@work.example", Unlike], Addresses(await LookUpAsync(api, Unlike)));
        Assert.Empty(MaybeSame(await LookUpAsync(api, There)));
        Assert.Empty(MaybeSame(await LookUpAsync(api, Unlike)));
    }

    [Fact]
    public async Task An_address_that_was_parted_stays_parted_whatever_the_directory_says_until_merged_again()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody(There, "Ana Fox"), weeks: 5, silentDays: 100)
            .Exchange(Somebody(Home, "Ana Fox"), weeks: 3, silentDays: 200)
            .Directory("Ana Fox", There, Home);
        await using var api = await mailbox.ReadAsync();
        Assert.True(await AreOneAsync(api));
        var id = await api.IdOfAsync(There);

        var left = await SayAsync(api, $"{id}/separate", new { address = "ANA.FOX@Home.example" });

        Assert.Equal(id, Text(left, "id"));
        Assert.Equal((There, 5), (Assert.Single(Addresses(left)), left.GetProperty("totals").GetProperty("sent").GetInt32()));
        Assert.Empty(MaybeSame(left));
        var parted = await LookUpAsync(api, Home);
        Assert.Equal((Home, 3), (Assert.Single(Addresses(parted)), parted.GetProperty("totals").GetProperty("sent").GetInt32()));

        await using var again = await mailbox.ReadAnewAndRestartAsync(api);

        Assert.False(await AreOneAsync(again));
        Assert.Equal(id, await again.IdOfAsync(There));
        await SayAsync(again, $"{id}/merge", new { with = await again.IdOfAsync(Home) });
        Assert.True(await AreOneAsync(again));
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("not-same")]
    public async Task What_was_answered_can_be_taken_back_and_is_asked_again(string said)
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(There, "Ana Fox"), weeks: 5, silentDays: 100).Exchange(Somebody(Unlike, "Fox, Ana"), weeks: 3, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        var answered = await SayAsync(api, $"{await api.IdOfAsync(There)}/{said}", new { with = await api.IdOfAsync(Unlike) });
        Assert.Empty(MaybeSame(answered));

        var back = await SayAsync(api, $"{Text(answered, "id")}/undecided", new { addresses = new[] { Unlike } });

        Assert.Equal(There, Assert.Single(Addresses(back)));
        Assert.Equal(Unlike, Text(Assert.Single(MaybeSame(back)), "address"));
        Assert.Equal(Unlike, Assert.Single(Addresses(await LookUpAsync(api, Unlike))));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_what_to_do()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(There, "Ana Fox"), weeks: 5, silentDays: 100).Exchange(Somebody("bo.hill@there.example", "Bo Hill"), weeks: 3, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        var (ana, bo) = (await api.IdOfAsync(There), await api.IdOfAsync("bo.hill@there.example"));
        foreach (var (path, body, status, words) in new (string, object, HttpStatusCode, string)[]
        {
            ("999999/merge", new { with = ana }, HttpStatusCode.NotFound, "read it again"),
            ($"{ana}/merge", new { with = "999999" }, HttpStatusCode.NotFound, "read it again"),
            ($"{ana}/merge", new { with = "bo" }, HttpStatusCode.NotFound, "read it again"),
            ($"{ana}/merge", new { }, HttpStatusCode.NotFound, "read it again"),
            ($"{ana}/merge", new { with = ana }, HttpStatusCode.BadRequest, "another contact"),
            ($"{ana}/merge", "", HttpStatusCode.BadRequest, "/scalar"),
            ("0/not-same", new { with = ana }, HttpStatusCode.NotFound, "read it again"),
            ($"{bo}/not-same", new { with = "999999" }, HttpStatusCode.NotFound, "read it again"),
            ($"{bo}/not-same", new { with = bo }, HttpStatusCode.BadRequest, "another contact"),
            ("999999/separate", new { address = There }, HttpStatusCode.NotFound, "read it again"),
            ($"{ana}/separate", new { address = There }, HttpStatusCode.BadRequest, "several addresses"),
            ($"{ana}/separate", new { address = "bo.hill@there.example" }, HttpStatusCode.BadRequest, "several addresses"),
            ($"{ana}/separate", new { address = "nobody" }, HttpStatusCode.BadRequest, "several addresses"),
            ($"{ana}/separate", new { }, HttpStatusCode.BadRequest, "several addresses"),
            ("999999/undecided", new { addresses = new[] { There } }, HttpStatusCode.NotFound, "read it again"),
            ($"{ana}/undecided", new { addresses = new[] { There } }, HttpStatusCode.BadRequest, "not all addresses"),
            ($"{ana}/undecided", new { addresses = new[] { "nobody" } }, HttpStatusCode.BadRequest, "mail addresses"),
        })
        {
            using var response = await api.PostAsync($"/api/contacts/{path}", body);
            await ProblemAssert.SaysAsync(response, status, words);
        }

        Assert.Equal((ana, bo), (await api.IdOfAsync(There), await api.IdOfAsync("bo.hill@there.example")));
    }

    private static async Task<JsonElement> SayAsync(RunningApi api, string path, object body)
    {
        using var response = await api.PostAsync($"/api/contacts/{path}", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<JsonElement> LookUpAsync(RunningApi api, string address) =>
        (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("contact");

    private static async Task<bool> AreOneAsync(RunningApi api) => await api.IdOfAsync(There) == await api.IdOfAsync(Home);

    private static List<JsonElement> MaybeSame(JsonElement person) => [.. person.GetProperty("maybeSame").EnumerateArray()];

    private static List<string> Addresses(JsonElement person) => [.. person.GetProperty("addresses").EnumerateArray().Select(a => a.GetString()!)];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
