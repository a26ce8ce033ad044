using CsCheck;
using InboxNetworker.Core.Interactions;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Interactions;

public sealed class FilterChoicesTests
{
    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData(" Ana@Example.COM ", "ana@example.com")]
    [InlineData("<ana@example.com>", "ana@example.com")]
    [InlineData("jo/corp/x@example.com", "jo/corp/x@example.com")]
    [InlineData("example.com", "@example.com")]
    [InlineData("@example.com", "@example.com")]
    [InlineData("Mail.EXAMPLE.com", "@mail.example.com")]
    public void An_address_and_a_domain_are_understood(string text, string value) => Assert.Equal(value, Parse(text)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("@")]
    [InlineData("ana")]
    [InlineData("localhost")]
    [InlineData("@localhost")]
    [InlineData(".")]
    [InlineData("@.")]
    [InlineData(".com")]
    [InlineData("com.")]
    [InlineData("ana@")]
    [InlineData("two words.com")]
    [InlineData("ana fox@example.com")]
    [InlineData("@ana@example.com")]
    [InlineData("@@example.com")]
    [InlineData("a.example,b.example")]
    public void Anything_else_is_refused(string? text) => Assert.Null(Parse(text));

    [Theory]
    [InlineData("ana@example.com", "ana@example.com", true)]
    [InlineData("ana@example.com", "bo@example.com", false)]
    [InlineData("example.com", "ana@example.com", true)]
    [InlineData("example.com", "ana@mail.example.com", false)]
    [InlineData("example.com", "ana@notexample.com", false)]
    public void A_domain_covers_all_its_addresses_and_an_address_itself(string pattern, string address, bool covered) =>
        Assert.Equal(covered, Parse(pattern)!.Covers(Address(address)));

    [Theory]
    [InlineData("ana@example.com", true)]
    [InlineData("bo@example.com", false)]
    [InlineData("cy@mail.example.com", null)]
    [InlineData("dee@elsewhere.example", false)]
    public void A_word_on_an_address_outweighs_that_on_its_domain(string address, bool? leftOut)
    {
        var choices = new FilterChoices(new Dictionary<string, bool> { ["@example.com"] = false, ["ana@example.com"] = true, ["@elsewhere.example"] = true, ["dee@elsewhere.example"] = false });
        Assert.Equal(leftOut, choices.For(Address(address)));
        Assert.Null(FilterChoices.None.For(Address(address)));
    }

    [Theory]
    [InlineData("ana@example.com", null, true)]
    [InlineData("ana@example.com", "bo@example.com", false)]
    [InlineData("ana@example.com", "cy@example.com", true)]
    [InlineData("bo@example.com", "cy@example.com", false)]
    [InlineData("cy@example.com", "dee@elsewhere.example", null)]
    public void A_word_on_an_address_is_one_on_the_person_and_keeping_outweighs_leaving_out(string one, string? other, bool? leftOut)
    {
        var choices = new FilterChoices(new Dictionary<string, bool> { ["@example.com"] = true, ["ana@example.com"] = true, ["bo@example.com"] = false });
        Assert.Equal(leftOut, choices.ForPerson(new[] { one, other }.OfType<string>().Select(Address)));
    }

    [Fact]
    public void What_is_understood_is_understood_the_same_again_and_covers_what_it_says() =>
        Gen.Select(Arbitrary.Address, Gen.Bool).Sample((text, domain) =>
        {
            var address = Address(text);
            var pattern = Parse(domain ? address.Domain : text);
            Assert.NotNull(pattern);
            Assert.Equal(pattern, Parse(pattern.Value));
            Assert.True(pattern.Covers(address));
            Assert.True(new FilterChoices(new Dictionary<string, bool> { [pattern.Value] = true }).For(address));
        });

    private static FilterPattern? Parse(string? text) => FilterPattern.TryParse(text, out var pattern) ? pattern : null;
}
