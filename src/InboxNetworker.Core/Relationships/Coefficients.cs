namespace InboxNetworker.Core.Relationships;

/// <summary>What each fact adds to <see cref="Assessment.Tie"/>. Set by hand; only their ratio matters.</summary>
internal static class TieCoefficients
{
    /// <summary>For ln(1 + weeks with contact, half-life 720 days): how much this relationship was.</summary>
    public const double LongMemory = 0.6;

    /// <summary>For ln(1 + weeks with contact, half-life 180 days): how alive it was lately.</summary>
    public const double ShortMemory = 0.4;

    /// <summary>For the balance of give and take, from 0 to 1.</summary>
    public const double Balance = 0.2;
}

/// <summary>The logistic model behind <see cref="Assessment.Contact30"/>.</summary>
internal static class Contact30Coefficients
{
    public const double Intercept = -0.3;

    /// <summary>For ln(1 + weeks with contact, half-life 180 days).</summary>
    public const double ShortMemory = 0.8;

    /// <summary>For ln(1 + weeks of silence).</summary>
    public const double Silence = -1.0;
}
