using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

/// <summary>What may be wished, and what becomes of it when two are found to be one.</summary>
public sealed class PreferencesTests
{
    private static readonly DateOnly Today = new(2024, 6, 12);

    public static TheoryData<string, DateOnly?, bool, bool, int?, string[], string?> Refused => new()
    {
        { "snoozedUntil", Today, false, false, null, [], null },
        { "snoozedUntil", new DateOnly(2029, 6, 13), false, false, null, [], null },
        { "pinned", null, true, true, null, [], null },
        { "everyWeeks", null, false, false, 0, [], null },
        { "everyWeeks", null, false, false, 105, [], null },
        { "everyWeeks", null, false, false, -1, [], null },
        { "tags", null, false, false, null, [.. Enumerable.Range(0, 21).Select(n => $"t{n}")], null },
        { "tags", null, false, false, null, [new string('x', 41)], null },
        { "note", null, false, false, null, [], new string('x', 2001) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_by_its_name(string field, DateOnly? until, bool resting, bool pinned, int? everyWeeks, string[] tags, string? note)
    {
        Assert.Null(Preferences.TryOf(until, resting, pinned, everyWeeks, tags, note, null, null, Now, out var refused));
        Assert.Equal(field, refused.Field);
    }

    [Fact]
    public void The_bounds_belong_to_what_may_be()
    {
        foreach (var (until, weeks) in new[] { (Today.AddDays(1), 1), (new DateOnly(2029, 6, 12), 104) })
        {
            var wanted = Wish(until, everyWeeks: weeks, tags: [.. Enumerable.Range(0, 20).Select(n => $"{n}".PadLeft(40, 'x'))], note: new string('x', 2000));
            Assert.Equal((weeks, 20, 2000), (wanted.EveryWeeks, wanted.Tags.Count, wanted.Note!.Length));
            Assert.Equal(new Snooze(Now, new DateTimeOffset(until, TimeOnly.MinValue, TimeSpan.Zero)), wanted.Snooze);
        }
    }

    [Fact]
    public void Tags_and_notes_are_tidied()
    {
        var wanted = Wish(tags: ["  board   member ", "Board Member", "", " \t", "caf\u0065\u0301", "ski\u0007\nclub", null], note: "  one\r\ntwo\u0000\r\n ");
        Assert.Equal(["board member", "café", "ski club"], wanted.Tags);
        Assert.Equal("one\ntwo", wanted.Note);
        Assert.True(Wish(note: " \n ", tags: [" "]).AreNone);
    }

    [Fact]
    public void A_snooze_said_again_goes_on_as_it_was_and_one_that_is_over_begins_anew()
    {
        var known = new Snooze(Now.AddDays(-20), Time("2024-07-01T00:00:00Z"));
        Assert.Equal(known, Again(last: Now.AddDays(-21)));
        Assert.Equal(known with { SetAt = Now }, Again(last: Now.AddDays(-19)));

        Snooze? Again(DateTimeOffset last) => Preferences.TryOf(new DateOnly(2024, 7, 1), false, false, null, null, null, known, last, Now, out _)!.Snooze;
    }

    [Fact]
    public void Of_two_addresses_rest_outweighs_keeping_and_the_newest_word_the_others_and_nothing_is_lost()
    {
        var (early, late) = (new Snooze(Now.AddDays(-9), Now.AddDays(90)), new Snooze(Now.AddDays(-2), Now.AddDays(30)));
        var one = new OwnersWord(new Preferences(early, false, true, 6, ["ski", "Board"], "Met in Oslo"), Now.AddDays(-9), Now.AddDays(-3));
        var two = new OwnersWord(new Preferences(late, true, false, null, ["board", "press"], "Moved to Lima"), Now.AddDays(-2), null, Now.AddDays(-1));

        var both = Of(one, two);

        Assert.Equal((late, true, false, 6), (both.Preferences.Snooze, both.Preferences.Resting, both.Preferences.Pinned, both.Preferences.EveryWeeks));
        Assert.Equal(["board", "press", "ski"], both.Preferences.Tags);
        Assert.Equal("Moved to Lima\n\nMet in Oslo", both.Preferences.Note);
        Assert.Equal((Now.AddDays(-2), Now.AddDays(-3), Now.AddDays(-1)), (both.SaidAt, both.DraftedAt, both.DismissedAt));
        Assert.True(Of(one, OwnersWord.None).Preferences.Pinned);
    }

    [Fact]
    public void In_whatever_order_addresses_are_found_to_be_one_the_word_is_the_same_and_valid() =>
        Gen.Select(Word.Array[0, 5], Gen.Int[0, 1000]).Sample((words, seed) =>
        {
            var said = words.Select((word, n) => (Address($"a{n}@there.example"), word)).ToArray();
            var word = OwnersWord.Of(said);
            new Random(seed).Shuffle(said);
            Assert.Equivalent(word, OwnersWord.Of(said), strict: true);
            var p = word.Preferences;
            Assert.NotNull(Preferences.TryOf(null, p.Resting, p.Pinned, p.EveryWeeks, p.Tags, p.Note, null, null, Now, out _));
            Assert.Equal(words.Any(w => w.Preferences.Resting), p.Resting);
            Assert.Equal(!p.Resting && words.Any(w => w.Preferences.Pinned), p.Pinned);
        });

    [Fact]
    public void What_is_said_of_each_of_the_addresses_is_said_once() =>
        Word.Sample(word => Assert.Equivalent(word, Of(word, word, OwnersWord.None), strict: true));

    /// <summary>Some of it unlike any that a person would say: long, and said at the same moment.</summary>
    internal static readonly Gen<OwnersWord> Word = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 5], Gen.Int[0, 30], Gen.Int[0, 2000], Gen.Int[0, 30], Gen.Int[0, 30]).Select(
        (setDaysAgo, untilInDays, kind, weeks, note, drafted, dismissed) => new OwnersWord(
            new Preferences(
                setDaysAgo < 10 ? new Snooze(Now.AddDays(-setDaysAgo), Now.AddDays(untilInDays - 10)) : null,
                kind == 0,
                kind == 1,
                weeks is > 0 and < 12 ? weeks : null,
                [.. Enumerable.Range(setDaysAgo, kind * 4).Select(n => $"tag {n}")],
                note == 0 ? null : new string((char)('a' + kind), note)),
            Now.AddDays(-setDaysAgo),
            drafted < 20 ? Now.AddDays(-drafted) : null,
            dismissed < 20 ? Now.AddDays(-dismissed) : null));

    private static OwnersWord Of(params OwnersWord[] words) => OwnersWord.Of(words.Select((word, n) => (Address($"a{n}@there.example"), word)));

    private static Preferences Wish(DateOnly? until = null, int? everyWeeks = null, string?[]? tags = null, string? note = null)
    {
        var wanted = Preferences.TryOf(until, false, false, everyWeeks, tags, note, null, null, Now, out var refused);
        Assert.Null(refused.Field);
        return wanted!;
    }
}
