using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;

namespace InboxNetworker.Core.Relationships;

/// <summary>The one place that decides whether there is a person to reconnect with behind an address.</summary>
public static class LeftOut
{
    /// <summary>Weeks in which the owner turned to the address, and weeks in which it turned to the owner, that outweigh a weak word.</summary>
    public const int WeeksOfAPerson = 3;

    /// <summary>The rule that leaves the address out, or null for a person.</summary>
    /// <param name="history">Of this address alone.</param>
    /// <param name="own">The owner's addresses.</param>
    /// <remarks>
    /// History overrules a rule in one case only: where the word that speaks against a person is weak (<see cref="NoiseRules.IsWeak"/>), the
    /// directory says nothing, the address is not at one of the owner's own domains (their offices are known to be offices), and both turned to the
    /// other in at least <see cref="WeeksOfAPerson"/> weeks. Help desks, lists by their host and machines answer too, and stay out.
    /// <see cref="Noise.OneWay"/> is never returned: who never answered, or never got an answer, is not suggested for that (<see cref="Listing"/>).
    /// </remarks>
    public static Noise? Why(EmailAddress address, DirectoryKind directory, WeeklyHistory history, string ownerName, IReadOnlyCollection<EmailAddress> own)
    {
        if (OwnAlias.IsLikely(address, ownerName, own))
        {
            return Noise.OwnAlias;
        }

        var noise = NoiseRules.Classify(address, directory);
        return noise is Noise.Role or Noise.List && directory == DirectoryKind.Unknown && NoiseRules.IsWeak(address)
            && own.All(o => o.Domain != address.Domain) && MutualWeeks(history) >= WeeksOfAPerson
            ? null
            : noise;
    }

    private static int MutualWeeks(WeeklyHistory history) => Math.Min(
        history.Weeks.Count(w => w.Sent.Count + w.Met.Count > 0), history.Weeks.Count(w => w.Received.Count + w.Met.Count > 0));
}
