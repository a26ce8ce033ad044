using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Everything in the mailbox that is nobody's relationship.</summary>
internal sealed class Background(Post post)
{
    private static readonly Recipient SecondAddress = new(Cast.Owner.DisplayName, Cast.Owner.OtherAddresses[0]);

    public void Play()
    {
        foreach (var bulletin in Bulletins.All)
        {
            Play(bulletin);
        }

        new Lists(post).Play();
        new MassMail(post).Play();
        PlayColdMailers();
        PlayServiceTickets();
        PlayJunk();
        AddDrafts();
    }

    private void Play(Bulletin bulletin)
    {
        var subjects = SubjectLine.Lines(bulletin.Subjects);
        var habits = Dice.For(bulletin.Address);
        var weekday = (DayOfWeek)habits.Between(1, 5);
        var minute = 6 * 60 + habits.Below(11 * 60);
        foreach (var day in post.Days(post.Begin, post.Today))
        {
            var dice = Dice.For(bulletin.Address, day);
            var isDue = bulletin.PerWeek <= 1 && bulletin.Kind == NoiseKind.Newsletter
                ? day.DayOfWeek == weekday && day.DayNumber / 7 % (int)Math.Round(1 / bulletin.PerWeek) == 0
                : dice.Chance(bulletin.PerWeek / 5 * post.Density(day));
            if (isDue)
            {
                Deliver(bulletin.Kind == NoiseKind.Newsletter ? Drawer.Newsletter : Drawer.Notification, new(bulletin.Name, bulletin.Address), dice.Pick(subjects), day,
                    bulletin.Kind == NoiseKind.Newsletter ? minute + dice.Below(9) : WorkingTime.SomeMinute(ref dice), bulletin.OtherAddress ? SecondAddress : Cast.Me, ref dice);
            }
        }
    }

    private void PlayColdMailers()
    {
        for (var i = 0; i < Cast.ColdMailers.Count; i++)
        {
            var dice = Dice.For(Cast.ColdMailers[i].Address);
            var day = post.DaysAgo(25 + i * 83 + dice.Below(20));
            var times = dice.Between(3, 6);
            for (var time = 0; time < times && day < post.Today; time++)
            {
                var subject = dice.Pick(SubjectLine.Lines(time == 0 ? Bulletins.ColdFirst : Bulletins.ColdNext));
                Deliver(Drawer.Correspondence, Cast.ColdMailers[i], subject, WorkingTime.WorkdayOnOrBefore(day), WorkingTime.SomeMinute(ref dice), Cast.Me, ref dice);
                day = day.AddDays(dice.Between(4, 12));
            }
        }
    }

    /// <summary>The owner writes to a role address and it answers: mail both ways, and still nobody.</summary>
    private void PlayServiceTickets()
    {
        var desk = new Recipient("IT Service Desk", "servicedesk@tarnfeld.example");
        string[] troubles = ["Printer on floor 3", "Cannot open the media archive", "Microphone in Room Oste", "Password of the newsroom", "Second screen", "Shared calendar is empty"];
        foreach (var day in post.Days(post.Begin, post.Today).Where(day => WorkingTime.IsWorkday(day) && !WorkingTime.OwnerIsAway(day)))
        {
            var dice = Dice.For("ticket", day);
            if (!dice.Chance(1.0 / 26))
            {
                continue;
            }

            var subject = dice.Pick(troubles);
            var sent = WorkingTime.At(day, WorkingTime.SomeMinute(ref dice), dice.Below(60));
            var conversation = Key("ticket", day);
            post.Deliver(new Letter(conversation, Cast.Me, [desk], [], subject, sent));
            var answer = SubjectLine.Fill("Re: [INC-{number}] ", day, "", ref dice) + subject;
            post.Deliver(new Letter(conversation, desk, [Cast.Me], [], answer, WorkingTime.Reply(sent, byOwner: false, ref dice)) { Drawer = Drawer.Notification });
        }
    }

    /// <summary>What lies in the junk folder is emptied after thirty days.</summary>
    private void PlayJunk()
    {
        foreach (var day in post.Days(post.DaysAgo(30), post.Today))
        {
            var dice = Dice.For("junk", day);
            foreach (var sender in dice.Some(Bulletins.JunkSenders, dice.Between(0, 2)))
            {
                Deliver(Drawer.Junk, sender, dice.Pick(SubjectLine.Lines(Bulletins.Junk)), day, dice.Below(23 * 60), Cast.Me, ref dice);
            }
        }
    }

    private void AddDrafts()
    {
        var written = WorkingTime.At(WorkingTime.WorkdayOnOrBefore(post.DaysAgo(2)), 16 * 60 + 41, 12);
        post.Messages.Add(new Message("draft.1", Filing.Drafts, Cast.Me, [Cast.Of("Isabel Navarrano").At(0)], [], "Pegel One: three questions before the launch", written, "draft.1", "<draft-1@tarnfeld.example>", IsDraft: true, Text: "Hello Isabel,\n\nbefore we print anything:\n1. "));
        post.Messages.Add(new Message("draft.2", Filing.Drafts, null, [], [], "Ideas for the team day", written.AddDays(-9), "draft.2", "<draft-2@tarnfeld.example>", IsDraft: true, Text: "- boat house?\n- no slides\n"));
    }

    private void Deliver(Drawer drawer, Recipient from, string template, DateOnly day, int minute, Recipient to, ref Dice dice)
    {
        var subject = SubjectLine.Fill(template, day, "", ref dice);
        var sent = WorkingTime.At(day, minute, dice.Below(60));
        post.Deliver(new Letter(Key(from.Address + subject, day), from, [to], [], subject, sent) { Drawer = drawer });
    }

    private static string Key(string what, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"n{Dice.Token(what)[..8]}.{day:yyyyMMdd}");
}
