using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class LeftOutTests
{
    private static readonly WeeklyHistory ThreeWeeks = History(BothWays(10, 40, 70));

    [Theory]
    [InlineData("contact@joneshollow.example", Noise.Role)]
    [InlineData("office@joneshollow.example", Noise.Role)]
    [InlineData("kontakt@tischlerei.example", Noise.Role)]
    [InlineData("clara.list@there.example", Noise.List)]
    [InlineData("john.staff@there.example", Noise.List)]
    [InlineData("ruth.billing@there.example", Noise.Role)]
    public void A_weak_word_counts_less_than_three_weeks_both_ways(string address, Noise without)
    {
        Assert.Equal(without, Why(address, WeeklyHistory.Empty));
        Assert.Equal(without, Why(address, History(BothWays(10, 40))));
        Assert.Null(Why(address, ThreeWeeks));
    }

    [Theory]
    [InlineData("helpdesk@there.example", Noise.Role)]
    [InlineData("it-support@there.example", Noise.Role)]
    [InlineData("customer.billing@there.example", Noise.Role)]
    [InlineData("mailing.list@there.example", Noise.List)]
    [InlineData("all.staff@there.example", Noise.List)]
    [InlineData("there.staff@there.example", Noise.List)]
    [InlineData("contact@lists.there.example", Noise.List)]
    [InlineData("reply@there.example", Noise.Automatic)]
    [InlineData("noreply@there.example", Noise.NoReply)]
    [InlineData("info@there.example", Noise.Role)]
    [InlineData("contact@here.example", Noise.Role)]
    public void Help_desks_lists_machines_and_the_owners_own_offices_answer_too_and_stay_out(string address, Noise noise) =>
        Assert.Equal(noise, Why(address, ThreeWeeks));

    [Fact]
    public void Three_weeks_of_one_side_are_no_correspondence() =>
        Assert.Equal(Noise.Role, Why("contact@joneshollow.example", History(new[] { 10.0, 40, 70 }.Select(d => Contact(Now.AddDays(-d), Direction.In)))));

    [Fact]
    public void What_the_directory_says_is_not_overruled() =>
        Assert.Equal(Noise.List, LeftOut.Why(Address("clara.list@there.example"), DirectoryKind.Group, ThreeWeeks, "Ina Berg", Own.All));

    [Fact]
    public void Another_address_of_the_owners_stays_out_however_much_was_written() =>
        Assert.Equal(Noise.OwnAlias, LeftOut.Why(Address("ina.berg@private.example"), DirectoryKind.Unknown, ThreeWeeks, "Ina Berg", [Address("inaberg@here.example")]));

    private static Noise? Why(string address, WeeklyHistory history) => LeftOut.Why(Address(address), DirectoryKind.Unknown, history, "Ina Berg", Own.All);
}
