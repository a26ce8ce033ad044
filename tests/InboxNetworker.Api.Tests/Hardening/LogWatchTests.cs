namespace InboxNetworker.Api.Tests.Hardening;

/// <summary>The watch over the run's logs has to wake up.</summary>
public sealed class LogWatchTests
{
    [Theory]
    [InlineData("Read the mail of ana.fox@there.example", true)]
    [InlineData("Wrote to Ana Fox again", true)]
    [InlineData("Subject: budget for the spring fair.", true)]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", true)]
    [InlineData("Mailbox read: 7279 messages and 1034 meetings with 141 contacts so far.", false)]
    [InlineData("at InboxNetworker.Api.Mailboxes.MailboxReader.ReadAsync() in MailboxReader.cs:line 7", false)]
    public void It_finds_what_must_not_be_said_and_nothing_else(string line, bool leaks) =>
        Assert.Equal(leaks ? [line] : [], LogWatch.Leaks([line], ["Ana Fox", "Budget for the spring fair"]));
}
