namespace InboxNetworker.Api.Hosting;

/// <summary>What a part of the program has to say in the terminal when it has started, a line each.</summary>
internal delegate IEnumerable<string> Announcement();
