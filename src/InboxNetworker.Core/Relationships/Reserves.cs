using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Relationships;

/// <summary>Where the owner belongs.</summary>
/// <param name="Addresses">The owner's.</param>
/// <param name="Company">As the directory has it; null where it is not known.</param>
/// <param name="Department">As the directory has it; null where it is not known.</param>
public sealed record OwnPlace(IReadOnlyCollection<EmailAddress> Addresses, string? Company = null, string? Department = null);

/// <summary>Which kinds of <see cref="Reserve"/> somebody is of, each with the sentence that says so.</summary>
public static class Reserves
{
    /// <summary>Of the 52 weeks in a row that had most of them, weeks of direct contact: a week in four.</summary>
    public const int StrongWeeks = 13;

    public static readonly TimeSpan LongKnown = TimeSpan.FromDays(730);

    private const int Year = 52;

    /// <summary>Domains that tell nothing of a company.</summary>
    private static readonly HashSet<string> Anybodys = new(
        ["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me"],
        StringComparer.Ordinal);

    /// <param name="own">Null where nothing is known of it; then nobody is <see cref="Reserve.Elsewhere"/>.</param>
    /// <param name="now">What happened later does not count.</param>
    public static IReadOnlyDictionary<Reserve, Reason> Of(Relationship relationship, OwnPlace? own, DateTimeOffset now)
    {
        var past = relationship.History.UpTo(now);
        var kinds = new Dictionary<Reserve, Reason>();
        Put(Reserve.LongKnown, LongAndStrong(relationship.Person, past, now));
        Put(Reserve.Elsewhere, own is null ? null : OutsideOf(relationship.Person, own));
        Put(Reserve.WroteFirst, TookTheFirstStep(relationship.Person, past));
        return kinds;

        void Put(Reserve kind, Reason? reason)
        {
            if (reason is not null)
            {
                kinds[kind] = reason;
            }
        }
    }

    private static Reason? LongAndStrong(Person person, WeeklyHistory past, DateTimeOffset now)
    {
        var direct = past.Weeks.Where(w => w.IsDirect).ToList();
        if (direct.Count > 1 && direct[1].Week.Index - direct[0].Week.Index > Standing.LongestPause)
        {
            direct.RemoveAt(0);
        }

        if (direct.Count < StrongWeeks || now - direct[0].First < LongKnown)
        {
            return null;
        }

        var (most, from, to) = (0, 0, 0);
        for (int first = 0, last = 0; last < direct.Count; last++)
        {
            while (direct[last].Week.Index - direct[first].Week.Index >= Year)
            {
                first++;
            }

            (most, from, to) = last - first + 1 >= most ? (last - first + 1, first, last) : (most, from, to);
        }

        return most < StrongWeeks
            ? null
            : new Reason("long-known", Words.Current.LongKnown(person.ShortName, direct[0].First, most, direct[from].First, direct[to].Last));
    }

    private static Reason? OutsideOf(Person person, OwnPlace own)
    {
        var name = person.ShortName;
        if (person.Company is { Length: > 0 } company && own.Company is { Length: > 0 } ownCompany)
        {
            if (!string.Equals(company, ownCompany, StringComparison.OrdinalIgnoreCase))
            {
                return new Reason("elsewhere", Words.Current.WorksAt(name, company));
            }
        }
        else if (own.Addresses.Count > 0 && own.Addresses.All(o => !IsAnybodys(o.Domain)) && person.Addresses.All(a => own.Addresses.All(o => !IsWithin(a.Domain, o.Domain) && !IsWithin(o.Domain, a.Domain))))
        {
            return new Reason("elsewhere", Words.Current.WritesFrom(name, person.Address.Domain));
        }

        return person.Department is { Length: > 0 } department && own.Department is { Length: > 0 } ownDepartment && !string.Equals(department, ownDepartment, StringComparison.OrdinalIgnoreCase)
            ? new Reason("elsewhere", Words.Current.WorksIn(name, department))
            : null;
    }

    /// <summary>A domain under which anybody can have an address: it tells nothing of a company.</summary>
    internal static bool IsAnybodys(string domain) => Anybodys.Contains(domain);

    private static bool IsWithin(string domain, string wider) => domain == wider || domain.EndsWith("." + wider, StringComparison.Ordinal);

    private static Reason? TookTheFirstStep(Person person, WeeklyHistory past)
    {
        var openings = Openings.Of(past);
        return openings.Theirs < Openings.Fewest || openings.Theirs < Openings.Most * openings.All
            ? null
            : new Reason("wrote-first", Words.Current.WroteFirst(person.ShortName, openings.Theirs, openings.All));
    }
}
