namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>
/// Three years of a communicator's mail and meetings, invented from beginning to end: who writes is in <c>Cast</c>, what happens
/// between them in <c>Scripts</c>, and chance falls the same way for everyone who asks on the same day.
/// </summary>
public static class SampleMailbox
{
    /// <summary>The mailbox as it stands at the beginning of the UTC day of <paramref name="now"/>: no message is later, meetings go on.</summary>
    public static MailboxContent Create(DateTimeOffset now)
    {
        var post = new Post(DateOnly.FromDateTime(now.UtcDateTime));
        var diary = new Diary(post);
        var correspondence = new Correspondence(post);

        foreach (var series in SeriesScripts.All)
        {
            diary.Play(series);
        }

        diary.PlayAllHands();
        diary.PlayLeave();
        foreach (var relationship in QuietScripts.All.Concat(LivingScripts.All))
        {
            correspondence.Play(relationship);
            diary.Play(relationship);
        }

        foreach (var circle in CircleScripts.Circles)
        {
            correspondence.Play(circle);
        }

        foreach (var thread in CircleScripts.LongThreads)
        {
            correspondence.Play(thread);
        }

        foreach (var (person, topic) in CircleScripts.Passing)
        {
            correspondence.Pass(person, topic);
        }

        new Background(post).Play();
        post.Messages.Sort((a, b) => a.Sent != b.Sent ? a.Sent.CompareTo(b.Sent) : string.CompareOrdinal(a.Key, b.Key));
        return new MailboxContent(Cast.Owner, Filing.Folders, post.Messages, diary.Meetings, DirectoryEntries.From(post.Messages));
    }

    /// <summary>What is true about <see cref="Create"/> of the same day.</summary>
    public static SampleTruth Truth(DateTimeOffset now) => TruthTeller.Tell(Create(now), new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));
}
