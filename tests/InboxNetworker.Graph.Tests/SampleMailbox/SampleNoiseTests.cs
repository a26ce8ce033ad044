using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.Graph.Tests.SampleMailboxes;

/// <summary>Whom the product leaves out, held against the sample's truth: over-filtering and noise both.</summary>
public sealed class SampleNoiseTests
{
    public static TheoryData<string> Days => SampleDays.All;

    [Theory]
    [MemberData(nameof(Days))]
    public void Nobody_real_is_left_out_even_without_a_directory(string day)
    {
        var truth = SampleDays.Truth(day);
        var people = truth.Persons.SelectMany(person => person.Addresses)
            .Concat(truth.Noise.Where(each => each.Kind is NoiseKind.ListAuthor or NoiseKind.ColdMailer).Select(each => each.Address)).ToList();

        Assert.True(people.Count > 100);
        Assert.DoesNotContain(people, address => Why(day, address, DirectoryKind.Unknown) is not null);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Rooms_and_lists_are_left_out_by_the_directory(string day)
    {
        var truth = SampleDays.Truth(day);

        Assert.All(truth.Rooms, room => Assert.Equal(Noise.Room, Why(day, room, DirectoryKind.Room)));
        Assert.All(truth.Lists, list => Assert.Equal(Noise.List, Why(day, list, DirectoryKind.Group)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void No_machine_office_or_stranger_is_kept_with_mail_both_ways(string day)
    {
        var content = SampleDays.Content(day);
        var writtenTo = content.Messages.Where(message => message.From?.Address == content.Owner.Mail && message.To.Count + message.Cc.Count <= Extraction.MaxRecipients)
            .SelectMany(message => message.To.Concat(message.Cc)).Select(to => to.Address).ToHashSet();
        var truth = SampleDays.Truth(day);
        var others = truth.Noise.Where(each => each.Kind is not (NoiseKind.ListAuthor or NoiseKind.Room or NoiseKind.MailingList)).ToList();

        Assert.DoesNotContain(others, each => writtenTo.Contains(each.Address) && Why(day, each.Address, DirectoryKind.Unknown) is null);
    }

    /// <summary>Machines and offices that only ever write are not suggested anyway; the rules should still know most of them, so that a search does not show them.</summary>
    [Theory]
    [MemberData(nameof(Days))]
    public void Of_machines_and_offices_most_are_known_by_their_address(string day)
    {
        var byKind = SampleDays.Truth(day).Noise.GroupBy(each => each.Kind).ToDictionary(g => g.Key, g => g.Count(each => Why(day, each.Address, DirectoryKind.Unknown) is null));

        Assert.Equal(0, byKind[NoiseKind.NoReply]);
        Assert.Equal(0, byKind[NoiseKind.Role]);
        Assert.InRange(byKind[NoiseKind.Newsletter], 0, 4);
    }

    private static Noise? Why(string day, string text, DirectoryKind directory)
    {
        var owner = SampleDays.Content(day).Owner;
        return LeftOut.Why(Parse(text), directory, WeeklyHistory.Empty, owner.DisplayName, [.. owner.OtherAddresses.Prepend(owner.Mail).Select(Parse)]);
    }

    private static EmailAddress Parse(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);
}
