using System.Net;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

public sealed class PhotoTests
{
    private const string Ana = "ana.fox@here.example", Ben = "ben.holt@here.example", Cleo = "cleo.oak@there.example";

    [Fact]
    public async Task A_colleagues_photo_is_passed_on_and_kept_by_the_browser_for_a_day()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana), weeks: 6, silentDays: 200).Photographed("Ana Fox", Ana, Pictures.Jpeg);
        await using var api = await mailbox.ReadAsync();

        using var answer = await PhotoAsync(api, Ana);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Pictures.Jpeg, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("max-age=86400, private", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Who_has_none_and_who_is_nobodys_colleague_have_no_content_and_strangers_are_not_asked_about()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody(Ben), weeks: 6, silentDays: 200).Exchange(Somebody(Cleo), weeks: 6, silentDays: 200)
            .Directory("Ben Holt", Ben).Photographed("Cleo Oak", Cleo, Pictures.Jpeg);
        await using var api = await mailbox.ReadAsync();

        using var ofBen = await PhotoAsync(api, Ben);
        using var ofCleo = await PhotoAsync(api, Cleo);

        Assert.Equal(HttpStatusCode.NoContent, ofBen.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, ofCleo.StatusCode);
        Assert.Equal(1, mailbox.PhotosAsked);
    }

    [Theory]
    [InlineData("<html>A gateway's page</html>")]
    [InlineData("")]
    public async Task What_is_no_picture_is_not_passed_on(string content)
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana), weeks: 6, silentDays: 200).Photographed("Ana Fox", Ana, System.Text.Encoding.UTF8.GetBytes(content));
        await using var api = await mailbox.ReadAsync();

        using var answer = await PhotoAsync(api, Ana);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Where_photos_may_not_be_seen_they_are_not_asked_for_again_for_an_hour()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana), weeks: 6, silentDays: 200).Photographed("Ana Fox", Ana, Pictures.Jpeg);
        await using var api = await mailbox.ReadAsync();
        mailbox.Grant("Mail.ReadBasic Calendars.Read");

        using var first = await PhotoAsync(api, Ana);
        using var second = await PhotoAsync(api, Ana);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent, 1), (first.StatusCode, second.StatusCode, mailbox.PhotosAsked));
        Assert.True(first.Headers.CacheControl?.NoStore);

        api.Time.Advance(TimeSpan.FromMinutes(61));
        using var later = await PhotoAsync(api, Ana);
        Assert.Equal(2, mailbox.PhotosAsked);
    }

    [Fact]
    public async Task Nobody_has_no_photo()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana), weeks: 6, silentDays: 200);
        await using var api = await mailbox.ReadAsync();

        using var answer = await api.Client.GetAsync("/api/contacts/nobody/photo", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PhotoAsync(RunningApi api, string address) =>
        await api.Client.GetAsync($"/api/contacts/{await api.IdOfAsync(address)}/photo", TestContext.Current.CancellationToken);
}
