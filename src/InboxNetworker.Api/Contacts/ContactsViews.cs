using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Contacts;

public sealed record ContactList(IReadOnlyList<ContactItem> Items);

/// <summary>Everything known of one person.</summary>
public sealed record ContactDetail : ContactItem
{
    private ContactDetail(ContactItem item)
        : base(item)
    {
    }

    /// <summary>Suggested or not, and why.</summary>
    public required StatusView Status { get; init; }

    public required DateTimeOffset? FirstContactAt { get; init; }

    /// <summary>How often the two were in touch while they were, as in «about every 3 weeks»; null where there is no telling.</summary>
    public required string? Rhythm { get; init; }

    /// <summary>Who has not answered the other's last mail; null after a meeting, and where there was no contact.</summary>
    public required Turn? Turn { get; init; }

    public required TotalsView Totals { get; init; }

    /// <summary>Weeks with contact, the oldest first.</summary>
    public required IReadOnlyList<WeekView> History { get; init; }

    /// <summary>Of the newest mail.</summary>
    public required TopicView? LastSubject { get; init; }

    /// <summary>The newest meeting's title.</summary>
    public required TopicView? LastMeeting { get; init; }

    /// <summary>When the two meet next; null when no meeting is known.</summary>
    public required TopicView? NextMeeting { get; init; }

    /// <summary>What came of the last draft to them; null when none is known, and when it is more than half a year old.</summary>
    public required OutcomeView? Outcome { get; init; }

    /// <summary>Others who may be the same person, for the owner to decide.</summary>
    public required IReadOnlyList<MaybeSameView> MaybeSame { get; init; }

    /// <summary>What the owner wants of the relationship.</summary>
    public required PreferencesView Preferences { get; init; }

    /// <summary>Where both numbers come from, and what the state means.</summary>
    public required ExplanationView Explanation { get; init; }

    public static ContactDetail Of(Relationship relationship, IReadOnlyList<MaybeSameView> maybeSame, DateTimeOffset now)
    {
        var assessment = RelationshipModel.Assess(relationship, now);
        var weeks = relationship.History.Weeks;
        return new ContactDetail(ContactItem.Of(relationship, assessment, now))
        {
            Status = StatusView.Of(Listing.StatusOf(relationship, assessment, now)),
            FirstContactAt = weeks.IsEmpty ? null : weeks[0].First,
            Rhythm = Rhythms.Of(relationship.History, now),
            Turn = Turns.Of(assessment.LastContact),
            Totals = new TotalsView(weeks.Sum(w => w.Sent.Count), weeks.Sum(w => w.Received.Count), weeks.Sum(w => w.Met.Count), weeks.Length),
            History = [.. weeks.Select(WeekView.Of)],
            LastSubject = TopicView.Of(relationship.LastSubject),
            LastMeeting = TopicView.Of(relationship.LastMeeting),
            NextMeeting = TopicView.Of(relationship.NextMeeting),
            Outcome = OutcomeView.Of(relationship, now),
            MaybeSame = maybeSame,
            Preferences = PreferencesView.Of(relationship.Word.Preferences, assessment.LastContact?.At, now),
            Explanation = ExplanationView.Of(relationship, assessment, now),
        };
    }
}

/// <param name="Code">
/// Stable, for programs. Listed: <c>dormant</c>, <c>fading</c>, <c>wished</c>. By the owner's word: <c>resting</c>, <c>snoozed</c>, <c>not-due</c>, <c>dismissed</c>,
/// <c>drafted</c>, <c>written</c>. By the history: <c>in-touch</c>, <c>new</c>, <c>meeting-soon</c>, <c>too-little</c>, <c>one-way</c>, <c>never-wrote-back</c>,
/// <c>unanswered</c>. No relationship: <c>own</c>, <c>never-seen</c>, <c>forgotten</c>, and <c>left-out-</c> with the rule, as <c>left-out-list</c>.
/// </param>
/// <param name="Listed">Suggested for reconnecting.</param>
public sealed record StatusView(string Code, string Text, bool Listed)
{
    public static StatusView Of(ListingStatus status) => new(status.Code, status.Text, status.Listed);
}

public sealed record TotalsView(int Sent, int Received, int Meetings, int ActiveWeeks);

/// <param name="Week">As 2024-W13.</param>
/// <param name="Start">The Monday.</param>
public sealed record WeekView(string Week, DateOnly Start, int Sent, int Received, int Meetings)
{
    public static WeekView Of(ActiveWeek week) =>
        new(week.Week.ToString(), DateOnly.FromDateTime(week.Week.Start.UtcDateTime), week.Sent.Count, week.Received.Count, week.Met.Count);
}

/// <param name="SentAt">The first mail to them after the draft; null while there is none.</param>
/// <param name="AnsweredAt">Their first mail after that.</param>
/// <param name="MetAt">The first meeting after the draft.</param>
public sealed record OutcomeView(DateTimeOffset DraftedAt, DateTimeOffset? SentAt, DateTimeOffset? AnsweredAt, DateTimeOffset? MetAt)
{
    private static readonly TimeSpan Worth = TimeSpan.FromDays(182);

    public static OutcomeView? Of(Relationship relationship, DateTimeOffset now) =>
        Outcome.Of(relationship, now) is { } outcome && now - outcome.DraftedAt <= Worth ? new(outcome.DraftedAt, outcome.SentAt, outcome.AnsweredAt, outcome.MetAt) : null;
}

public sealed record TopicView(string Text, DateTimeOffset At)
{
    public static TopicView? Of(Topic? topic) => topic is null ? null : new(topic.Text, topic.At);
}

/// <param name="ContactId">Of the other.</param>
/// <param name="Address">Of the other.</param>
/// <param name="Why">One sentence.</param>
public sealed record MaybeSameView(string ContactId, string Name, string Address, string Why);

/// <param name="With">The id of the other contact.</param>
public sealed record OtherContact(string With);

/// <param name="Address">One of the contact's addresses.</param>
public sealed record OneAddress(string Address);

public sealed record SomeAddresses(IReadOnlyList<string> Addresses);

/// <param name="Contact">Null when nothing is known of the address.</param>
/// <param name="InfoBar">What the bar over a message of theirs says; null for nothing, and while it is off.</param>
public sealed record LookupResult(string Address, StatusView Status, ContactDetail? Contact, InfoBarView? InfoBar)
{
    public static LookupResult Of(EmailAddress address, ListingStatus status, ContactDetail? contact = null, InfoBarView? infoBar = null) => new(address.Value, StatusView.Of(status), contact, infoBar);
}
