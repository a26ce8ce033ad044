using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>Addresses in groups that only ever grow together, and never bring two into one group that are known to be two people's.</summary>
internal sealed class AddressGroups
{
    private readonly Dictionary<EmailAddress, List<EmailAddress>> _groups;
    private readonly ILookup<EmailAddress, EmailAddress> _apart;

    /// <param name="addresses">Each becomes a group of its own.</param>
    /// <param name="apart">Pairs that must not come together.</param>
    public AddressGroups(IEnumerable<EmailAddress> addresses, IEnumerable<IdentityChoice> apart)
    {
        _groups = addresses.ToDictionary(a => a, a => new List<EmailAddress> { a });
        _apart = apart.SelectMany(c => new[] { (Of: c.A, From: c.B), (Of: c.B, From: c.A) }).ToLookup(p => p.Of, p => p.From);
    }

    /// <summary>Brings these into one group, as far as nothing holds them apart. Unknown addresses are passed over.</summary>
    public void Join(IEnumerable<EmailAddress> same)
    {
        List<EmailAddress>? first = null;
        foreach (var address in same)
        {
            if (!_groups.TryGetValue(address, out var group) || ReferenceEquals(group, first))
            {
                continue;
            }

            if (first is null)
            {
                first = group;
            }
            else if (!AreApart(first, group))
            {
                first.AddRange(group);
                foreach (var moved in group)
                {
                    _groups[moved] = first;
                }
            }
        }
    }

    /// <summary>Every group once, its addresses in order.</summary>
    public IReadOnlyList<IReadOnlyList<EmailAddress>> All() =>
        [.. _groups.Values.Distinct().Select(g => g.Count == 1 ? g : [.. g.OrderBy(a => a.Value, StringComparer.Ordinal)]).OrderBy(g => g[0].Value, StringComparer.Ordinal)];

    private bool AreApart(List<EmailAddress> a, List<EmailAddress> b) => a.Any(one => _apart[one].Any(b.Contains));
}
