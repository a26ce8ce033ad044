namespace InboxNetworker.GraphEmulator.Mailboxes.Generated;

/// <summary>
/// A mailbox of any size with the shape of a real one, for measuring: ten years, some people who write daily and a long tail of those who
/// wrote twice, most of whom have gone quiet. The same for everyone who asks for the same size on the same day.
/// </summary>
public static class GeneratedMailbox
{
    public const int MinMessages = 1, MaxMessages = 2_000_000;

    private const int Years = 10;

    /// <param name="messages">From <see cref="MinMessages"/> to <see cref="MaxMessages"/>; copies in a second folder count as messages, as they do in the service.</param>
    /// <param name="now">The mailbox ends at the beginning of this UTC day; meetings go on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be so many, or so few.</exception>
    public static MailboxContent Create(int messages, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messages, MinMessages);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(messages, MaxMessages);
        var end = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var time = new Span(end.AddYears(-Years), end);
        var circle = new Circle(messages);
        return new MailboxContent(
            Circle.Owner,
            Shelves.Folders,
            new Traffic(circle, time).Write(messages),
            new Appointments(circle, time).Arrange(messages),
            circle.Directory());
    }
}

/// <summary>The time the mailbox covers; the end is not part of it.</summary>
internal readonly record struct Span(DateTimeOffset Begin, DateTimeOffset End)
{
    /// <summary>Whole seconds; 0 is the beginning, 1 the end.</summary>
    public DateTimeOffset At(double share) => Begin.AddSeconds(Math.Floor((End - Begin).TotalSeconds * share));
}
