using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>An entry with the id it is served under.</summary>
internal sealed record DirectoryEntry(Guid Id, DirectoryPerson Person);

/// <summary>The people the owner has to do with, and the users of the organisation; the owner is one of these.</summary>
internal sealed class DirectoryStore
{
    private readonly Dictionary<string, DirectoryEntry> _users = new(StringComparer.OrdinalIgnoreCase);

    public DirectoryStore(IReadOnlyList<DirectoryPerson> people, Owner owner, WireIds ids, IReadOnlyList<Colleague> colleagues)
    {
        Owner = new DirectoryEntry(
            ids.MailboxGuid,
            new DirectoryPerson(owner.DisplayName, [owner.Mail, .. owner.OtherAddresses], JobTitle: owner.JobTitle, Department: owner.Department, CompanyName: owner.CompanyName));
        var own = new HashSet<string>(Owner.Person.Addresses, StringComparer.OrdinalIgnoreCase);
        var idOfColleague = colleagues.ToDictionary(c => c.Person.Addresses[0], c => c.Id, StringComparer.OrdinalIgnoreCase);
        var others = people
            .Where(p => !own.Contains(p.Addresses[0]))
            .Select(p => new DirectoryEntry(idOfColleague.TryGetValue(p.Addresses[0], out var id) ? id : IdOf(p), p))
            .ToList();

        People = [.. others.OrderByDescending(e => e.Person.Relevance).ThenBy(e => e.Person.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id)];
        var known = others.Select(e => e.Id).ToHashSet();
        Users = [.. others.Where(e => e.Person.IsUser).Append(Owner).Concat(colleagues.Where(c => !known.Contains(c.Id)).Select(c => new DirectoryEntry(c.Id, c.Person))).OrderBy(e => e.Person.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id)];
        Contacts = [.. others.Where(HasCard).OrderBy(e => e.Person.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id)];
        foreach (var user in Users)
        {
            _users[user.Id.ToString()] = user;
            _users[user.Person.Addresses[0]] = user;
        }
    }

    public DirectoryEntry Owner { get; }

    /// <summary>By relevance, the owner left out.</summary>
    public IReadOnlyList<DirectoryEntry> People { get; }

    /// <summary>By name, the owner among them.</summary>
    public IReadOnlyList<DirectoryEntry> Users { get; }

    /// <summary>The owner's address book, by name.</summary>
    public IReadOnlyList<DirectoryEntry> Contacts { get; }

    /// <summary>Finds a user by object id or user principal name.</summary>
    public bool TryFindUser(string idOrName, [NotNullWhen(true)] out DirectoryEntry? user) => _users.TryGetValue(idOrName, out user);

    /// <summary>Somebody of whom only an address is known was suggested by the service; nobody wrote a card for them.</summary>
    private static bool HasCard(DirectoryEntry entry) =>
        entry.Person is { Class: "Person", Subclass: "PersonalContact" } person
        && (person.Addresses.Count > 1 || person.JobTitle is not null || person.CompanyName is not null);

    private static Guid IdOf(DirectoryPerson person)
    {
        var hash = WireIds.Hash("person:" + person.Addresses[0].ToUpperInvariant());
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return new Guid(bytes);
    }
}
