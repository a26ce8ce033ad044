using System.Net;
using System.Text.Json.Nodes;

namespace InboxNetworker.Api.Tests.Hosting;

public sealed class HostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.1.5")]
    public async Task A_foreign_name_for_this_computer_is_refused(string host)
    {
        await using var api = await RunningApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/reconnect");
        request.Headers.Host = host;

        using var response = await api.Client.SendAsync(request, Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_sites_page_may_not_ask()
    {
        await using var api = await RunningApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sync");
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await api.Client.SendAsync(request, Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/scalar/")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    [InlineData("/taskpane.html")]
    public async Task It_answers(string path)
    {
        await using var api = await RunningApi.StartAsync();

        using var response = await api.Client.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_too()
    {
        await using var api = await RunningApi.StartAsync();

        using var response = await api.Client.GetAsync("/api/nothing", Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.NotFound);
    }

    /// <summary>The pane's types are generated from this file. INBOXNETWORKER_WRITE_OPENAPI=true writes it anew.</summary>
    [Fact]
    public async Task The_pane_was_generated_from_the_description_that_is_served()
    {
        await using var api = await RunningApi.StartAsync();
        var served = JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json", Cancellation));
        var path = Path.Combine(Repository.Root, "src", "InboxNetworker.TaskPane", "openapi.json");
        if (Environment.GetEnvironmentVariable("INBOXNETWORKER_WRITE_OPENAPI") == "true")
        {
            await File.WriteAllTextAsync(path, served!.ToJsonString(new() { WriteIndented = true }) + "\n", Cancellation);
        }

        var kept = JsonNode.Parse(await File.ReadAllTextAsync(path, Cancellation));

        Assert.True(JsonNode.DeepEquals(kept, served), "Run the Api tests with INBOXNETWORKER_WRITE_OPENAPI=true, then «npm run generate» in the pane's folder.");
    }
}
