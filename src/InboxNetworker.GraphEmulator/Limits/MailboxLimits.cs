using InboxNetworker.GraphEmulator.Faults;

namespace InboxNetworker.GraphEmulator.Limits;

/// <summary>How much one application may ask of one mailbox; the defaults are the service's.</summary>
public sealed record MailboxLimits
{
    /// <summary>1 or more.</summary>
    public int ConcurrentRequests { get; init; } = 4;

    /// <summary>1 or more, within any <see cref="Window"/>.</summary>
    public int Requests { get; init; } = 10_000;

    /// <summary>Longer than nothing.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many subscriptions may live at once; 1 or more.</summary>
    public int Subscriptions { get; init; } = 1_000;

    /// <summary>What a request over the limit of concurrency is told to wait; over the other limit it is told when there is room again.</summary>
    public RetryAfterRange RetryAfterSeconds { get; init; } = new(1, 4);

    /// <summary>What is wrong with it, null when nothing is.</summary>
    internal string? Problem() => this switch
    {
        { ConcurrentRequests: < 1 } => $"Limits.ConcurrentRequests is {ConcurrentRequests}; it takes 1 or more.",
        { Requests: < 1 } => $"Limits.Requests is {Requests}; it takes 1 or more.",
        { Subscriptions: < 1 } => $"Limits.Subscriptions is {Subscriptions}; it takes 1 or more.",
        _ when Window <= TimeSpan.Zero => $"Limits.Window is {Window}; it takes more than zero.",
        _ => null,
    };
}
