namespace InboxNetworker.GraphEmulator.Service;

internal static partial class ServiceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The request {RequestId} failed in the emulator.")]
    public static partial void RequestFailed(this ILogger logger, string requestId, Exception failure);
}
