using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator;
using Microsoft.AspNetCore.Http;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>What fails in one place, and for good, stops nothing else.</summary>
public sealed class OneBadPlaceTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly LeapingTime _time = new(Story.Begin);
    private GraphEmulatorHost? _emulator;
    private Gateway? _gateway;
    private Reader? _reader;

    private GraphEmulatorHost Emulator => _emulator!;

    private Gateway Gateway => _gateway!;

    private Reader Reader => _reader!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await GraphEmulatorHost.StartAsync(new Story(11).Content, new GraphEmulatorOptions { TimeProvider = _time, Quirks = false }, TestContext.Current.CancellationToken);
        _gateway = await Gateway.StartAsync(_emulator);
        _reader = new Reader(_emulator, _folder, _time, 1000, _gateway.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await Gateway.DisposeAsync();
        await Emulator.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("cut \\ud83d")]
    [InlineData("cut \\uDE00 and on")]
    [InlineData("cut \u00f0\u009f\u0098")]
    public async Task A_subject_that_was_cut_in_the_middle_of_a_letter_is_read_all_the_same(string subject)
    {
        var peaceful = await PeacefulAsync();
        Gateway.Change = answer => answer.Replace("\"subject\":\"About ", $"\"subject\":\"{subject}", StringComparison.Ordinal)
            .Replace("\"subject\":\"Meeting ", $"\"subject\":\"{subject}", StringComparison.Ordinal);

        await Reader.ReadAsync();

        Assert.Null(Reader.Status.LastError);
        Assert.Equal((peaceful.MessagesRead, peaceful.MeetingsRead), (Reader.Status.MessagesRead, Reader.Status.MeetingsRead));
    }

    [Fact]
    public async Task A_page_of_html_instead_of_an_answer_is_asked_past()
    {
        var peaceful = await PeacefulAsync();
        var asked = new HashSet<string>();
        Gateway.Refuse = request => asked.Add(request.Path.Value!) ? StatusCodes.Status200OK : null;

        await Reader.ReadAsync();

        Assert.True(Gateway.Refused.Count > 10);
        Assert.Null(Reader.Status.LastError);
        Assert.Equal(peaceful.Digest, await Reader.DigestAsync());
    }

    /// <summary>The same mailbox without a gateway before it.</summary>
    private async Task<(string Digest, int MessagesRead, int MeetingsRead)> PeacefulAsync()
    {
        await using var reader = new Reader(Emulator, _folder, _time, 1000);
        await reader.ReadThroughAsync();
        return (await reader.DigestAsync(), reader.Status.MessagesRead, reader.Status.MeetingsRead);
    }
}
