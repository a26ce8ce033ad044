using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace InboxNetworker.Api.Tests.Hosting;

internal static class ProblemAssert
{
    /// <summary>The answer is problem+json with a title and a detail, and shows nothing of the inside.</summary>
    public static async Task<string> IsProblemAsync(HttpResponseMessage response, HttpStatusCode status) => (await ReadAsync(response, status)).GetProperty("title").GetString()!;

    /// <summary>The same, and its detail says what can be done, in these words among others.</summary>
    public static async Task SaysAsync(HttpResponseMessage response, HttpStatusCode status, string words) =>
        Assert.Contains(words, (await ReadAsync(response, status)).GetProperty("detail").GetString(), StringComparison.Ordinal);

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at InboxNetworker", text, StringComparison.Ordinal);
        return problem;
    }
}
