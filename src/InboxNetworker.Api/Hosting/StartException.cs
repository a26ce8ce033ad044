namespace InboxNetworker.Api.Hosting;

/// <summary>The program cannot start as it was told to. The message says what is wrong and what to do.</summary>
public sealed class StartException(string message) : Exception(message);
