namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>One relationship of the owner's, told in phases of chance and in exchanges that happened just so.</summary>
internal sealed record Relationship(
    string Person,
    RelationshipState State,
    QuietKind? Quiet,
    IReadOnlyList<Phase> Phases,
    IReadOnlyList<Exchange> Exchanges);

/// <summary>A stretch of a relationship.</summary>
/// <param name="From">Weeks ago it began; larger than <paramref name="To"/>.</param>
/// <param name="To">Weeks ago it ended; 0 goes on.</param>
/// <param name="Mails">Per week, both directions together.</param>
/// <param name="Meetings">Per month, apart from series.</param>
internal sealed record Phase(double From, double To, double Mails, double Meetings, params IReadOnlyList<Topic> Topics)
{
    /// <summary>Share of threads and meetings the owner starts, 0 to 1.</summary>
    public double Mine { get; init; } = 0.5;

    /// <summary>Which of the other's addresses is used.</summary>
    public int Address { get; init; }
}

/// <summary>A thread that is told, not left to chance.</summary>
/// <param name="DaysAgo">When it began.</param>
/// <param name="Turns">Who writes, in order: <c>&gt;</c> the owner, <c>&lt;</c> the other.</param>
internal sealed record Exchange(int DaysAgo, string Subject, string Turns)
{
    public int Address { get; init; }
}

/// <summary>Several people who write to each other and the owner, everyone copied.</summary>
/// <param name="Threads">Per week.</param>
internal sealed record Circle(string Name, double From, double To, double Threads, IReadOnlyList<string> Members, params IReadOnlyList<Topic> Topics);

/// <summary>A discussion that would not end.</summary>
internal sealed record LongThread(int DaysAgo, string Subject, int Messages, Topic Topic, params IReadOnlyList<string> Members);

/// <summary>A meeting that repeats, outside the summer and the turn of the year.</summary>
/// <param name="From">Weeks ago; negative <paramref name="To"/> lies ahead.</param>
/// <param name="Every">Weeks.</param>
internal sealed record Series(
    string Subject,
    string? Organizer,
    double From,
    double To,
    int Every,
    DayOfWeek Day,
    int Hour,
    int Minutes,
    params IReadOnlyList<string> Members)
{
    public int StartMinute { get; init; }

    public bool InRoom { get; init; }
}
