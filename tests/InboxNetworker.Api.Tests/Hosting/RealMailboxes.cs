namespace InboxNetworker.Api.Tests.Hosting;

/// <summary>Real mailboxes beside the repository; never part of it.</summary>
internal static class RealMailboxes
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("INBOXNETWORKER_DATA") is { Length: > 0 } named
        ? named
        : Path.Combine(Repository.Root, "..", "shared", "data");
}
