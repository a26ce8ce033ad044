using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;

namespace InboxNetworker.Core.Relationships;

/// <summary>The one place that decides whether there is a person to reconnect with behind an address.</summary>
public static class LeftOut
{
    /// <summary>The rule that leaves the address out, or null for a person.</summary>
    /// <param name="own">The owner's addresses.</param>
    /// <remarks><see cref="Noise.OneWay"/> is never returned: who never answered, or never got an answer, has no <see cref="Standing.Mutual"/> history and is not suggested for that.</remarks>
    public static Noise? Why(EmailAddress address, DirectoryKind directory, string ownerName, IEnumerable<EmailAddress> own) =>
        OwnAlias.IsLikely(address, ownerName, own) ? Noise.OwnAlias : NoiseRules.Classify(address, directory);
}
