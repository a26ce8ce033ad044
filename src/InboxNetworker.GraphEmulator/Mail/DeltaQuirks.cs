namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>
/// What the service does in change tracking that a client does not expect, repeatably: it depends on the state of the round alone.
/// </summary>
/// <param name="enabled">Without, every page is as the documentation draws it.</param>
internal sealed class DeltaQuirks(bool enabled)
{
    public static DeltaQuirks None { get; } = new(false);

    /// <summary>A message moved away and back between two rounds is told to have left, and never told to be there.</summary>
    public bool SilentReturns => enabled;

    /// <summary>A page without items that still leads on; never two in a row.</summary>
    public bool EmptyPage(DeltaState state) => enabled && !state.Hollow && Dice(state) % 7 == 3;

    /// <summary>The last item of the page before comes once more.</summary>
    public bool Repeats(DeltaState state) => enabled && Dice(state) % 5 == 0;

    /// <summary>A message that has not changed comes once more, whole.</summary>
    public bool Replays(DeltaState state) => enabled && Dice(state) % 4 == 1;

    /// <summary>The same for the same state on every machine.</summary>
    private static ulong Dice(DeltaState state)
    {
        var sum = 14695981039346656037UL;
        foreach (var part in new[] { (ulong)state.Folder, (ulong)state.Since, (ulong)state.Until, (ulong)state.AfterTicks, (ulong)state.AfterKey, (ulong)state.AfterVersion })
        {
            sum = (sum ^ part ^ (part >> 32)) * 1099511628211UL;
            sum ^= sum >> 29;
        }

        return sum >> 8;
    }
}
