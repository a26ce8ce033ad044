using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.People;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("ana.fox@a.example", "Ana Fox", "ana.fox@b.example", "Ana Fox")]
    [InlineData("ana.fox@a.example", "Ana Fox", "ana_fox@b.example", "Fox, Ana")]
    [InlineData("ana.fox@a.example", "Ana Fox", "afox@b.example", "ANA FOX")]
    [InlineData("fox.a@a.example", "Ana Fox", "foxana@b.example", "Ana Fox")]
    [InlineData("afox17@a.example", "Ana M Fox", "a.fox@b.example", "Ana M Fox")]
    public void The_same_name_and_agreeing_addresses_are_one_person(string a, string nameA, string b, string nameB) => Assert.True(AreOne((a, nameA), (b, nameB)));

    [Theory]
    [InlineData("ana.fox@a.example", "Ana Fox", "ana.fox@b.example", "Ana Foxley")]
    [InlineData("ana.fox@a.example", "Ana Fox", "sales@b.example", "Ana Fox")]
    [InlineData("ana@a.example", "Ana", "ana@b.example", "Ana")]
    [InlineData("ana.fox@a.example", null, "ana.fox@b.example", null)]
    [InlineData("ana.fox@a.example", "Ana Fox", "bo.fox@a.example", "Bo Fox")]
    [InlineData("af@a.example", "Ana Fox", "af@b.example", "Ana Fox")]
    public void Weaker_evidence_leaves_them_apart(string a, string? nameA, string b, string? nameB) => Assert.False(AreOne((a, nameA), (b, nameB)));

    [Fact]
    public void The_directory_joins_the_addresses_of_a_person_and_of_nothing_else()
    {
        IReadOnlyList<EmailAddress> addresses = [Address("x1@a.example"), Address("y2@a.example"), Address("unknown@a.example")];
        KnownAddress[] known = [new(addresses[0], null), new(addresses[1], null)];
        Assert.Single(Identity.Resolve(known, [Entry(DirectoryKind.Person)]));
        Assert.Equal(2, Identity.Resolve(known, [Entry(DirectoryKind.Group)]).Count);
        Assert.Equal(2, Identity.Resolve(known, [Entry(DirectoryKind.Room)]).Count);
        Assert.Equal(2, Identity.Resolve(known, []).Count);

        DirectoryEntry Entry(DirectoryKind kind) => new(addresses, "X", kind, null, null, null);
    }

    [Fact]
    public void Joining_goes_on_from_one_to_the_next()
    {
        KnownAddress[] known = [new(Address("ana.fox@a.example"), "Ana Fox"), new(Address("afox@b.example"), "Ana Fox"), new(Address("x1@c.example"), null)];
        Assert.Single(Identity.Resolve(known, [new([Address("x1@c.example"), Address("afox@b.example")], null, DirectoryKind.Person, null, null, null)]));
    }

    [Fact]
    public void Every_address_is_in_exactly_one_group_and_the_order_does_not_matter() =>
        Gen.Select(Known, Directory, Gen.Int[0, 1000]).Sample((known, directory, seed) =>
        {
            var groups = Identity.Resolve(known, directory);
            Assert.Equal(known.Select(k => k.Address.Value).Distinct().Order(StringComparer.Ordinal), groups.SelectMany(g => g).Select(a => a.Value).Order(StringComparer.Ordinal));
            var (shuffled, entries, random) = (known.ToArray(), directory.ToArray(), new Random(seed));
            random.Shuffle(shuffled);
            random.Shuffle(entries);
            Assert.Equal(groups, Identity.Resolve(shuffled, entries));
        });

    private static readonly Gen<EmailAddress> Some = Gen.Select(
        Gen.OneOf("ana.fox", "afox", "bo.fox", "fox", "x1"), Gen.OneOf("a", "b", "c"), (l, d) => Address($"{l}@{d}.example"));

    private static readonly Gen<List<KnownAddress>> Known =
        Gen.Select(Some, Gen.OneOf("Ana Fox", "Bo Fox", "Fox", ""), (a, n) => new KnownAddress(a, n.Length == 0 ? null : n)).List[0, 12];

    private static readonly Gen<List<DirectoryEntry>> Directory =
        Gen.Select(Some.List[0, 3], Gen.Enum<DirectoryKind>(), (a, k) => new DirectoryEntry(a, null, k, null, null, null)).List[0, 4];

    private static bool AreOne((string Address, string? Name) a, (string Address, string? Name) b) =>
        Identity.Resolve([new(Address(a.Address), a.Name), new(Address(b.Address), b.Name)], []).Count == 1;
}
