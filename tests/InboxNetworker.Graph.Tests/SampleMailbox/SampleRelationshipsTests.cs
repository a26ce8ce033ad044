using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.Graph.Tests.SampleMailboxes;

public sealed class SampleRelationshipsTests
{
    public static TheoryData<string> Days => SampleDays.All;

    [Fact]
    public void Every_way_of_going_quiet_is_told_once() =>
        Assert.Equal(Enum.GetValues<QuietKind>(), SampleDays.Truth("2026-11-23").Quiet.Select(each => each.Kind!.Value).Order());

    [Theory]
    [MemberData(nameof(Days))]
    public void The_quiet_are_silent_for_sixty_days_and_were_mutual_before(string day)
    {
        foreach (var quiet in SampleDays.Truth(day).Quiet)
        {
            var silence = SampleDays.Start(day) - quiet.LastContact;
            Assert.True(silence.TotalDays >= 60, $"{quiet.Person.Name} wrote {silence.TotalDays:0} days ago");
            var (out_, in_, met) = quiet.Kind switch
            {
                QuietKind.OnlyMeetings => (0, 0, 15),
                QuietKind.ConferenceAcquaintance => (3, 3, 0),
                _ => (4, 4, 0),
            };
            Assert.True(quiet.MailsOut >= out_ && quiet.MailsIn >= in_ && quiet.Meetings >= met, $"{quiet.Person.Name}: {quiet.MailsOut} out, {quiet.MailsIn} in, {quiet.Meetings} meetings");
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_others_are_as_near_as_their_state_says(string day)
    {
        foreach (var each in SampleDays.Truth(day).Relationships.Where(each => each.State != RelationshipState.Quiet))
        {
            var (from, to) = each.State switch
            {
                RelationshipState.Close => (0, 21),
                RelationshipState.Steady => (0, 45),
                RelationshipState.New => (0, 21),
                RelationshipState.Fading => (21, 60),
                _ => (35, 75),
            };
            Assert.True((SampleDays.Start(day) - each.LastContact).TotalDays >= from && (SampleDays.Start(day) - each.LastContact).TotalDays <= to, $"{each.State} {each.Person.Name}: {each.LastContact:d}");
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_last_word_is_whose_the_script_says(string day)
    {
        var content = SampleDays.Content(day);

        Assert.Equal("ingrid.solvabakken@velstrand-institute.example", LastBetween(QuietKind.OwnerOwesAnswer).From!.Address);
        Assert.Equal(content.Owner.Mail, LastBetween(QuietKind.TheyOweAnswer).From!.Address);

        Message LastBetween(QuietKind kind)
        {
            var address = SampleDays.Truth(day).Quiet.Single(each => each.Kind == kind).Person.Addresses[0];
            return content.Messages.Where(message => message.To.Count <= 20 && message.Everyone().Any(each => each.Address == address)).MaxBy(message => message.Sent)!;
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_new_were_unknown_seven_weeks_ago(string day)
    {
        var newcomers = SampleDays.Truth(day).Relationships.Where(each => each.State == RelationshipState.New).SelectMany(each => each.Person.Addresses).ToHashSet();
        var before = SampleDays.Content(day).Messages.Where(message => message.Sent < SampleDays.Start(day).AddDays(-49));

        Assert.True(newcomers.Count >= 3);
        Assert.DoesNotContain(before, message => message.To.Count <= 20 && message.Everyone().Any(each => newcomers.Contains(each.Address)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Who_changed_company_first_wrote_from_the_one_address_and_then_from_the_other(string day)
    {
        var person = SampleDays.Truth(day).Quiet.Single(each => each.Kind == QuietKind.ChangedCompany).Person;
        var messages = SampleDays.Content(day).Messages;
        var old = messages.Where(message => message.From?.Address == person.Addresses[0]).ToList();
        var recent = messages.Where(message => message.From?.Address == person.Addresses[1]).ToList();

        Assert.True(old.Count > 4 && recent.Count > 4);
        Assert.True(old.Max(message => message.Sent) < recent.Min(message => message.Sent));
    }

    [Fact]
    public void Namesakes_are_two_persons() =>
        Assert.Contains(SampleDays.Truth("2026-11-23").Persons.GroupBy(person => person.Name), same => same.Count() == 2);
}
