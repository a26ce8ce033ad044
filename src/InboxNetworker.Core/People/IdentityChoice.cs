using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>The owner's word on two addresses: one person, or never one person. It outweighs every evidence.</summary>
public readonly record struct IdentityChoice(EmailAddress A, EmailAddress B, bool Same)
{
    /// <summary>The same choice with the addresses in their one order, so that a pair has one choice.</summary>
    /// <remarks>No property: a record prints its properties, and this one would print itself without end.</remarks>
    public IdentityChoice InOrder() => string.CompareOrdinal(A.Value, B.Value) <= 0 ? this : new(B, A, Same);
}

/// <param name="Mine">An address of the person looked at.</param>
/// <param name="Other">An address of somebody who may be the same.</param>
/// <param name="Why">One sentence, for people.</param>
public sealed record PossiblySame(EmailAddress Mine, EmailAddress Other, string Why);
