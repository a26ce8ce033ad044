using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Mail that was written to a list, and reached the owner only through it.</summary>
internal sealed class Lists(Post post)
{
    private static readonly Recipient[] StaffVoices =
        [new("HR Tarnfeld", "hr@tarnfeld.example"), .. Cast.Of(["Henrik Aldersund", "Uwe Sperlingshof", "Helga Stammberger", "Amara Diallokou", "Kofi Asantewor", "Birgit Neddermann"]).Select(each => each.At(0))];

    private static readonly Recipient[] SiteVoices = [.. Cast.Of(["Uwe Sperlingshof", "Helga Stammberger", "Ralf Kettelhake", "Dominik Hörterich"]).Select(each => each.At(0))];

    private static readonly Recipient[] RelaunchVoices = [.. Cast.Of(["Mateo Quirovales", "Lasse Thorvikson", "Minh-Anh Dovan", "Janneke Zuidhof"]).Select(each => each.At(0))];

    public void Play()
    {
        Recipient[] team = [Cast.Me, .. Cast.Of(CircleScripts.Team).Select(each => each.At(0))];
        Talk(Places.AllStaff, StaffVoices, Bulletins.StaffNews, 0.6, 0, 0.05, post.Begin, post.Today);
        Talk(Places.HamburgSite, SiteVoices, Bulletins.StaffNews, 0.3, 0, 0.05, post.Begin, post.Today);
        Talk(Places.CommunicationsTeam, team, Bulletins.TeamNews, 0.7, 2, 0.3, post.Begin, post.Today);
        Talk(Places.RelaunchTeam, RelaunchVoices, OutsideSubjects.Relaunch, 0.7, 2, 0.5, post.WeeksAgo(76), post.WeeksAgo(40));
        Talk(Places.PressForum, [.. Cast.ListAuthors, Cast.ListAuthors[0], Cast.ListAuthors[3]], Bulletins.Forum, 0.45, 4, 0.4, post.Begin, post.Today);
        AskTheForum();
    }

    private void Talk(Recipient list, IReadOnlyList<Recipient> voices, string subjects, double threadsPerWeek, int answers, double answerChance, DateOnly from, DateOnly to)
    {
        foreach (var day in post.Days(from, to))
        {
            var dice = Dice.For(list.Address, day);
            if (!dice.Chance(threadsPerWeek / 5 * post.Density(day)))
            {
                continue;
            }

            var subject = SubjectLine.Fill(dice.Pick(SubjectLine.Lines(subjects)), day, "", ref dice);
            subject = list == Places.PressForum ? "[prforum] " + subject : subject;
            var sent = WorkingTime.At(day, WorkingTime.SomeMinute(ref dice), dice.Below(60));
            var last = dice.Pick(voices);
            Write(list, last, subject, sent, day);
            for (var more = answers; more > 0 && dice.Chance(answerChance); more--)
            {
                var next = dice.Pick(voices);
                sent = WorkingTime.Reply(sent, next == Cast.Me, ref dice);
                if (next != last)
                {
                    Write(list, last = next, "Re: " + subject, sent, day);
                }
            }
        }
    }

    private void AskTheForum()
    {
        foreach (var days in (int[])[71, 248, 514, 760])
        {
            var day = WorkingTime.WorkdayOnOrBefore(post.DaysAgo(days));
            Write(Places.PressForum, Cast.Me, "[prforum] Checklist for a relaunch", WorkingTime.At(day, 11 * 60 + days % 60, days % 60), day.AddDays(-1));
        }
    }

    private void Write(Recipient list, Recipient from, string subject, DateTimeOffset sent, DateOnly day) =>
        post.Deliver(new Letter(string.Create(CultureInfo.InvariantCulture, $"l{Dice.Token(list.Address)[..8]}.{day:yyyyMMdd}"), from, [list], [], subject, sent) { Drawer = Drawer.List });
}
