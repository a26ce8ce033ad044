using System.Net;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Api.Tests.Store;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Mailboxes;

/// <summary>From the mailbox to the store: one person is forgotten, and not read again.</summary>
public sealed class ForgetPersonTests
{
    private const string Ana = "ana.fox@there.example", AnaAtHome = "ana.fox@home.example", Ben = "ben.holt@there.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_forgotten_stands_nowhere_in_the_file_and_a_reading_from_the_beginning_does_not_bring_them_back()
    {
        await using var mailbox = Mailbox();
        await using var first = await mailbox.ReadAsync();
        (await first.PutAsync($"/api/contacts/{await first.IdOfAsync(Ana)}/preferences", new { resting = false, pinned = false, note = "Met in Kiel" })).EnsureSuccessStatusCode();
        Assert.True(StoreFile.Holds(mailbox.Store, Ana) && StoreFile.Holds(mailbox.Store, "Ana Fox") && StoreFile.Holds(mailbox.Store, AnaAtHome));

        await ForgetAsync(first, Ana);
        NothingIn(mailbox);
        mailbox.Arrive(Somebody(Ana, "Ana Fox"), "Are you there?");
        await using var api = await mailbox.ReadAnewAndRestartAsync(first);

        NothingIn(mailbox);
        Assert.False(StoreFile.Holds(mailbox.Store, "Are you there?"));
        foreach (var address in new[] { Ana, AnaAtHome })
        {
            var looked = await api.GetAsync($"/api/contacts/lookup?address={address}");
            Assert.Equal("forgotten", looked.GetProperty("status").GetProperty("code").GetString());
            Assert.Equal(JsonValueKind.Null, looked.GetProperty("contact").ValueKind);
        }

        NothingIn(mailbox);
        Assert.Equal(2, (await api.GetAsync("/api/forgotten")).GetProperty("addresses").GetInt32());
        Assert.NotNull(await api.IdOfAsync(Ben));
    }

    [Fact]
    public async Task Somebody_remembered_is_read_again_from_the_beginning()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var before = (await api.GetAsync("/api/sync")).GetProperty("digest").GetString();
        await ForgetAsync(api, Ana);

        foreach (var address in new[] { Ana, AnaAtHome })
        {
            (await api.PostAsync("/api/forgotten", new { address })).EnsureSuccessStatusCode();
        }

        await api.ReadAgainAsync();
        Assert.Equal(before, (await api.GetAsync("/api/sync")).GetProperty("digest").GetString());
        Assert.Equal(0, (await api.GetAsync("/api/forgotten")).GetProperty("addresses").GetInt32());
    }

    [Fact]
    public async Task Who_is_not_here_cannot_be_forgotten_and_who_is_not_forgotten_cannot_be_remembered()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        await ProblemAssert.IsProblemAsync(await api.Client.DeleteAsync("/api/contacts/987654", Cancellation), HttpStatusCode.NotFound);
        await ProblemAssert.IsProblemAsync(await api.Client.DeleteAsync("/api/contacts/nobody", Cancellation), HttpStatusCode.NotFound);
        await ProblemAssert.IsProblemAsync(await api.PostAsync("/api/forgotten", new { address = Ana }), HttpStatusCode.NotFound);
        await ProblemAssert.IsProblemAsync(await api.PostAsync("/api/forgotten", new { address = "no address" }), HttpStatusCode.BadRequest);
    }

    private static ServedMailbox Mailbox() => new ServedMailbox()
        .Exchange(Somebody(Ana, "Ana Fox"), weeks: 8, silentDays: 200).Exchange(Somebody(AnaAtHome, "Ana Fox"), weeks: 2, silentDays: 230).Exchange(Somebody(Ben, "Ben Holt"), weeks: 3, silentDays: 20)
        .Directory("Ana Fox", Ana, AnaAtHome);

    private static async Task ForgetAsync(RunningApi api, string address)
    {
        using var answer = await api.Client.DeleteAsync($"/api/contacts/{await api.IdOfAsync(address)}", Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static void NothingIn(ServedMailbox mailbox) =>
        Assert.All([Ana, AnaAtHome, "Ana Fox", "Met in Kiel"], text => Assert.False(StoreFile.Holds(mailbox.Store, text), $"«{text}» stands in the file."));
}
