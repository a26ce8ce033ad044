using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Browser.Tests;

/// <summary>The program with the sample mailbox of one fixed day, read to the end; shared by the tests that only look.</summary>
public sealed class SampleMailboxApi : IAsyncLifetime
{
    private RunningApi? _api;

    public Uri Address => _api!.Address;

    public async ValueTask InitializeAsync()
    {
        _api = await RunningApi.StartAsync();
        await _api.WaitForReadingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_api is not null)
        {
            await _api.DisposeAsync();
        }
    }
}
