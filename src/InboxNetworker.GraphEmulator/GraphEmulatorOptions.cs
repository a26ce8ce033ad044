using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Limits;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.GraphEmulator;

/// <summary>How the emulator runs.</summary>
public sealed record GraphEmulatorOptions
{
    /// <summary>Where it listens: one or more http urls on loopback names, separated by <c>;</c>. Port 0 picks a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What goes wrong with requests; nothing unless told.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>How much may be asked of the mailbox at once and over time.</summary>
    public MailboxLimits Limits { get; init; } = new();

    /// <summary>What a token allows that is no JWT and so does not say it itself: permissions separated by spaces, empty for none, null for everything.</summary>
    public string? GrantedScopes { get; init; }

    /// <summary>Whether change tracking repeats, replays and passes over things as the service does; else every page is as the documentation draws it.</summary>
    public bool Quirks { get; init; } = true;

    /// <summary>Whether an answer is made once and then served as bytes for as long as the mailbox stays as it is: for measuring clients, not the emulator.</summary>
    public bool Prepared { get; init; }

    /// <summary>The owner's id in the directory; null makes one out of the address.</summary>
    internal Guid? OwnerId { get; init; }

    /// <summary>Further users of the organisation, with ids of their own.</summary>
    internal IReadOnlyList<Colleague> Colleagues { get; init; } = [];

    /// <summary>Whether the web server logs to the console.</summary>
    public bool ConsoleLogging { get; init; }
}
