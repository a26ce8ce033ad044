using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Drafts;

/// <summary>What came of the last draft to somebody, as far as later readings tell.</summary>
/// <param name="SentAt">The owner's first mail to them after it; null while there is none.</param>
/// <param name="AnsweredAt">Their first mail after that.</param>
/// <param name="MetAt">The first meeting of the two after the draft.</param>
/// <remarks>Of a week only the first and last time of each kind are known; where the first lies before, the last stands for the first after.</remarks>
public sealed record Outcome(DateTimeOffset DraftedAt, DateTimeOffset? SentAt, DateTimeOffset? AnsweredAt, DateTimeOffset? MetAt)
{
    /// <param name="now">What came later does not count.</param>
    /// <returns>Null where no draft was saved.</returns>
    public static Outcome? Of(Relationship relationship, DateTimeOffset now)
    {
        if (relationship.Word.DraftedAt is not { } drafted || drafted > now)
        {
            return null;
        }

        var past = relationship.History.UpTo(now);
        var sent = past.FirstAfter(drafted, w => w.Sent);
        return new(drafted, sent, sent is { } at ? past.FirstAfter(at, w => w.Received) : null, past.FirstAfter(drafted, w => w.Met));
    }
}
