namespace InboxNetworker.Core.Relationships;

/// <summary>A relationship as it is stored: all that its rank depends on.</summary>
/// <param name="History">In the bytes of <see cref="WeeklyHistoryFormat"/>.</param>
/// <param name="LastAt">The last contact in the history.</param>
/// <param name="NextMeetingAt">When the two meet next, as far as is known.</param>
public sealed record Candidate(long ContactId, byte[] History, DateTimeOffset LastAt, DateTimeOffset? NextMeetingAt)
{
    /// <summary>What the owner has said of the person.</summary>
    public OwnersWord Word { get; init; } = OwnersWord.None;

    public static Candidate operator +(Candidate one, Candidate other) => Add(one, other);

    /// <summary>Both as one: of two addresses of a person, of whom the owner has said what stands with the first.</summary>
    /// <exception cref="InvalidDataException">A history cannot be read.</exception>
    public static Candidate Add(Candidate one, Candidate other) => new(
        one.ContactId,
        one.History.Plus(other.History.ToHistory()),
        one.LastAt > other.LastAt ? one.LastAt : other.LastAt,
        one.NextMeetingAt is { } next && !(other.NextMeetingAt < next) ? next : other.NextMeetingAt)
    {
        Word = one.Word,
    };
}
