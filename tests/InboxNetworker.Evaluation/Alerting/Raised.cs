namespace InboxNetworker.Evaluation.Alerting;

/// <summary>An alert in a mailbox whose owner never saw it, and what came of the relationship by itself.</summary>
/// <param name="What">Which rule or kind raised it.</param>
/// <param name="Weeks">With contact before it.</param>
/// <param name="Silence">Days since the last contact.</param>
/// <param name="Days">From the alert to the next contact; null where the file has none.</param>
/// <param name="Seen">Days of the file after the alert.</param>
internal sealed record Raised(string What, int Weeks, double Silence, double? Days, double Seen)
{
    /// <summary>Contact within so many days without any help: there was no need to say anything.</summary>
    public const int FalseUrgency = 14;

    private const int Later = 180;

    public bool IsFalseUrgency => Days <= FalseUrgency;

    /// <summary>Whether the file goes on long enough to tell.</summary>
    public bool IsKnown => Seen >= FalseUrgency;

    public bool IsLaterKnown => Seen >= Later;

    /// <summary>They came back after the alert would have helped: it was about somebody who matters.</summary>
    public bool CameLater => Days is > FalseUrgency and <= Later;
}
