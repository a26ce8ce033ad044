using CsCheck;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Tests.Interactions;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana.fox@there.example", "ana.fox@there.example")]
    [InlineData("Ana.Fox@There.EXAMPLE", "ana.fox@there.example")]
    [InlineData("  ana@there.example\t", "ana@there.example")]
    [InlineData("<ana@there.example>", "ana@there.example")]
    [InlineData("'someone'@enron.com", "someone@enron.com")]
    [InlineData("'someone@enron.com'", "someone@enron.com")]
    [InlineData("\"someone\"@enron.com", "someone@enron.com")]
    [InlineData("john.lavorato/corp/enron@enron.com", "john.lavorato/corp/enron@enron.com")]
    [InlineData(".palmer@enron.com", ".palmer@enron.com")]
    [InlineData("m..love@enron.com", "m..love@enron.com")]
    [InlineData("carol.st.@enron.com", "carol.st.@enron.com")]
    [InlineData("tim.o'rourke@enron.com", "tim.o'rourke@enron.com")]
    [InlineData("ana@there.example.", "ana@there.example")]
    [InlineData("ana@there.example;", "ana@there.example")]
    [InlineData("a@b@c.example", "a@b@c.example")]
    [InlineData("jürgen@straße.example", "jürgen@straße.example")]
    public void An_address_is_read_in_its_one_form(string text, string value)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(value, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@there.example")]
    [InlineData("ana@")]
    [InlineData("ana@.")]
    [InlineData("''@enron.com")]
    [InlineData("/O=ENRON/OU=NA/CN=RECIPIENTS/CN=AFOX")]
    [InlineData("Ana Fox <ana@there.example>")]
    [InlineData("ana fox@there.example")]
    [InlineData("ana@there example")]
    [InlineData("ana@there.example,bo@there.example")]
    [InlineData("a;b@there.example")]
    [InlineData("ana\r\n@there.example")]
    [InlineData("ana\u0000b@there.example")]
    public void What_is_no_address_is_refused(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Theory]
    [InlineData(320, true)]
    [InlineData(321, false)]
    [InlineData(100_000, false)]
    public void At_most_320_characters_are_read(int length, bool read) =>
        Assert.Equal(read, EmailAddress.TryParse(new string('a', length - "@there.example".Length) + "@there.example", out _));

    [Fact]
    public void Its_parts_stand_on_both_sides_of_the_last_at()
    {
        var address = Given.Address("A@b@Sub.There.example");
        Assert.Equal(("a@b", "sub.there.example"), (address.LocalPart, address.Domain));
    }

    [Fact]
    public void Two_ways_to_write_it_are_one_address()
    {
        Assert.Equal(Given.Address("'Ana'@There.example"), Given.Address("ana@there.example"));
        Assert.Single(new HashSet<EmailAddress> { Given.Address("ANA@there.example"), Given.Address("ana@THERE.example") });
    }

    [Fact]
    public void Whatever_is_read_is_read_again_as_the_same() =>
        Gen.Select(Gen.String, Gen.String, (a, b) => $"{a}@{b}").Sample(text =>
            !EmailAddress.TryParse(text, out var once) ||
            (EmailAddress.TryParse(once.Value, out var twice) && twice == once && $"{once.LocalPart}@{once.Domain}" == once.Value));

    [Fact]
    public void Every_plain_address_is_read_as_it_stands() =>
        Arbitrary.Address.Sample(text => EmailAddress.TryParse(text, out var address) && address.Value == text);
}
