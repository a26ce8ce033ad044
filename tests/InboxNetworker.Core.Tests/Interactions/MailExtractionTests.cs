using CsCheck;
using InboxNetworker.Core.Interactions;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Interactions;

public sealed class MailExtractionTests
{
    [Fact]
    public void A_mail_from_the_owner_is_a_contact_with_everybody_in_to_and_cc() =>
        Assert.Equal(
            [("ana@x.example", Direction.Out), ("bo@x.example", Direction.Out), ("cy@x.example", Direction.Out)],
            Found(Mail("me@here.example", ["ana@x.example", "bo@x.example"], ["cy@x.example"])));

    [Theory]
    [InlineData("me@here.example", "ana@x.example")]
    [InlineData("ana@x.example", "me@here.example")]
    public void The_owner_counts_in_to_as_in_cc(string to, string cc) =>
        Assert.Equal([("bo@x.example", Direction.In)], Found(Mail("bo@x.example", [to], [cc])));

    [Fact]
    public void Other_recipients_of_a_received_mail_are_no_contacts() =>
        Assert.Equal([("bo@x.example", Direction.In)], Found(Mail("bo@x.example", ["me@here.example", "ana@x.example"], ["cy@x.example"])));

    [Fact]
    public void The_owners_other_address_is_the_owner()
    {
        Assert.Equal([("ana@x.example", Direction.Out)], Found(Mail("my.alias@here.example", ["ana@x.example", "me@here.example"])));
        Assert.Equal([("ana@x.example", Direction.In)], Found(Mail("ana@x.example", ["My.Alias@here.example"])));
    }

    [Fact]
    public void Somebody_in_to_and_cc_is_one_contact() =>
        Assert.Equal([("ana@x.example", Direction.Out)], Found(Mail("me@here.example", ["ana@x.example", "ANA@x.example"], ["ana@x.example"])));

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, NotCounted.MassMail)]
    public void Twenty_recipients_are_a_contact_and_more_are_a_broadcast(int count, NotCounted? reason)
    {
        Assert.Equal(reason, Reason(Mail("ana@x.example", ["me@here.example"]) with { RecipientCount = count }));
        Assert.Equal(reason, Reason(Mail("me@here.example", ["ana@x.example"]) with { RecipientCount = count }));
    }

    [Fact]
    public void What_is_no_contact_says_why()
    {
        var mail = Mail("ana@x.example", ["me@here.example"]);
        Assert.Null(Reason(mail));
        Assert.Equal(NotCounted.Draft, Reason(mail with { IsDraft = true }));
        Assert.Equal(NotCounted.MeetingMail, Reason(mail with { IsMeetingMail = true }));
        Assert.Equal(NotCounted.NoSender, Reason(mail with { From = null }));
        Assert.Equal(NotCounted.NotBetweenTwo, Reason(mail with { To = Everybody("bo@x.example") }));
        Assert.Equal(NotCounted.NotBetweenTwo, Reason(mail with { To = [] }));
        Assert.Equal(NotCounted.NotBetweenTwo, Reason(Mail("me@here.example", ["me@here.example"], ["my.alias@here.example"])));
    }

    [Fact]
    public void What_an_assistant_sent_from_the_owners_Sent_Items_is_the_owners() =>
        Assert.Equal([("ana@x.example", Direction.Out)], Found(Mail("assistant@here.example", ["ana@x.example"]) with { IsSent = true }));

    [Theory]
    [InlineData("me@here.example", "")]
    [InlineData("bo@x.example", "my.alias@here.example")]
    public void A_received_mail_filed_in_Sent_Items_stays_received_and_the_same_mail(string to, string cc)
    {
        var mail = Mail("ana@x.example", [to], cc.Length == 0 ? [] : [cc]);
        List<Interaction> inbox = [], sent = [];
        Extraction.FromMail(mail, Own, inbox);
        Extraction.FromMail(mail with { IsSent = true }, Own, sent);
        Assert.Equal(Direction.In, Assert.Single(inbox).Direction);
        Assert.Equal(inbox, sent);
    }

    [Fact]
    public void A_mail_of_the_owners_is_sent_wherever_it_is_filed()
    {
        var mail = Mail("me@here.example", ["ana@x.example", "me@here.example"]);
        List<Interaction> here = [], sent = [];
        Extraction.FromMail(mail, Own, here);
        Extraction.FromMail(mail with { IsSent = true }, Own, sent);
        Assert.Equal(Direction.Out, Assert.Single(here).Direction);
        Assert.Equal(here, sent);
    }

    [Fact]
    public void All_contacts_of_a_mail_share_its_key_and_its_whole_second()
    {
        var found = new List<Interaction>();
        Extraction.FromMail(Mail("me@here.example", ["ana@x.example", "bo@x.example"]) with { At = Now.AddMilliseconds(999) }, Own, found);
        Assert.Equal(2, found.Count);
        Assert.All(found, i => Assert.Equal((found[0].Source, Now, Channel.Mail), (i.Source, i.At, i.Channel)));
    }

    [Fact]
    public void A_contact_is_never_the_owner_and_no_reason_is_given_exactly_when_there_are_contacts() =>
        Gen.Select(Gen.OneOf(Pool), Gen.OneOf(Pool).List[0, 6], Gen.OneOf(Pool).List[0, 6], Gen.Bool).Sample((from, to, cc, draft) =>
        {
            var found = new List<Interaction>();
            var reason = Extraction.FromMail(Mail(from, [.. to], [.. cc]) with { IsDraft = draft }, Own, found);
            Assert.Equal(reason is null, found.Count > 0);
            Assert.DoesNotContain(found, i => Own.Contains(i.Counterpart));
            Assert.Equal(found.Count, found.Select(i => i.Counterpart).Distinct().Count());
            Assert.All(found, i => Assert.Equal(from is "me@here.example" or "my.alias@here.example" ? Direction.Out : Direction.In, i.Direction));
        });

    private static readonly string[] Pool = ["me@here.example", "my.alias@here.example", "ana@x.example", "bo@x.example", "cy@x.example"];

    private static MailItem Mail(string from, string[] to, string[]? cc = null) =>
        new(Somebody(from), Everybody(to), Everybody(cc ?? []), "Lunch", Now, to.Length + (cc?.Length ?? 0));

    private static NotCounted? Reason(MailItem mail) => Extraction.FromMail(mail, Own, []);

    private static List<(string, Direction)> Found(MailItem mail)
    {
        var found = new List<Interaction>();
        Extraction.FromMail(mail, Own, found);
        return [.. found.Select(i => (i.Counterpart.Value, i.Direction)).Order()];
    }
}
