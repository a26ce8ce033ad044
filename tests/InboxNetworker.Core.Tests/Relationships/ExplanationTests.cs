using CsCheck;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class ExplanationTests
{
    [Fact]
    public void The_shares_add_up_to_both_numbers() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Double[-3, 3], Gen.Double[0.5, 1.5]).Sample((contacts, shift, slope) =>
        {
            var calibration = new Calibration(shift, slope, 100);
            var told = Explanation.Of(History(contacts), Now, calibration)!;
            var (tie, contact30) = RelationshipModel.Score(History(contacts), Now, calibration);
            Assert.Equal((tie, contact30), (told.Tie, told.Contact30));
            Assert.Equal(tie, told.Features.Sum(f => f.Tie), 1e-9);
            Assert.Equal(contact30, 1 / (1 + Math.Exp(-(told.Start + told.Mailbox + told.Features.Sum(f => f.Contact30)))), 1e-9);
            Assert.All(told.Features, f => Assert.True(f.Value >= 0 && f.Tie >= 0));
        });

    [Fact]
    public void Nothing_is_told_of_nothing() => Assert.Null(Explanation.Of(WeeklyHistory.Empty, Now));

    [Fact]
    public void Each_fact_has_its_own_code_and_a_label() =>
        Assert.Equal(
            ["pulse", "exchange", "memory", "quarters", "own-weeks", "silence"],
            Explanation.Of(History(BothWays(10, 20, 30)), Now)!.Features.Where(f => f.Label.Length > 0).Select(f => f.Code));

    [Theory]
    [InlineData(RelationshipState.Fading, "Fading: silent for more than 3 times your usual distance; that is never less than 30 days and never more than 365. At least 3 weeks of contact came before.")]
    [InlineData(RelationshipState.Dormant, "Dormant: silent for more than 4.5 times your usual distance; that is never less than 90 days and never more than 547. Before it came at least 3 weeks of contact, and both of you took part.")]
    [InlineData(RelationshipState.Close, "Close: in touch in at least 7 of the last 13 weeks.")]
    public void A_state_is_defined_in_words_with_its_numbers(RelationshipState state, string text) => Assert.Equal(text, RelationshipModel.Definition(state));

    [Fact]
    public void Every_state_has_a_definition_of_its_own() =>
        Assert.Equal(Enum.GetValues<RelationshipState>().Length, Enum.GetValues<RelationshipState>().Select(RelationshipModel.Definition).Distinct().Count());
}
