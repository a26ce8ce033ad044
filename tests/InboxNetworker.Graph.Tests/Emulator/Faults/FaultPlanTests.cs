using InboxNetworker.GraphEmulator.Faults;

namespace InboxNetworker.Graph.Tests.Emulator.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public void A_plan_is_read_as_written()
    {
        const string Text = "seed=7,429=0.05,503=0.03,504=0.01,reset=0.02,truncate=0.02,slow=0.01,expire=0.01,401=0.01,html=0.01";

        Assert.True(FaultPlan.TryParse(Text, out var plan, out _));

        Assert.Equal(7, plan.Seed);
        Assert.Equal([0.05, 0.03, 0.01, 0.02, 0.02, 0.01, 0.01, 0.01, 0.01], Enum.GetValues<FaultKind>().Select(plan.ShareOf));
        Assert.Equal(Text, plan.ToString());
        Assert.Equal(new RetryAfterRange(1, 4), plan.RetryAfterSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("429=0")]
    public void A_plan_without_faults_is_none(string text)
    {
        Assert.True(FaultPlan.TryParse(text, out var plan, out _));

        Assert.Equal(FaultPlan.None, plan);
    }

    [Theory]
    [InlineData("429=1")]
    [InlineData("429=0.1,503=0.1,504=0.1,reset=0.1,truncate=0.1,slow=0.1,expire=0.1,401=0.1,html=0.2")]
    [InlineData(" SEED = 9223372036854775807 , Reset = .5 ")]
    public void The_bounds_belong_to_the_ranges(string text) => Assert.True(FaultPlan.TryParse(text, out _, out _));

    [Theory]
    [InlineData("429=1.01", "'429' is '1.01'; it takes a share of the requests from 0 to 1, such as 0.05.")]
    [InlineData("reset=-0.1", "'reset' is '-0.1'; it takes a share of the requests from 0 to 1, such as 0.05.")]
    [InlineData("reset=NaN", "'reset' is 'NaN'; it takes a share of the requests from 0 to 1, such as 0.05.")]
    [InlineData("slow=0,5", "'5' is no fault; there are seed, 429, 503, 504, reset, truncate, slow, expire, 401, html.")]
    [InlineData("slow", "'slow' is ''; it takes a share of the requests from 0 to 1, such as 0.05.")]
    [InlineData("500=0.1", "'500' is no fault; there are seed, 429, 503, 504, reset, truncate, slow, expire, 401, html.")]
    [InlineData("seed=-1", "'seed' is '-1'; it takes a whole number from 0 to 9223372036854775807.")]
    [InlineData("429=0.1,429=0.2", "'429' is given twice.")]
    [InlineData("429=0.6,503=0.5", "The shares of 429, 503 add up to 1.1; together they are from 0 to 1.")]
    public void A_wrong_plan_is_refused_with_key_value_and_range(string text, string says)
    {
        Assert.False(FaultPlan.TryParse(text, out _, out var problem));

        Assert.Equal(says, problem);
    }

    [Fact]
    public void Shares_are_kept_over_many_requests()
    {
        Assert.True(FaultPlan.TryParse("seed=11,429=0.2,reset=0.1,401=0.05", out var plan, out _));

        var drawn = Enumerable.Range(1, 20_000).Select(n => plan.Draw(n).Kind).ToLookup(k => k);

        Assert.InRange(drawn[FaultKind.Throttled].Count(), 3_800, 4_200);
        Assert.InRange(drawn[FaultKind.Reset].Count(), 1_850, 2_150);
        Assert.InRange(drawn[FaultKind.Unauthorized].Count(), 900, 1_100);
        Assert.Equal(20_000, drawn[null].Count() + drawn[FaultKind.Throttled].Count() + drawn[FaultKind.Reset].Count() + drawn[FaultKind.Unauthorized].Count());
    }

    [Fact]
    public void Another_seed_is_another_sequence()
    {
        Assert.True(FaultPlan.TryParse("seed=1,429=0.5", out var one, out _));
        Assert.True(FaultPlan.TryParse("seed=2,429=0.5", out var two, out _));

        Assert.NotEqual(Enumerable.Range(1, 64).Select(n => one.Draw(n).Kind), Enumerable.Range(1, 64).Select(n => two.Draw(n).Kind));
        Assert.Equal(Enumerable.Range(1, 64).Select(n => one.Draw(n).Kind), Enumerable.Range(1, 64).Select(n => one.Draw(n).Kind));
    }
}
