using CsCheck;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class PlacesTests
{
    /// <summary>Of each place in the ranking, which kinds its person is of.</summary>
    private static readonly Gen<List<HashSet<Reserve>>> People = Gen.Int[0, 40].Select(n => new HashSet<Reserve>(Enum.GetValues<Reserve>().Where((_, bit) => n < 8 && (n >> bit) % 2 == 1))).List[0, 130];

    [Fact]
    public void Each_kind_keeps_a_place_in_the_first_ten()
    {
        var kinds = Nobody(30);
        (kinds[12], kinds[20], kinds[29]) = ([Reserve.WroteFirst], [Reserve.LongKnown], [Reserve.Elsewhere]);
        var list = Arrange(kinds);
        Assert.Equal([0, 1, 2, 20, 3, 4, 29, 5, 6, 12], list.Take(10).Select(p => p.Item));
        Assert.Equal([7, 8, 9, 10, 11, 13, 14, 15, 16, 17], list.Skip(10).Take(10).Select(p => p.Item));
        Assert.Equal([20, 29, 12], list.Where(p => p.Reserved is not null).Select(p => p.Item));
    }

    [Fact]
    public void Who_stands_there_anyway_takes_nobodys_place()
    {
        var kinds = Nobody(30);
        (kinds[9], kinds[15]) = ([Reserve.LongKnown, Reserve.Elsewhere, Reserve.WroteFirst], [Reserve.LongKnown]);
        Assert.Equal(Enumerable.Range(0, 30), Arrange(kinds).Select(p => p.Item));
    }

    [Fact]
    public void Nobody_is_pulled_up_from_further_down_than_the_same_forty()
    {
        var kinds = Nobody(60);
        kinds[45] = [Reserve.LongKnown];
        Assert.Equal(Enumerable.Range(0, 40), Arrange(kinds).Take(40).Select(p => p.Item));
    }

    [Fact]
    public void Everybody_of_the_ranking_is_in_the_list_once() =>
        People.Sample(kinds => Assert.Equal(Enumerable.Range(0, kinds.Count), Arrange(kinds).Select(p => p.Item).Order()));

    [Fact]
    public void Each_piece_is_arranged_by_itself() =>
        People.Sample(kinds => Assert.Equal(
            Arrange(kinds).Select(p => p.Item),
            kinds.Index().Chunk(Places.Reach).SelectMany(piece => Arrange([.. piece.Select(p => p.Item)]).Select(p => piece[p.Item].Index))));

    [Fact]
    public void Each_ten_holds_every_kind_that_is_left_in_its_piece() =>
        People.Sample(kinds =>
        {
            var list = Arrange(kinds).Select(p => p.Item).ToList();
            foreach (var (ten, rest) in list.Chunk(Places.Reach).SelectMany(piece => piece.Chunk(Places.Page).Select((ten, n) => (ten, piece.Skip(Places.Page * (n + 1)).ToList()))))
            {
                foreach (var kind in Enum.GetValues<Reserve>())
                {
                    Assert.True(ten.Any(i => kinds[i].Contains(kind)) || !rest.Any(i => kinds[i].Contains(kind)));
                }
            }
        });

    [Fact]
    public void The_reason_of_a_kept_place_is_among_the_sentences()
    {
        var kept = new Reason("long-known", "You have known Ana since March 1999.");
        var reasons = RelationshipModel.Assess(With(History(BothWays(200, 207, 214, 221))), Now, reserved: kept).Reasons;
        Assert.Equal(["exchange", "long-known", "last-word"], reasons.Select(r => r.Code));
    }

    private static List<HashSet<Reserve>> Nobody(int count) => [.. Enumerable.Range(0, count).Select(_ => new HashSet<Reserve>())];

    private static List<Placed<int>> Arrange(List<HashSet<Reserve>> kinds) =>
        [.. Places.Arrange(Enumerable.Range(0, kinds.Count), n => kinds[n].ToDictionary(k => k, k => new Reason("kept", k.ToString())))];
}
