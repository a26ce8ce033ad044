using CsCheck;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Tests;

/// <summary>What the properties are tried on.</summary>
internal static class Arbitrary
{
    public static readonly Gen<Direction> Direction = Gen.Enum<Direction>();

    /// <summary>Whole seconds from 1950 to 2150.</summary>
    public static readonly Gen<DateTimeOffset> Time = Gen.Long[-631_152_000, 5_680_281_600].Select(DateTimeOffset.FromUnixTimeSeconds);

    /// <summary>Up to six years before <see cref="Given.Now"/>; every second one within half a year.</summary>
    public static readonly Gen<DateTimeOffset> Past = Gen.OneOf(Gen.Int[0, 180 * 86_400], Gen.Int[0, 6 * 365 * 86_400]).Select(s => Given.Now.AddSeconds(-s));

    /// <summary>Mails, meetings and gatherings.</summary>
    public static readonly Gen<List<Interaction>> Anytime = Gen.Select(Time, Direction, Gen.Bool, Somehow).List[0, 40];

    public static readonly Gen<Interaction> PastContact = Gen.Select(Past, Direction, Gen.Bool, Somehow);

    public static readonly Gen<List<Interaction>> PastContacts = PastContact.List[1, 40];

    public static readonly Gen<string> Address =
        Gen.Select(Gen.String["abcdefghijklmnopqrstuvwxyz0123456789._-+'/"], Gen.String["abcdefghijklmnopqrstuvwxyz0123456789-"], (l, d) => $"x{l}y@d{d}.example")
            .Where(a => a.Length <= 320);

    private static Interaction Somehow(DateTimeOffset at, Direction direction, bool gathering) =>
        gathering && direction == Core.Interactions.Direction.Both ? Given.Gathering(at) : Given.Contact(at, direction);
}
