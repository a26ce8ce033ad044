namespace InboxNetworker.Api.Hosting;

/// <summary>What a feature does each time a reading has ended, however it ended; readings know no feature.</summary>
internal delegate Task AfterReading(CancellationToken cancellation);
