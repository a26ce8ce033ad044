using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Contacts;

/// <summary>
/// Both numbers taken apart. The shares of the tie add up to it; contact30 is 1 ÷ (1 + e^−x), where x is <paramref name="Start"/>,
/// <paramref name="Mailbox"/> and all shares of contact30 together.
/// </summary>
/// <param name="State">What the state means, with its numbers.</param>
/// <param name="Start">The log-odds of contact30 before any fact.</param>
/// <param name="Mailbox">What the mailbox's own past adds to the log-odds; 0 before it has calibrated itself.</param>
/// <param name="Facts">Empty when the two were never in touch.</param>
public sealed record ExplanationView(string State, double Start, double Mailbox, IReadOnlyList<FactView> Facts)
{
    public static ExplanationView Of(Relationship relationship, Assessment assessment, DateTimeOffset now)
    {
        var state = RelationshipModel.Definition(assessment.State);
        return Explanation.Of(relationship.History, now, relationship.Calibration) is { } known
            ? new ExplanationView(state, known.Start, known.Mailbox, [.. known.Features.Select(f => new FactView(f.Code, f.Label, f.Value, f.Tie, f.Contact30))])
            : new ExplanationView(state, 0, 0, []);
    }
}

/// <param name="Code">Stable, for programs: <c>pulse</c>, <c>exchange</c>, <c>memory</c>, <c>quarters</c>, <c>own-weeks</c>, <c>silence</c>.</param>
/// <param name="Label">What is counted.</param>
/// <param name="Value">0 or more.</param>
/// <param name="Tie">What it adds to the tie.</param>
/// <param name="Contact30">What it adds to the log-odds of contact within 30 days; below 0 it speaks against it.</param>
public sealed record FactView(string Code, string Label, double Value, double Tie, double Contact30);
