using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.GraphEmulator.Mailboxes.Generated;

/// <summary>Somebody the owner writes with.</summary>
/// <param name="From">When the acquaintance begins, as a share of the mailbox's time.</param>
/// <param name="Until">When it falls asleep; 1 or more for one that goes on.</param>
/// <param name="Writes">Only writes, and is never written to: newsletters and machines.</param>
internal sealed record Correspondent(Recipient Recipient, double From, double Until, bool Writes);

/// <summary>Everybody who appears, and how often: the k-th of them in proportion to 1 ∕ (k + 3).</summary>
internal sealed class Circle
{
    private const string OwnDomain = "northfield-partners.example";
    private const int PeopleInDirectory = 200;

    private readonly Correspondent[] _people;
    private readonly double[] _sums;
    private int _introduced;

    /// <summary>Ten times the root of the number of messages: 1,000 for 10,000 messages, 10,000 for a million.</summary>
    public Circle(int messages)
    {
        var dice = Dice.For("circle");
        _people = new Correspondent[Math.Max(3, (int)Math.Round(10 * Math.Sqrt(messages)))];
        _sums = new double[_people.Length];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var sum = 0.0;
        for (var k = 0; k < _people.Length; k++)
        {
            _people[k] = Somebody(k, taken, ref dice);
            _sums[k] = sum += 1.0 / (k + 3);
        }
    }

    public static Owner Owner { get; } = new("Robin Marsh", "robin.marsh@" + OwnDomain, ["r.marsh@" + OwnDomain], "Head of Communications", "Communications", "Northfield Partners", "W. Europe Standard Time");

    public static Recipient Me { get; } = new(Owner.DisplayName, Owner.Mail);

    /// <summary>Somebody by how often they appear, who is around at that time if one of a few tries finds one.</summary>
    /// <param name="at">As a share of the mailbox's time.</param>
    /// <param name="person">Whether it has to be somebody one can write to.</param>
    public Correspondent Pick(double at, bool person, ref Dice dice)
    {
        var found = _people[0];
        for (var tries = 0; tries < 6; tries++)
        {
            var place = Array.BinarySearch(_sums, dice.Next() * _sums[^1]);
            found = _people[Math.Min(place < 0 ? ~place : place, _people.Length - 1)];
            if (found.From <= at && at < found.Until && !(person && found.Writes))
            {
                return found;
            }
        }

        return person && found.Writes ? _people[0] : found;
    }

    /// <summary>How many there are.</summary>
    public int Count => _people.Length;

    /// <summary>Everybody once, one after the other: a long tail writes once and is not heard of again.</summary>
    /// <returns>Null when all have been introduced.</returns>
    public Correspondent? Introduce() => _introduced < _people.Length ? _people[_introduced++] : null;

    /// <summary>What the directory says of those who appear most: it lists no more, however many there are.</summary>
    public IReadOnlyList<DirectoryPerson> Directory() =>
    [
        .. _people.Where(p => !p.Writes).Take(PeopleInDirectory).Select((p, k) =>
        {
            var colleague = p.Recipient.Address.EndsWith(OwnDomain, StringComparison.Ordinal);
            return new DirectoryPerson(
                p.Recipient.Name,
                [p.Recipient.Address],
                Subclass: colleague ? "OrganizationUser" : "ImplicitContact",
                JobTitle: colleague ? Names.Titles[k % Names.Titles.Count] : null,
                Department: colleague ? Names.Departments[k % Names.Departments.Count] : null,
                CompanyName: colleague ? Owner.CompanyName : null,
                IsUser: colleague,
                Relevance: 1.0 / (k + 1));
        }),
    ];

    /// <summary>The first few are there all along; of the others most come and go.</summary>
    private static Correspondent Somebody(int k, HashSet<string> taken, ref Dice dice)
    {
        var machine = k >= 3 && dice.Chance(0.06);
        var domain = dice.Chance(0.25) ? OwnDomain : dice.Pick(Names.Domains);
        var (first, last) = (dice.Pick(Names.First), dice.Pick(Names.Last));
        var local = machine ? dice.Pick(Names.Machines) : $"{first}.{last}".ToLowerInvariant();
        var address = $"{local}@{domain}";
        for (var n = 2; !taken.Add(address); n++)
        {
            address = string.Create(CultureInfo.InvariantCulture, $"{local}{n}@{domain}");
        }

        var from = k < 3 ? 0 : dice.Next() * 0.9;
        var until = k < 3 || dice.Chance(0.3) ? 2 : from + 0.05 + (dice.Next() * 0.5);
        return new Correspondent(new Recipient(machine ? $"{last} News" : $"{first} {last}", address), from, until, machine);
    }
}
