namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>What a subscription's own address is told of the subscription.</summary>
public enum LifecycleEvent
{
    /// <summary>It ends soon: renew or reauthorise it.</summary>
    ReauthorizationRequired,

    /// <summary>It is gone: make another and read what changed meanwhile.</summary>
    SubscriptionRemoved,

    /// <summary>Notifications were lost: read what changed meanwhile.</summary>
    Missed,
}

internal static class LifecycleEvents
{
    public static string WireName(this LifecycleEvent lifecycleEvent) => lifecycleEvent switch
    {
        LifecycleEvent.ReauthorizationRequired => "reauthorizationRequired",
        LifecycleEvent.SubscriptionRemoved => "subscriptionRemoved",
        _ => "missed",
    };

    public static LifecycleEvent? Parse(string? text) => Enum.GetValues<LifecycleEvent>().Cast<LifecycleEvent?>().FirstOrDefault(e => e!.Value.WireName() == text);
}
