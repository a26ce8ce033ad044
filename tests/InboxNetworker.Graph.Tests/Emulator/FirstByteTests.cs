using InboxNetworker.GraphEmulator.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class FirstByteTests
{
    [Fact]
    public async Task A_place_is_free_before_the_first_byte_goes_out_and_is_given_up_once()
    {
        var response = new StartingResponse();
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpResponseFeature>(response);
        var given = 0;

        await RequestFrame.Identify(http, async inside =>
        {
            FirstByte.Of(inside).Before(() => given++);
            Assert.Equal(0, given);
            await response.StartAsync();
            Assert.Equal(1, given);
        });

        Assert.Equal(1, given);
    }

    [Fact]
    public async Task A_place_is_given_up_when_no_answer_comes()
    {
        var given = 0;

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => RequestFrame.Identify(new DefaultHttpContext(), inside =>
        {
            FirstByte.Of(inside).Before(() => given++);
            throw new InvalidTimeZoneException();
        }));

        Assert.Equal(1, given);
    }

    private sealed class StartingResponse : HttpResponseFeature
    {
        private readonly List<(Func<object, Task> Callback, object State)> _starting = [];

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Add((callback, state));

        public async Task StartAsync()
        {
            foreach (var (callback, state) in _starting)
            {
                await callback(state);
            }
        }
    }
}
