using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Network;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Network;

public sealed class IntroductionTests
{
    private static readonly Relationship Ana = Person(1, "ana@there.example");

    [Fact]
    public void People_of_other_places_are_named_the_strongest_tie_first() =>
        Assert.Equal([3, 2], For(Ana, Person(2, "ben@elsewhere.example", weeks: 4), Person(3, "cara@third.example", weeks: 20)));

    [Fact]
    public void Who_was_seen_together_with_them_is_not_named() => Assert.Empty(For(Ana, [2], Person(2, "ben@elsewhere.example")));

    [Fact]
    public void Nor_are_they_themselves_nor_who_rests_is_left_out_or_hardly_known() =>
        Assert.Empty(For(
            Ana,
            Person(2, "a@elsewhere.example") with { Word = new OwnersWord(Preferences.None with { Resting = true }) },
            Person(3, "b@elsewhere.example") with { Noise = Noise.List },
            Person(4, "c@elsewhere.example", weeks: 1)));

    [Theory]
    [InlineData("ben@there.example", null, null, false)]
    [InlineData("ben@there.example", "There", "Legal", false)]
    [InlineData("ben@elsewhere.example", "There", null, false)]
    [InlineData("ben@elsewhere.example", "Elsewhere", null, true)]
    public void Colleagues_know_each_other(string address, string? company, string? department, bool named) =>
        Assert.Equal(named, For(Ana with { Person = Ana.Person with { Company = company is null ? null : "There" } }, Person(2, address, company: company, department: department)).Count > 0);

    [Fact]
    public void Colleagues_of_two_departments_may_not() =>
        Assert.Single(For(Person(1, "ana@there.example", company: "There", department: "IT"), Person(2, "ben@there.example", company: "There", department: "Legal")));

    [Fact]
    public void An_address_that_anybody_can_have_makes_no_colleagues() => Assert.Single(For(Person(1, "ana@gmail.com"), Person(2, "ben@gmail.com")));

    private static List<long> For(Relationship with, params Relationship[] people) => For(with, [], people);

    private static List<long> For(Relationship with, HashSet<long> together, params Relationship[] people) =>
        [.. Introductions.For(with, [with, .. people], together, 20, Now).Select(r => r.Person.Id)];

    private static Relationship Person(long id, string address, int weeks = 10, string? company = null, string? department = null) =>
        new(new Person(id, $"Person {id}", [Address(address)], department, company), History(BothWays(Enumerable.Range(0, weeks).Select(w => 7.0 * w))), null, null);
}
