using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class ReservesTests
{
    private static readonly OwnPlace Here = new([Address("me@here.example")], "Here", "Sales");

    [Theory]
    [InlineData(13, 735, "You have known Ana since June 2022; you were once in touch in 13 weeks of a year, between June and August 2022.")]
    [InlineData(12, 735, null)]
    [InlineData(13, 729, null)]
    public void Long_known_and_once_strong_takes_two_years_and_thirteen_weeks_of_one(int weeks, double firstDaysAgo, string? sentence) =>
        Assert.Equal(sentence, Told(Reserve.LongKnown, With(History(BothWays(Enumerable.Range(0, weeks).Select(w => firstDaysAgo - (7 * w)))))));

    [Fact]
    public void A_lonely_date_of_long_ago_makes_nobody_long_known() =>
        Assert.Null(Told(Reserve.LongKnown, With(History(BothWays([8000, .. Enumerable.Range(0, 20).Select(w => 400.0 - (7 * w))])))));

    [Fact]
    public void A_series_makes_nobody_once_strong() =>
        Assert.Null(Told(Reserve.LongKnown, With(History(Enumerable.Range(0, 60).Select(w => Gathering(Now.AddDays(-900 + (7 * w))))))));

    [Theory]
    [InlineData("ana@there.example", null, null, "Ana writes from there.example, outside your own company.")]
    [InlineData("ana@there.example", "Acme", null, "Ana works at Acme, outside your own company.")]
    [InlineData("ana@there.example", "here", null, null)]
    [InlineData("ana@here.example", null, null, null)]
    [InlineData("ana@eu.here.example", null, null, null)]
    [InlineData("ana@here.example", null, "Legal", "Ana works in another department than you: Legal.")]
    [InlineData("ana@here.example", "Here", "sales", null)]
    public void Elsewhere_is_another_company_or_another_department(string address, string? company, string? department, string? sentence) =>
        Assert.Equal(sentence, Told(Reserve.Elsewhere, With(History(BothWays(100))) with { Person = new Person(1, "Ana Fox", [Address(address)], department, company) }));

    [Fact]
    public void Where_nothing_is_known_of_the_owner_nobody_is_elsewhere()
    {
        var ana = With(History(BothWays(100)));
        Assert.DoesNotContain(Reserve.Elsewhere, Reserves.Of(ana, null, Now).Keys);
        Assert.DoesNotContain(Reserve.Elsewhere, Reserves.Of(ana, new OwnPlace([Address("me@gmail.com")]), Now).Keys);
    }

    [Theory]
    [InlineData(3, 0, "Ana used to write first: all 3 times you were in touch again after four weeks or more.")]
    [InlineData(4, 2, "Ana used to write first: 4 of the 6 times you were in touch again after four weeks or more.")]
    [InlineData(4, 3, null)]
    [InlineData(2, 0, null)]
    public void Who_wrote_first_did_so_three_times_and_two_thirds_of_all(int theirs, int own, string? sentence)
    {
        var steps = Enumerable.Repeat(Direction.In, theirs).Concat(Enumerable.Repeat(Direction.Out, own)).SelectMany((first, n) => new[]
        {
            Contact(Now.AddDays(-100 - (35 * n)), first), Contact(Now.AddDays(-100 - (35 * n)).AddHours(1), first == Direction.In ? Direction.Out : Direction.In),
        });
        Assert.Equal(sentence, Told(Reserve.WroteFirst, With(History([.. steps, Contact(Now.AddDays(-1000), Direction.Out)]))) is { } told ? told : null);
    }

    [Fact]
    public void The_sentence_is_true_to_the_contacts() =>
        Arbitrary.PastContact.List[20, 80].Sample(contacts =>
        {
            if (Told(Reserve.LongKnown, With(History(contacts))) is { } told)
            {
                var weeks = int.Parse(told.Split(" touch in ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
                var starts = contacts.Where(c => c.Channel != Channel.Gathering).Select(c => IsoWeek.Of(c.At).Index).Distinct().ToList();
                Assert.Equal(starts.Max(s => starts.Count(w => w >= s && w < s + 52)), weeks);
            }
        });

    [Fact]
    public void Who_wrote_first_is_told_as_the_contacts_have_it() =>
        Gen.Select(Gen.Int[0, 60].Select(d => (d * d / 20) + 1).List[4, 30], Gen.Enum<Direction>().List[31], Gen.Int[0, 1]).Sample((gaps, directions, bias) =>
        {
            var day = 100;
            var contacts = gaps.Select((gap, n) => Contact(Now.AddDays(-(day += gap)), bias == 0 && directions[n] == Direction.Out ? Direction.In : directions[n])).Reverse().ToList();
            var anew = contacts.Zip(contacts.Skip(1)).Where(c => (c.Second.At - c.First.At).TotalDays >= 28 && c.Second.Direction != Direction.Both).ToList();
            var theirs = anew.Count(c => c.Second.Direction == Direction.In);
            var told = Told(Reserve.WroteFirst, With(History(contacts)));
            Assert.Equal(theirs >= 3 && 3 * theirs >= 2 * anew.Count, told is not null);
            Assert.Contains($" {anew.Count} times ", told ?? $" {anew.Count} times ", StringComparison.Ordinal);
        });

    private static string? Told(Reserve kind, Relationship relationship) => Reserves.Of(relationship, Here, Now).GetValueOrDefault(kind)?.Text;
}
