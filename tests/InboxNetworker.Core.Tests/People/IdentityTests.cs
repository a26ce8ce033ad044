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

    [Theory]
    [InlineData(DirectoryKind.Unknown, 1)]
    [InlineData(DirectoryKind.Person, 1)]
    [InlineData(DirectoryKind.Group, 2)]
    [InlineData(DirectoryKind.Room, 2)]
    public void A_contact_card_joins_its_addresses_unless_no_person_is_behind_it(DirectoryKind kind, int people) =>
        Assert.Equal(people, Identity.Resolve(
            [new(Address("x1@a.example"), null), new(Address("y2@b.example"), null)],
            [new([Address("x1@a.example"), Address("y2@b.example")], null, kind, null, null, null, IsCard: true)]).Count);

    [Fact]
    public void A_choice_can_be_shown() => Assert.Contains("x1@a.example", Same("y2@b.example", "x1@a.example").InOrder().ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_owners_word_joins_what_nothing_else_does() =>
        Assert.Single(Identity.Resolve([new(Address("x1@a.example"), "Bo Hill"), new(Address("y2@b.example"), "Ana Fox")], [], [Same("y2@b.example", "x1@a.example")]));

    [Fact]
    public void The_owners_word_parts_what_everything_else_joins() =>
        Assert.Equal(2, Identity.Resolve(
            [new(Address("ana.fox@a.example"), "Ana Fox"), new(Address("ana.fox@b.example"), "Ana Fox")],
            [new([Address("ana.fox@a.example"), Address("ana.fox@b.example")], null, DirectoryKind.Person, null, null, null)],
            [NotSame("ana.fox@b.example", "ana.fox@a.example")]).Count);

    [Fact]
    public void Two_said_to_be_different_are_not_joined_by_way_of_a_third()
    {
        KnownAddress[] known = [new(Address("a@a.example"), null), new(Address("b@a.example"), null), new(Address("c@a.example"), null)];
        Assert.Equal(2, Identity.Resolve(known, [], [Same("a@a.example", "b@a.example"), Same("b@a.example", "c@a.example"), NotSame("a@a.example", "c@a.example")]).Count);
    }

    [Fact]
    public void Two_said_to_be_different_are_never_one_person_and_two_said_to_be_one_are_unless_held_apart() =>
        Gen.Select(Known, Directory, Choices).Sample((known, directory, choices) =>
        {
            var groups = Identity.Resolve(known, directory, choices);
            var addresses = known.Select(k => k.Address).ToHashSet();
            var apart = choices.Where(c => !c.Same).ToList();
            Assert.DoesNotContain(apart, c => groups.Any(g => g.Contains(c.A) && g.Contains(c.B)));
            Assert.All(choices.Where(c => c.Same && addresses.Contains(c.A) && addresses.Contains(c.B)), c =>
            {
                var (a, b) = (groups.Single(g => g.Contains(c.A)), groups.Single(g => g.Contains(c.B)));
                Assert.True(a == b || apart.Any(n => (a.Contains(n.A) && b.Contains(n.B)) || (a.Contains(n.B) && b.Contains(n.A))));
            });
        }, iter: Many);

    [Theory]
    [InlineData("ana.fox@a.example", "Ana Fox", "quilt77@b.example", "Fox, Ana", "Both go by the same name.")]
    [InlineData("ana.fox@a.example", "Ana Fox", "ana.fox@b.example", null, "Both addresses begin alike.")]
    [InlineData("ana.fox@a.example", null, "ana.fox@b.example", null, "Both addresses begin alike.")]
    [InlineData("ana.fox@a.example", "Ana Fox", "ana.fox@b.example", "Ana Foxley", null)]
    [InlineData("afox1@a.example", null, "afox1@b.example", null, null)]
    [InlineData("ana.fox@a.example", "Ana", "quilt77@b.example", "Ana", null)]
    public void Weak_evidence_is_a_question(string a, string? nameA, string b, string? nameB, string? why)
    {
        KnownAddress one = new(Address(a), nameA), two = new(Address(b), nameB);
        PossiblySame[] expected = why is null ? [] : [new(one.Address, two.Address, why)];
        Assert.Equal(expected, Identity.Suggest([one], [two], []));
        Assert.Equal(expected.Select(e => new PossiblySame(e.Other, e.Mine, e.Why)), Identity.Suggest([two], [one], []));
        Assert.Empty(Identity.Suggest([one], [two], [NotSame(b, a)]));
        Assert.Empty(Identity.Suggest([one, new(Address("z@z.example"), null)], [two], [NotSame("z@z.example", b)]));
        Assert.Equal(expected, Identity.Suggest([one], [two], [NotSame("z@z.example", b)]));
    }

    [Fact]
    public void Every_address_is_in_exactly_one_group_and_the_order_does_not_matter() =>
        Gen.Select(Known, Directory, Choices, Gen.Int[0, 1000]).Sample((known, directory, choices, seed) =>
        {
            var groups = Identity.Resolve(known, directory, choices);
            Assert.Equal(known.Select(k => k.Address.Value).Distinct().Order(StringComparer.Ordinal), groups.SelectMany(g => g).Select(a => a.Value).Order(StringComparer.Ordinal));
            var (shuffled, entries, said, random) = (known.ToArray(), directory.ToArray(), choices.Select(c => new IdentityChoice(c.B, c.A, c.Same)).ToArray(), new Random(seed));
            random.Shuffle(shuffled);
            random.Shuffle(entries);
            random.Shuffle(said);
            var other = entries.Select(e => e with { Addresses = [.. e.Addresses.Reverse()] });
            Assert.Equal(groups, Identity.Resolve(shuffled, other, said));
        }, iter: Many);

    private const int Many = 3000;

    /// <summary>Few, so that words, entries and names meet.</summary>
    private static readonly Gen<EmailAddress> Some = Gen.OneOf(
        "ana.fox@a.example", "afox@b.example", "fox.a@c.example", "ana.fox@c.example", "fox@b.example", "x1@a.example", "x1@b.example", "bo.fox@c.example").Select(Address);

    private static readonly Gen<List<KnownAddress>> Known =
        Gen.Select(Some, Gen.OneOf("Ana Fox", "Ana Fox", "Bo Fox", "Fox", ""), (a, n) => new KnownAddress(a, n.Length == 0 ? null : n)).List[0, 12];

    private static readonly Gen<List<DirectoryEntry>> Directory =
        Gen.Select(Some.List[0, 4], Gen.Enum<DirectoryKind>(), Gen.Bool, (a, k, card) => new DirectoryEntry(a, null, k, null, null, null, card)).List[0, 4];

    /// <summary>One word on each pair, as they are stored.</summary>
    private static readonly Gen<List<IdentityChoice>> Choices =
        Gen.Select(Some, Some, Gen.Bool, (a, b, same) => new IdentityChoice(a, b, same)).List[0, 6]
            .Select(said => said.Where(c => c.A != c.B).DistinctBy(c => (c.InOrder().A, c.InOrder().B)).ToList());

    private static IdentityChoice Same(string a, string b) => new(Address(a), Address(b), Same: true);

    private static IdentityChoice NotSame(string a, string b) => new(Address(a), Address(b), Same: false);

    private static bool AreOne((string Address, string? Name) a, (string Address, string? Name) b) =>
        Identity.Resolve([new(Address(a.Address), a.Name), new(Address(b.Address), b.Name)], []).Count == 1;
}
