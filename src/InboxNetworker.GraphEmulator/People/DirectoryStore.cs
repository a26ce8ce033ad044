using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>An entry with the id it is served under.</summary>
internal sealed record DirectoryEntry(Guid Id, DirectoryPerson Person);

/// <summary>The people the owner has to do with, and the users of the organisation; the owner is one of these.</summary>
internal sealed class DirectoryStore
{
    private IReadOnlyList<DirectoryEntry> _users;
    private Dictionary<string, DirectoryEntry> _byName;

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
        _users = [.. others.Where(e => e.Person.IsUser).Append(Owner).Concat(colleagues.Where(c => !known.Contains(c.Id)).Select(c => new DirectoryEntry(c.Id, c.Person))).OrderBy(e => e.Person.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id)];
        Contacts = [.. others.Where(HasCard).OrderBy(e => e.Person.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id)];
        _byName = ByName(_users);
    }

    public DirectoryEntry Owner { get; }

    /// <summary>By relevance, the owner left out.</summary>
    public IReadOnlyList<DirectoryEntry> People { get; }

    /// <summary>By name, the owner among them.</summary>
    public IReadOnlyList<DirectoryEntry> Users => Volatile.Read(ref _users);

    /// <summary>The owner's address book, by name.</summary>
    public IReadOnlyList<DirectoryEntry> Contacts { get; }

    /// <summary>Finds a user by object id or user principal name.</summary>
    public bool TryFindUser(string idOrName, [NotNullWhen(true)] out DirectoryEntry? user) => Volatile.Read(ref _byName).TryGetValue(idOrName, out user);

    /// <summary>The user has left the directory.</summary>
    public void RemoveUser(Guid id)
    {
        IReadOnlyList<DirectoryEntry> left = [.. Users.Where(u => u.Id != id)];
        Volatile.Write(ref _users, left);
        Volatile.Write(ref _byName, ByName(left));
    }

    private static Dictionary<string, DirectoryEntry> ByName(IEnumerable<DirectoryEntry> users)
    {
        var byName = new Dictionary<string, DirectoryEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var user in users)
        {
            byName[user.Id.ToString()] = user;
            byName[user.Person.Addresses[0]] = user;
        }

        return byName;
    }

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
