using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Alerts;

/// <summary>All numbers of the policy. What they bring on real mailboxes: docs/model.md, «Alerts».</summary>
public static class AlertNumbers
{
    /// <summary>Alerts in any 7 days, unless the owner says otherwise.</summary>
    public const int PerWeek = 3;

    /// <summary>The owner may ask for 0 to so many.</summary>
    public const int MaxPerWeek = 10;

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>So long after it happened a turn is told of: long enough for a holiday of a week, too short for yesterday's news.</summary>
    public static readonly TimeSpan TurnIsNews = TimeSpan.FromDays(10);

    /// <summary>Between two alerts about one person, a meeting's brief apart; the same pause as after a suggestion.</summary>
    public static readonly TimeSpan PersonPause = OwnersWord.Pause;

    /// <summary>So long somebody has to have waited for the owner's answer; the upper end is when it is too late to call it an answer.</summary>
    public static readonly TimeSpan WaitsAtLeast = TimeSpan.FromDays(7), WaitsAtMost = TimeSpan.FromDays(28);

    /// <summary>The same for an answer the owner waits for. Not before the pause after writing has passed.</summary>
    public static readonly TimeSpan NoAnswerAtLeast = OwnersWord.Pause, NoAnswerAtMost = TimeSpan.FromDays(28);

    /// <summary>Of the weeks in which one wrote, the part that the other answered in the same week or the next; less is no habit of answering.</summary>
    public const double UsuallyAnswers = 2 / 3.0;

    /// <summary>With fewer such weeks there is no habit to speak of.</summary>
    public const int WeeksOfAHabit = 4;

    /// <summary>Silent for so long, somebody one meets is worth a brief.</summary>
    public static readonly TimeSpan NotSeenForLong = TimeSpan.FromDays(60);

    /// <summary>Alerts but for meetings are raised from this importance on, if the owner has not asked for the person.</summary>
    public const double LeastImportance = 0.8;

    /// <summary>The same for an answer that has not come: a question of weight is one to somebody who matters more.</summary>
    public const double LeastOfWeight = 1.2;

    /// <summary>Who is likelier than this to be in touch within 30 days anyway needs no alert about a silence.</summary>
    public const double LikelyAnyway = 0.2;

    /// <summary>The same about an answer that is owed: it is a matter of two weeks and not of a silence, so that such people are likelier to write anyway.</summary>
    public const double LikelyAnywayOwed = 0.35;

    /// <summary>Fewer weeks with contact are often one matter that is closed, and no relationship to be alarmed about.</summary>
    public const int LeastWeeks = 5;

    /// <summary>How much a relationship matters to an alert: its tie, less the chance that contact comes by itself. 0 or more.</summary>
    public static double Importance(double tie, double contact30) => tie * (1 - contact30);
}
