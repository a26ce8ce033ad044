using System.Net;
using System.Net.Http.Json;
using InboxNetworker.GraphEmulator;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class FailureTests
{
    [Fact]
    public async Task A_mistake_of_the_emulator_is_answered_in_the_shape_of_the_service_without_its_text()
    {
        var time = new FaultyTime();
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(), time);
        time.FailOnce = true;

        using var answer = await emulator.SendAsync("me/messages", null, HttpMethod.Post, JsonContent.Create(new { subject = "Draft" }));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(("InternalServerError", "An unexpected error occurred."), await EmulatorClient.ErrorOf(answer));
        Assert.True(Guid.TryParse(Assert.Single(answer.Headers.GetValues("request-id")), out _));
        Assert.Equal(new ReceivedRequest("POST", "/v1.0/me/messages", null, 500), Assert.Single(emulator.Host.Requests));
    }

    private sealed class FaultyTime : TimeProvider
    {
        public bool FailOnce { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            if (!FailOnce)
            {
                return SmallMailbox.Now;
            }

            FailOnce = false;
            throw new InvalidTimeZoneException("A secret of the inside.");
        }
    }
}
