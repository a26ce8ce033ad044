namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>What is true about the sample mailbox of a day, known from how it was made; a judge of anything that reads it.</summary>
public sealed record SampleTruth(
    DateTimeOffset AsOf,
    IReadOnlyList<TruePerson> Persons,
    IReadOnlyList<TrueRelationship> Relationships,
    IReadOnlyList<NoiseAddress> Noise)
{
    public IEnumerable<TrueRelationship> Quiet => Relationships.Where(each => each.State == RelationshipState.Quiet);

    public IEnumerable<TruePerson> Left => Persons.Where(person => person.HasLeft);

    public IEnumerable<string> Rooms => Noise.Where(each => each.Kind == NoiseKind.Room).Select(each => each.Address);

    public IEnumerable<string> Lists => Noise.Where(each => each.Kind == NoiseKind.MailingList).Select(each => each.Address);
}

/// <summary>One human being.</summary>
/// <param name="Department">Null outside the owner's company.</param>
public sealed record TruePerson(string Name, IReadOnlyList<string> Addresses, string? Department, string? Company, bool HasLeft);

/// <summary>A relationship the sample tells a story about; people met only by chance have none.</summary>
/// <param name="LastContact">The last mail with at most 20 recipients, or meeting with at most 20 attendees that took place, the owner's and the other's.</param>
/// <param name="MailsOut">The owner's, addressed to this person among at most 20, each counted once however many folders hold it; invitations and answers to them apart.</param>
/// <param name="MailsIn">As <paramref name="MailsOut"/>, from this person.</param>
/// <param name="Meetings">That took place, were not declined by either, and had at most 20 attendees.</param>
public sealed record TrueRelationship(
    TruePerson Person,
    RelationshipState State,
    QuietKind? Kind,
    DateTimeOffset LastContact,
    int MailsOut,
    int MailsIn,
    int Meetings);

public sealed record NoiseAddress(string Address, NoiseKind Kind);

public enum NoiseKind
{
    Newsletter,
    NoReply,
    Role,
    MailingList,
    Room,
    ColdMailer,
    Junk,

    /// <summary>A person met only as an author on an outside list.</summary>
    ListAuthor,
}

public enum RelationshipState
{
    /// <summary>Every week, in mail or meetings.</summary>
    Close,

    /// <summary>Regularly, up to now.</summary>
    Steady,

    /// <summary>Still in touch, ever more rarely.</summary>
    Fading,

    /// <summary>Began in the last weeks.</summary>
    New,

    /// <summary>Silent for a while, as ever between two of its turns.</summary>
    Resting,

    Quiet,
}

public enum QuietKind
{
    OnceWeekly,
    OwnerOwesAnswer,
    TheyOweAnswer,
    YearlyRhythm,
    ProjectEnded,
    ChangedCompany,
    HelpedOnce,
    AfterPromotion,

    /// <summary>Met for years, wrote next to nothing.</summary>
    OnlyMeetings,
    FadedGradually,
    LostClient,
    Mentor,

    /// <summary>Three mails each way, that was all.</summary>
    ConferenceAcquaintance,
    LeftCompany,
    OnLeave,
    HiringEnded,
    SupplierReplaced,
    MovedSite,
}
