namespace InboxNetworker.Core.Relationships;

/// <summary>How often one of the two got in touch anew, by mail, after <see cref="Pause"/> or more.</summary>
/// <param name="Theirs">Times the other did; the rest were the owner.</param>
public readonly record struct Openings(int Theirs, int All)
{
    /// <summary>Fewer times by one of the two are no habit.</summary>
    public const int Fewest = 3;

    /// <summary>From this part on it is mostly the same one.</summary>
    public const double Most = 2 / 3.0;

    public static readonly TimeSpan Pause = TimeSpan.FromDays(28);

    public int Owners => All - Theirs;

    public static Openings Of(WeeklyHistory past)
    {
        var (theirs, all) = (0, 0);
        foreach (var (before, week) in past.Weeks.Zip(past.Weeks.Skip(1)))
        {
            if (week.First - before.Last >= Pause && week.Mails > 0 && (week.Met.Count == 0 || week.Met.First > week.First))
            {
                all++;
                theirs += week.Received.Count > 0 && (week.Sent.Count == 0 || week.Received.First < week.Sent.First) ? 1 : 0;
            }
        }

        return new(theirs, all);
    }
}
