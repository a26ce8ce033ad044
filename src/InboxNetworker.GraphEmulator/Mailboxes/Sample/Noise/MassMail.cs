using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Mail to more than twenty at once: rounds the owner sends and gets, farewells among them.</summary>
internal sealed class MassMail(Post post)
{
    private static readonly Recipient[] Writers = [.. Cast.Of(["Uwe Sperlingshof", "Birgit Neddermann", "Fabienne Roquelaire", "Inga Torbjörnsdal", "Naledi Khumalongo", "Lotte van Rijnsdal"]).Select(each => each.At(0))];

    /// <summary>Editors and clients, the owner's round for press releases; those who have gone quiet still stand in it.</summary>
    private static readonly Recipient[] PressRound =
        [.. Cast.Outsiders.Where(each => each.Company is not null and not "Pixelwerft").Select(each => each.At(each.Addresses.Count - 1)).Take(30)];

    public void Play()
    {
        foreach (var day in post.Days(post.Begin, post.Today).Where(day => WorkingTime.IsWorkday(day)))
        {
            var dice = Dice.For("mass", day);
            switch (dice.Next())
            {
                case < 0.05:
                    Send(dice.Pick(Writers), [Cast.Me, .. Round(day, dice.Between(24, 45), ref dice)], Bulletins.Mass, day, ref dice);
                    break;
                case < 0.085 when !WorkingTime.OwnerIsAway(day):
                    Send(Cast.Me, Round(day, dice.Between(22, 40), ref dice), Bulletins.OwnMass, day, ref dice);
                    break;
                case < 0.12 when !WorkingTime.OwnerIsAway(day):
                    Send(Cast.Me, PressRound, "Press release: {product} {release}\nPress release: {story}\nInvitation to the press: {fair}\nPress photo: {city}", day, ref dice);
                    break;
            }
        }

        foreach (var leaver in Cast.Colleagues.Where(each => each.LeftWeeksAgo is not null))
        {
            var day = WorkingTime.WorkdayOnOrBefore(post.WeeksAgo(leaver.LeftWeeksAgo!.Value).AddDays(-1));
            var dice = Dice.For("farewell " + leaver.Name);
            Send(leaver.At(0), [Cast.Me, .. Round(day, 34, ref dice).Where(each => each != leaver.At(0))], "Goodbye and thank you\nMy last day\nSee you around", day, ref dice);
        }
    }

    /// <summary>Colleagues who were there that day.</summary>
    private List<Recipient> Round(DateOnly day, int size, ref Dice dice) =>
        dice.Some(post.Staff(day).Select(each => each.At(0)), size);

    private void Send(Recipient from, IReadOnlyList<Recipient> to, string subjects, DateOnly day, ref Dice dice)
    {
        var subject = SubjectLine.Fill(dice.Pick(SubjectLine.Lines(subjects)), day, "", ref dice);
        var conversation = string.Create(CultureInfo.InvariantCulture, $"r{Dice.Token(from.Address + subject)[..8]}.{day:yyyyMMdd}");
        post.Deliver(new Letter(conversation, from, [.. to.Where(each => each != from)], [], subject, WorkingTime.At(day, 9 * 60 + dice.Below(480), dice.Below(60))));
    }
}
