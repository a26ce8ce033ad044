using System.CommandLine;
using System.Globalization;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation;

/// <summary>
/// <c>page</c>: the first page of each mailbox as the product would list it, to be read by eye. Two things it lacks: names but those in the addresses,
/// and the last subject, which the files have and the reasons would show.
/// </summary>
internal static class PageCommand
{
    private static readonly Option<DateTimeOffset> AsOf = new("--as-of")
    {
        Description = "The moment the list is made for, as 2001-06-01; what came later is not read.",
        Required = true,
        CustomParser = r =>
        {
            if (!DateTimeOffset.TryParse(r.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                r.AddError("--as-of takes a date, as 2001-06-01.");
            }

            return at;
        },
    };

    public static Command Create(Option<DirectoryInfo> folder, Func<Func<int>, int> guarded)
    {
        var command = new Command("page", "Prints the first ten suggestions of each mailbox, with their reasons, and whether the two were in touch again.") { folder, AsOf };
        command.SetAction(parsed => guarded(() => Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(AsOf))));
        return command;
    }

    private static int Run(DirectoryInfo folder, DateTimeOffset now)
    {
        foreach (var mailbox in MailboxFolder.Read(folder, sentIsOwn: true))
        {
            Print(UpTo(mailbox, now), mailbox, now);
        }

        return 0;
    }

    private static Mailbox UpTo(Mailbox mailbox, DateTimeOffset now) => mailbox with
    {
        Contacts = mailbox.Contacts.Select(c => (c.Key, Value: (IReadOnlyList<Contact>)[.. c.Value.TakeWhile(x => x.At <= now.ToUnixTimeSeconds())]))
            .Where(c => c.Value.Count > 0).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal),
    };

    private static void Print(Mailbox mailbox, Mailbox whole, DateTimeOffset now)
    {
        if (mailbox.Contacts.Count == 0)
        {
            Console.WriteLine($"{mailbox.Name}: nothing before that day");
            return;
        }

        var everybody = People(mailbox);
        var calibration = Calibration.Of(everybody.Where(r => r.Noise is null).Select(r => r.History), now);
        var byId = everybody.ToDictionary(r => r.Person.Id);
        var own = new OwnPlace([.. mailbox.Own.Select(o => EmailAddress.TryParse(o, out var address) ? address : null).OfType<EmailAddress>()]);
        var list = Ranking.Of(everybody, now);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mailbox.Name}: {list.Count} suggested of {everybody.Count}; calibrated on {calibration.Outcomes} outcomes: shift {calibration.Shift:+0.00;-0.00}, slope {calibration.Slope:0.00}"));
        foreach (var (placed, place) in Places.Arrange(list, r => Reserves.Of(byId[r.ContactId], own, now)).Take(Places.Page).Select((p, n) => (p, n + 1)))
        {
            var relationship = byId[placed.Item.ContactId];
            var assessment = RelationshipModel.Assess(relationship with { Calibration = calibration }, now, placed.Reserved);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place,4}{(placed.Reserved is null ? ' ' : '*')} {relationship.Person.Name,-32} {assessment.State,-8} tie {assessment.Tie:0.00}  contact30 {assessment.Contact30:0.00}  {relationship.Person.Address}  {Later(whole, relationship.Person, now)}"));
            Console.WriteLine($"      {string.Join(" ", assessment.Reasons.Select(r => r.Text))}");
        }

        Console.WriteLine();
    }

    /// <summary>What the list did not know.</summary>
    private static string Later(Mailbox whole, Person person, DateTimeOffset now)
    {
        var later = whole.Contacts.Where(c => person.Addresses.Any(a => a.Value == c.Key)).SelectMany(c => c.Value).Select(c => c.At - now.ToUnixTimeSeconds()).Where(s => s > 0).Order().ToList();
        return later.Count == 0 ? "[not in touch again in the file]" : $"[in touch again after {later[0] / (24 * 60 * 60)} days]";
    }

    /// <summary>The addresses of one person together, as far as they tell.</summary>
    internal static List<Relationship> People(Mailbox mailbox)
    {
        var screened = Screened.Of(mailbox).Addresses.ToDictionary(s => s.Address);
        var groups = Identity.Resolve([.. screened.Keys.Select(a => new KnownAddress(a, DisplayName.FromAddress(a) is var name && name != a.Value ? name : null))], []);
        return
        [
            .. groups.Select(g => g.OrderByDescending(a => screened[a].History.Weeks[^1].Last).ToList()).OrderBy(g => g[0].Value, StringComparer.Ordinal).Select((g, n) => new Relationship(
                new Person(n + 1, g.Select(DisplayName.FromAddress).FirstOrDefault(name => !name.Contains('@', StringComparison.Ordinal)) ?? g[0].Value, g),
                g.Select(a => screened[a].History).Aggregate(WeeklyHistory.Empty, (all, one) => all.Merge(one)),
                null,
                null,
                g.All(a => screened[a].LeftOut is not null) ? screened[g[0]].LeftOut : null)),
        ];
    }
}
