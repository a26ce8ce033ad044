using CsCheck;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Tests.Interactions;

public sealed class EmailAddressFuzzTests
{
    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String,
        Gen.String["@<>\"' \t.,;aAİıſK\u0130\u202E\0\r\n\uD800é"],
        Gen.Select(Gen.String["aZ.@\"'<> /="], Gen.String["aZ.-@>'; "], (local, domain) => $"{local}@{domain}"),
        Gen.Int[0, 400].Select(length => new string('a', length) + "@b.example"));

    [Fact]
    public void Whatever_is_taken_for_an_address_is_one_and_stays_the_same_one() => Anything.Sample(
        text =>
        {
            if (!EmailAddress.TryParse(text, out var address))
            {
                return;
            }

            Assert.InRange(address.Value.Length, 3, 320);
            Assert.DoesNotContain(address.Value, c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';');
            Assert.Equal(address.Value, $"{address.LocalPart}@{address.Domain}");
            Assert.True(EmailAddress.TryParse(address.Value, out var again));
            Assert.Equal(address, again);
        },
        iter: 100_000);
}
