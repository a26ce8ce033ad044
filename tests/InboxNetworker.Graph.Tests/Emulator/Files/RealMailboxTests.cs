using InboxNetworker.GraphEmulator.Mailboxes.Files;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

public sealed class RealMailboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("enron/love-p.tsv.gz", "2001-06-01", "phillip.love@enron.com")]
    [InlineData("enron/lay-k.tsv.gz", "2001-06-01", "kenneth.lay@enron.com")]
    [InlineData("enron/rogers-b.tsv.gz", "2001-06-01", "benjamin.rogers@enron.com")]
    [InlineData("enron/beck-s.tsv.gz", null, "sally.beck@enron.com")]
    [InlineData("linux-man/mtk.manpages_at_gmail.com.tsv.gz", null, "mtk.manpages@gmail.com")]
    [InlineData("radoslaw/e18.tsv.gz", null, "e18@manufacturing.example")]
    public async Task A_real_mailbox_is_read_and_served_whole(string file, string? asOf, string owner)
    {
        var path = Neighbour.DataOrSkip(file.Split('/'));

        var (content, report) = MailboxFile.Read(path, new MailboxFileOptions(Now) { AsOf = asOf is null ? null : DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) });
        await using var emulator = await EmulatorClient.StartAsync(content);
        var served = 0;
        var folders = await emulator.GetJsonAsync("me/mailFolders?$top=1000");
        foreach (var folder in folders["value"]!.AsArray())
        {
            var round = await emulator.DrainAsync($"me/mailFolders/{Uri.EscapeDataString(folder!["id"]!.GetValue<string>())}/messages/delta?$select=subject", "odata.maxpagesize=500");
            Assert.Equal(folder["totalItemCount"]!.GetValue<int>(), round.Items.Select(i => i["id"]!.GetValue<string>()).Distinct().Count());
            served += round.Items.Count;
        }

        Assert.Equal(owner, content.Owner.Mail);
        Assert.Equal(0, report.Bad);
        Assert.Equal(content.Messages.Count, served);
        Assert.Equal(report.Good, served + report.NotShown);
        Assert.All(content.Messages, m => Assert.True(m.Sent <= Now));
        Assert.Contains(content.Messages, m => m.Sent > Now.AddDays(-14));
        Assert.NotEmpty(content.People);
        Assert.Contains(content.Messages, m => m.FolderKey == "sentitems");
    }

    [Fact]
    public void Wrong_dates_do_not_move_the_day_shown()
    {
        foreach (var name in new[] { "beck-s", "cash-m", "horton-s", "lavorato-j", "lay-k", "lenhart-m", "love-p", "perlingiere-d", "rogers-b", "sager-e", "shankman-j", "zipper-a" })
        {
            var report = MailboxFile.Read(Neighbour.DataOrSkip("enron", name + ".tsv.gz"), new MailboxFileOptions(Now)).Report;

            Assert.InRange(report.AsOf, new DateOnly(2001, 1, 1), new DateOnly(2002, 12, 31));
        }
    }
}
