using CsCheck;
using InboxNetworker.Core.People;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.People;

public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("Ana Fox", "Ana Fox")]
    [InlineData("  Ana \t Fox ", "Ana Fox")]
    [InlineData("'Ana Fox'", "Ana Fox")]
    [InlineData("\"Fox, Ana\"", "Ana Fox")]
    [InlineData("Fox, Ana", "Ana Fox")]
    [InlineData("Fox, Ana M.", "Ana M. Fox")]
    [InlineData("O'Rourke, Tim", "Tim O'Rourke")]
    [InlineData("Fox, Ana (Sales)", "Fox, Ana (Sales)")]
    [InlineData("Fox, Ana, PhD", "Fox, Ana, PhD")]
    [InlineData("Fox,", "Fox,")]
    [InlineData("ana@there.example", null)]
    [InlineData("'ana@there.example'", null)]
    [InlineData("", null)]
    [InlineData("''", null)]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void A_name_is_tidied(string? raw, string? name) => Assert.Equal(name, DisplayName.Tidy(raw));

    [Theory]
    [InlineData("phillip.love@enron.com", "Phillip Love")]
    [InlineData("kenneth_lay@enron.com", "Kenneth Lay")]
    [InlineData("m..love@enron.com", "M Love")]
    [InlineData("tim.o'rourke@enron.com", "Tim O'rourke")]
    [InlineData("anne-marie.fox@there.example", "Anne-marie Fox")]
    [InlineData("klay@enron.com", "klay@enron.com")]
    [InlineData("a.b@there.example", "a.b@there.example")]
    [InlineData("fox.2@there.example", "fox.2@there.example")]
    [InlineData("john.lavorato/corp/enron@enron.com", "john.lavorato/corp/enron@enron.com")]
    [InlineData("a.very.long.list.of.words@there.example", "a.very.long.list.of.words@there.example")]
    public void A_name_is_read_out_of_an_address_made_of_words(string address, string name) => Assert.Equal(name, DisplayName.FromAddress(Address(address)));

    [Theory]
    [InlineData("Ana Fox", "Ana")]
    [InlineData("Dr. Ana Fox", "Ana")]
    [InlineData("Prof. Dr. Ana Fox", "Ana")]
    [InlineData("J. Fox", null)]
    [InlineData("M Love", null)]
    [InlineData("Ana", null)]
    [InlineData("Dr. Fox", null)]
    [InlineData("42 Fox", null)]
    [InlineData("ana.fox@there.example", null)]
    [InlineData("", null)]
    public void A_given_name_is_the_first_word_of_a_name(string name, string? given) => Assert.Equal(given, DisplayName.GivenName(name));

    [Fact]
    public void A_long_name_is_not_cut_within_an_emoji() =>
        Assert.Equal(new string('a', DisplayName.MaxLength - 1), DisplayName.Tidy(new string('a', DisplayName.MaxLength - 1) + "😀"));

    [Fact]
    public void A_tidy_name_is_short_whole_and_on_one_line() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.Int[0, 300], Gen.OneOf("a", "é ", "x\n", "Fox, "), (n, s) => string.Concat(Enumerable.Repeat(s, n)))).Sample(raw =>
            DisplayName.Tidy(raw) is not { } name || (name.Length is > 0 and <= DisplayName.MaxLength && !name.Contains('\n', StringComparison.Ordinal)));

    [Fact]
    public void Every_address_has_a_name() =>
        Arbitrary.Address.Sample(a => DisplayName.FromAddress(Address(a)).Length > 0);
}
