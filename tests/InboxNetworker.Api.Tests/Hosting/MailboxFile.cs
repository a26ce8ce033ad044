using System.Globalization;
using System.Text;
using InboxNetworker.Api.Tests.Hardening;

namespace InboxNetworker.Api.Tests.Hosting;

/// <summary>A mailbox in a file of its own, written mail by mail; times count back from <see cref="RunningApi.Now"/>.</summary>
internal sealed class MailboxFile : IDisposable
{
    public const string Owner = "owner@here.example";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inboxnetworker-test-");
    private int _mails;

    public MailboxFile()
    {
        Path = System.IO.Path.Combine(_folder.FullName, "mail.tsv");
        File.WriteAllText(Path, "message_id\tdate_utc_iso\tfrom\tto\tcc\tbcc\tsubject\tfolder\n");

        // The file ends today, so that nothing is shifted.
        Received("calendar@here.example", daysAgo: 0);
    }

    public string Path { get; }

    public MailboxFile Sent(string to, double daysAgo, string subject = "Plans", string cc = "") =>
        Line(Owner, to, cc, daysAgo, subject, "sent_items");

    public MailboxFile Received(string from, double daysAgo, string subject = "Plans", string cc = "", string to = Owner) =>
        Line(from, to, cc, daysAgo, subject, "inbox");

    /// <summary>A mail each way in each of so many weeks, the last one <paramref name="silentDays"/> ago.</summary>
    public MailboxFile Exchange(string with, int weeks, double silentDays, string subject = "Plans")
    {
        for (var week = 0; week < weeks; week++)
        {
            Sent(with, silentDays + (7 * week) + 0.5, subject);
            Received(with, silentDays + (7 * week), "Re: " + subject);
        }

        return this;
    }

    public MailboxFile Raw(string line)
    {
        File.AppendAllText(Path, line + "\n");
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private MailboxFile Line(string from, string to, string cc, double daysAgo, string subject, string folder)
    {
        LogWatch.NeverSaySubject(subject);
        var at = RunningApi.Now.AddDays(-daysAgo).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var line = new StringBuilder().AppendJoin('\t', $"<{++_mails}@test>", at, from, to, cc, string.Empty, subject, folder);
        return Raw(line.ToString());
    }
}
