using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using static InboxNetworker.Graph.Tests.Emulator.Files.TsvLines;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

public sealed class OwnerTests : IDisposable
{
    private static readonly MailboxFileOptions NobodyGiven = new(Now);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("love-p.tsv")]
    [InlineData("love-p.tsv.gz")]
    public void The_owner_is_looked_up_beside_the_file(string name)
    {
        _folder.Write("owners.tsv", "owner\taddresses\nlove-q\tq@x.example\nlove-p\tphillip.love@x.example;plove@x.example\n");
        var text = Header + Line("1", "2026-03-10T08:00:00Z");

        var owner = MailboxFile.Read(name.EndsWith(".gz", StringComparison.Ordinal) ? _folder.Write(name, TemporaryFolder.Gzip(text)) : _folder.Write(name, text), NobodyGiven).Content.Owner;

        Assert.Equal(("phillip.love@x.example", "Phillip Love"), (owner.Mail, owner.DisplayName));
        Assert.Equal(["plove@x.example"], owner.OtherAddresses);
    }

    [Fact]
    public void An_owner_given_is_preferred()
    {
        _folder.Write("owners.tsv", "owner\taddresses\na\tq@x.example\n");

        Assert.Equal("me@x.example", MailboxFile.Read(_folder.Write("a.tsv", Header + Line("1", "2026-03-10T08:00:00Z")), Owned).Content.Owner.Mail);
    }

    [Fact]
    public void Without_an_owner_it_is_said_how_to_give_one_and_who_it_may_be()
    {
        var lines = Line("1", "2026-03-10T08:00:00Z") + Line("2", "2026-03-10T08:00:00Z") + Line("3", "2026-03-10T08:00:00Z", "boss@x.example") + Line("4", "2026-03-10T08:00:00Z", "spam@z.example", folder: "inbox");

        var refused = Assert.Throws<MailboxFileException>(() => MailboxFile.Read(_folder.Write("a.tsv", Header + lines), NobodyGiven));

        Assert.Contains("--owner", refused.Message, StringComparison.Ordinal);
        Assert.Contains("owners.tsv", refused.Message, StringComparison.Ordinal);
        Assert.Contains("me@x.example, boss@x.example.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("spam@z.example", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_for_the_owner_without_addresses_is_named()
    {
        _folder.Write("owners.tsv", "owner\taddresses\na\t\n");

        var refused = Assert.Throws<MailboxFileException>(() => MailboxFile.Read(_folder.Write("a.tsv", Header + Line("1", "2026-03-10T08:00:00Z")), NobodyGiven));

        Assert.Contains("owners.tsv:2", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sally.beck@x.example", "Sally Beck")]
    [InlineData("e2@x.example", "e2@x.example")]
    [InlineData("colomar.6.4.3@x.example", "colomar.6.4.3@x.example")]
    public void The_name_is_made_from_the_address_only_where_that_looks_like_one(string address, string name)
    {
        var owner = MailboxFile.Read(_folder.Write("a.tsv", Header + Line("1", "2026-03-10T08:00:00Z")), NobodyGiven with { OwnerAddresses = [address] }).Content.Owner;

        Assert.Equal(name, owner.DisplayName);
    }

    [Theory]
    [InlineData("a@x.example;b@x.example", new[] { "a@x.example", "b@x.example" })]
    [InlineData(" a@x.example ; ", new[] { "a@x.example" })]
    [InlineData("", new string[0])]
    public void Addresses_are_separated_by_semicolons(string given, string[] expected) => Assert.Equal(expected, MailboxFileOptions.ParseOwner(given));

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@x.example, b@x.example")]
    [InlineData("@x.example")]
    public void What_is_no_address_is_refused(string given) => Assert.Contains("is not a mail address", Assert.Throws<MailboxFileException>(() => MailboxFileOptions.ParseOwner(given)).Message, StringComparison.Ordinal);
}
