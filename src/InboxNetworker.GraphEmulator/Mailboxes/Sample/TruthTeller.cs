namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Sets the scripts beside what came of them.</summary>
internal static class TruthTeller
{
    private const int LargestContact = 20;

    public static SampleTruth Tell(MailboxContent content, DateTimeOffset asOf)
    {
        var mail = content.Messages.Where(each => !each.IsDraft && each.To.Count + each.Cc.Count <= LargestContact).DistinctBy(each => each.InternetMessageId).ToList();
        var persons = Cast.Colleagues.Concat(Cast.Outsiders).ToDictionary(each => each, each => new TruePerson(each.Name, each.Addresses, each.Department, each.Company, each.LeftWeeksAgo is not null));
        return new SampleTruth(
            asOf,
            [.. persons.Values],
            [.. QuietScripts.All.Concat(LivingScripts.All).Select(each => Relationship(each, persons[Cast.Of(each.Person)], mail, content.Meetings, asOf))],
            [
                .. Bulletins.All.Select(each => new NoiseAddress(each.Address, each.Kind)),
                .. Places.Rooms.Select(each => new NoiseAddress(each.Address, NoiseKind.Room)),
                .. Places.Lists.Select(each => new NoiseAddress(each.Address, NoiseKind.MailingList)),
                .. Cast.ColdMailers.Select(each => new NoiseAddress(each.Address, NoiseKind.ColdMailer)),
                .. Cast.ListAuthors.Select(each => new NoiseAddress(each.Address, NoiseKind.ListAuthor)),
                .. Bulletins.JunkSenders.Select(each => new NoiseAddress(each.Address, NoiseKind.Junk)),
            ]);
    }

    private static TrueRelationship Relationship(Relationship script, TruePerson person, List<Message> mail, IReadOnlyList<Meeting> meetings, DateTimeOffset asOf)
    {
        var lists = Places.Lists.Select(list => list.Address).ToHashSet();
        var sent = mail.Where(each => each.From?.Address == Cast.Me.Address && each.To.Concat(each.Cc).Any(to => person.Addresses.Contains(to.Address))).ToList();
        var received = mail.Where(each => each.From is { } from && person.Addresses.Contains(from.Address) && !each.To.Any(to => lists.Contains(to.Address))).ToList();
        var met = meetings.Where(each => TookPlaceWith(person, each)).SelectMany(Occurrences).Where(start => start < asOf).ToList();
        return new TrueRelationship(
            person,
            script.State,
            script.Quiet,
            sent.Concat(received).Select(each => each.Sent).Concat(met).Max(),
            sent.Count(each => each.Kind == MessageKind.Message),
            received.Count(each => each.Kind == MessageKind.Message),
            met.Count);
    }

    private static bool TookPlaceWith(TruePerson person, Meeting meeting) =>
        !meeting.IsCancelled
        && meeting.OwnResponse != Response.Declined
        && meeting.Attendees.Count <= LargestContact
        && (person.Addresses.Contains(meeting.Organizer.Address)
            || meeting.Attendees.Any(each => each.Response != Response.Declined && person.Addresses.Contains(each.Address)));

    private static IEnumerable<DateTimeOffset> Occurrences(Meeting meeting) =>
        Enumerable.Range(0, meeting.Occurrences).Select(time => meeting.Start.AddDays(7 * meeting.Weeks * time));
}
