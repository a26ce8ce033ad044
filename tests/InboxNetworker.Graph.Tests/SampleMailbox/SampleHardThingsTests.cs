using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.Graph.Tests.SampleMailboxes;

/// <summary>What makes real mailboxes hard is there, whatever day it is.</summary>
public sealed class SampleHardThingsTests
{
    public static TheoryData<string> Days => SampleDays.All;

    [Theory]
    [MemberData(nameof(Days))]
    public void Noise_of_every_kind_writes(string day)
    {
        var senders = SampleDays.Content(day).Messages.Where(message => message.From is not null).CountBy(message => message.From!.Address).ToDictionary();
        var noise = SampleDays.Truth(day).Noise;

        Assert.Equal(noise.Count, noise.Select(each => each.Address).Distinct().Count());
        foreach (var (kind, atLeast) in new[] { (NoiseKind.Newsletter, 300), (NoiseKind.NoReply, 200), (NoiseKind.Role, 100), (NoiseKind.ColdMailer, 25), (NoiseKind.Junk, 5), (NoiseKind.ListAuthor, 50) })
        {
            var sent = noise.Where(each => each.Kind == kind).Sum(each => senders.GetValueOrDefault(each.Address));
            Assert.True(sent >= atLeast, $"{kind}: {sent}");
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Cold_mailers_and_newsletters_never_get_an_answer(string day)
    {
        var content = SampleDays.Content(day);
        var oneWay = SampleDays.Truth(day).Noise.Where(each => each.Kind is NoiseKind.ColdMailer or NoiseKind.Newsletter or NoiseKind.NoReply or NoiseKind.Junk).Select(each => each.Address).ToHashSet();

        Assert.DoesNotContain(content.Messages, message => message.From?.Address == content.Owner.Mail && message.To.Concat(message.Cc).Any(to => oneWay.Contains(to.Address)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Lists_stand_in_To_and_rooms_among_the_attendees(string day)
    {
        var content = SampleDays.Content(day);
        var truth = SampleDays.Truth(day);

        Assert.All(truth.Lists, list => Assert.Contains(content.Messages, message => message.To.Any(to => to.Address == list)));
        Assert.InRange(content.Meetings.Count(meeting => meeting.Attendees.Any(each => each.Type == AttendeeType.Resource && truth.Rooms.Contains(each.Address))), 20, 400);
        Assert.All(truth.Rooms, room => Assert.Equal("Room", content.People.Single(person => person.Addresses.Contains(room)).Class));
        Assert.All(truth.Lists, list => Assert.Equal("Group", content.People.Single(person => person.Addresses.Contains(list)).Class));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Mass_mails_go_both_ways(string day)
    {
        var content = SampleDays.Content(day);
        var mass = content.Messages.Where(message => message.To.Count > 20 && message.Kind == MessageKind.Message).ToList();

        Assert.InRange(mass.Count(message => message.From!.Address == content.Owner.Mail), 20, 150);
        Assert.InRange(mass.Count(message => message.From!.Address != content.Owner.Mail), 15, 150);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Some_persons_write_from_two_addresses(string day)
    {
        var content = SampleDays.Content(day);
        var two = SampleDays.Truth(day).Persons.Where(person => person.Addresses.Count > 1).ToList();
        var listed = content.People.Where(person => person.Addresses.Count > 1).ToList();

        Assert.InRange(two.Count, 2, 10);
        Assert.All(two.SelectMany(person => person.Addresses), address => Assert.Contains(content.Messages, message => message.From?.Address == address));
        Assert.InRange(listed.Count, 1, two.Count - 1);
        Assert.Contains(two, person => person.HasLeft);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Who_left_is_disabled_said_goodbye_and_is_silent_since(string day)
    {
        var content = SampleDays.Content(day);
        var left = SampleDays.Truth(day).Left.ToList();

        Assert.InRange(left.Count, 4, 12);
        foreach (var person in left)
        {
            var last = content.Messages.Where(message => message.From?.Address == person.Addresses[0]).MaxBy(message => message.Sent);
            Assert.False(content.People.Single(each => each.Addresses.Contains(person.Addresses[0])).AccountEnabled);
            Assert.True(last!.To.Count > 20, $"{person.Name}: {last.Subject} {last.Sent:d}");
            Assert.True(last.Sent < SampleDays.Start(day).AddDays(-200));
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void An_assistant_writes_for_her_boss_and_for_herself(string day)
    {
        var messages = SampleDays.Content(day).Messages;
        var forBoss = messages.Where(message => message.Sender is not null && message.Sender != message.From).ToList();

        Assert.InRange(forBoss.Count(message => message.Sender!.Address.StartsWith("linnea.", StringComparison.Ordinal) && message.From!.Address.StartsWith("dagmar.", StringComparison.Ordinal)), 20, 400);
        Assert.Contains(messages, message => message.From?.Address.StartsWith("linnea.", StringComparison.Ordinal) == true);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Some_threads_do_not_end(string day)
    {
        var threads = SampleDays.Content(day).Messages.DistinctBy(message => message.InternetMessageId).CountBy(message => message.ConversationKey).ToList();

        Assert.InRange(threads.Count(thread => thread.Value >= 20), 4, 20);
        Assert.InRange(threads.Count(thread => thread.Value == 1) / (double)threads.Count, 0.2, 0.75);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Invitations_and_answers_stand_in_the_mail(string day)
    {
        var content = SampleDays.Content(day);

        foreach (var kind in new[] { MessageKind.MeetingRequest, MessageKind.MeetingResponse })
        {
            Assert.True(content.Messages.Count(message => message.Kind == kind && message.From!.Address == content.Owner.Mail) >= 40);
            Assert.True(content.Messages.Count(message => message.Kind == kind && message.From!.Address != content.Owner.Mail) >= 40);
        }

        Assert.InRange(content.Meetings.Count(meeting => meeting.IsCancelled), 5, 60);
        Assert.InRange(content.Meetings.Count(meeting => meeting.OwnResponse == Response.Declined), 2, 40);
        Assert.Contains(content.Meetings, meeting => meeting.Attendees.Any(each => each.Response == Response.Declined));
        Assert.Contains(content.Meetings, meeting => meeting is { Weeks: 1, Occurrences: > 5 } && meeting.Attendees.Count >= 15);
        Assert.Contains(content.Meetings, meeting => meeting.Attendees.Count >= 60);
        Assert.Contains(content.Meetings, meeting => meeting.IsAllDay && meeting.Attendees.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_message_may_stand_in_two_folders(string day)
    {
        var copies = SampleDays.Content(day).Messages.GroupBy(message => message.InternetMessageId).Where(copy => copy.Count() > 1).ToList();

        Assert.InRange(copies.Count, 20, 400);
        Assert.All(copies, copy => Assert.Single(copy.Select(message => (message.Subject, message.Sent, message.From)).Distinct()));
        Assert.All(copies, copy => Assert.Equal(copy.Count(), copy.Select(message => message.FolderKey).Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_folder_but_the_outbox_and_the_parent_is_in_use(string day)
    {
        var content = SampleDays.Content(day);
        var empty = content.Folders.Where(folder => content.Messages.All(message => message.FolderKey != folder.Key));
        string[] expected = ["Outbox", "Projects"];

        Assert.Equal(expected, empty.Select(folder => folder.DisplayName));
        Assert.Contains(content.Folders, folder => folder.ParentKey is not null);
        Assert.Equal(content.Messages.Count(message => message.FolderKey == "drafts"), content.Messages.Count(message => message.IsDraft));
        Assert.Contains(content.Messages, message => message is { IsDraft: true, From: null });
    }
}
