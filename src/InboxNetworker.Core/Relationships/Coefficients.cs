namespace InboxNetworker.Core.Relationships;

/// <summary>What each fact adds to <see cref="Assessment.Tie"/>. Only their ratio matters.</summary>
/// <remarks>
/// Chosen by hand on 2026-11-23 among some forty ratios, for the mean AUC of return60 and return365 over 52 real mailboxes (Enron, the linux-man
/// list, a manufacturing company). All three only ever rise with more weeks of contact, so no contact can lower a tie.
/// </remarks>
internal static class TieCoefficients
{
    /// <summary>For ln(1 + weeks with contact, half-life 720 days): how much this relationship was.</summary>
    public const double LongMemory = 0.5;

    /// <summary>For ln(1 + weeks with contact, half-life 60 days): how alive it was lately.</summary>
    public const double ShortMemory = 1.0;

    /// <summary>For ln(1 + weeks in which the side that turned to the other less often did so).</summary>
    public const double GiveAndTake = 0.1;
}

/// <summary>The logistic model behind <see cref="Assessment.Contact30"/>.</summary>
/// <remarks>
/// Fitted on 2026-11-23 by logistic regression on the 7,728 contact30 cases of the same mailboxes, silent for a week or longer, each of the three
/// data sets with equal weight; rounded to one digit.
/// </remarks>
internal static class Contact30Coefficients
{
    public const double Intercept = -1.4;

    /// <summary>For ln(1 + weeks with contact, half-life 60 days).</summary>
    public const double ShortMemory = 1.6;

    /// <summary>For ln(1 + weeks of silence).</summary>
    public const double Silence = -0.6;
}
