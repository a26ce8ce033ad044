using System.Net;
using System.Text;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Hardening;

public sealed class RequestLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, HttpStatusCode> Addresses => new()
    {
        { "/api/contacts?query=" + new string('a', RequestLimits.MaxTarget), HttpStatusCode.RequestUriTooLong },
        { "/api/contacts/" + new string('1', RequestLimits.MaxPath), HttpStatusCode.RequestUriTooLong },
        { "/api/contacts?" + string.Join('&', Enumerable.Range(0, RequestLimits.MaxParameters + 1).Select(i => $"p{i}=1")), HttpStatusCode.BadRequest },
        { "/api/contacts?" + new string('&', RequestLimits.MaxParameters + 1), HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_address_that_is_too_long_is_refused_with_a_word(string address, HttpStatusCode status)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.Client.GetAsync(address, Cancellation);

        await ProblemAssert.SaysAsync(answer, status, "at most");
    }

    [Theory]
    [InlineData(RequestLimits.MaxHeaders + 1, 1)]
    [InlineData(4, 7000)]
    public async Task Headers_that_are_too_many_or_too_long_are_refused_with_a_word(int count, int length)
    {
        await using var api = await RunningApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sync");
        for (var i = 0; i < count; i++)
        {
            request.Headers.Add($"X-Test-{i}", new string('x', length));
        }

        using var answer = await api.Client.SendAsync(request, Cancellation);

        await ProblemAssert.SaysAsync(answer, HttpStatusCode.RequestHeaderFieldsTooLarge, "at most");
    }

    [Fact]
    public async Task A_body_that_is_too_long_or_too_deep_is_refused_with_a_word()
    {
        await using var api = await RunningApi.StartAsync();
        using var tooLong = new ByteArrayContent(new byte[BodyLimit.MaxBytes + 1]);
        using var deep = new StringContent(string.Concat(Enumerable.Repeat("""{"tags":[""", 5_000)), Encoding.UTF8, "application/json");

        using var first = await api.Client.PutAsync("/api/retention", tooLong, Cancellation);
        using var second = await api.Client.PutAsync("/api/retention", deep, Cancellation);

        await ProblemAssert.SaysAsync(first, HttpStatusCode.RequestEntityTooLarge, "at most");
        await ProblemAssert.IsProblemAsync(second, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("!")]
    [InlineData("not base64url")]
    [InlineData("AAAA====")]
    [InlineData("é")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/")]
    public async Task A_cursor_that_is_none_is_refused_with_a_word(string cursor)
    {
        await using var api = await RunningApi.StartAsync();
        foreach (var list in (string[])["/api/filtered", "/api/reconnect", "/api/audit"])
        {
            using var answer = await api.Client.GetAsync($"{list}?cursor={Uri.EscapeDataString(cursor)}", Cancellation);
            await ProblemAssert.SaysAsync(answer, HttpStatusCode.BadRequest, "It takes");
        }
    }
}
