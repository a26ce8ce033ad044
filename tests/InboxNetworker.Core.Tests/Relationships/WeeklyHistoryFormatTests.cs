using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class WeeklyHistoryFormatTests
{
    [Fact]
    public void Adding_to_the_bytes_is_adding_to_the_history() =>
        Gen.Select(Arbitrary.Anytime, Arbitrary.Anytime).Sample((a, b) => Assert.Equal(History(a.Concat(b)).ToBytes(), History(a).ToBytes().Plus(History(b))));

    [Fact]
    public void Adding_to_bytes_that_break_off_is_refused_or_gives_bytes_that_are() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Int[0, 200]).Sample((contacts, length) =>
        {
            var bytes = History(contacts).ToBytes();
            var broken = bytes[..Math.Min(length, bytes.Length - 1)];
            if (broken.Length > 0 && Record.Exception(() => broken.Plus(History(contacts))) is { } refused)
            {
                Assert.IsType<InvalidDataException>(refused);
            }
        });

    [Fact]
    public void A_history_comes_back_as_it_was() =>
        Arbitrary.Anytime.Sample(contacts => Assert.Equal(History(contacts).Weeks, History(contacts).ToBytes().ToHistory().Weeks));

    [Fact]
    public void The_same_history_is_always_the_same_bytes() =>
        Gen.Select(Arbitrary.Anytime, Arbitrary.Anytime).Sample((a, b) => Assert.Equal(History(a.Concat(b)).ToBytes(), History(b).Merge(History(a)).ToBytes()));

    [Fact]
    public void The_bytes_stay_the_same_from_release_to_release()
    {
        byte[] stored = [2, 1, 168, 44, 15, 1, 240, 228, 3, 0, 1, 128, 133, 15, 0, 3, 144, 251, 22, 192, 169, 5, 2];
        var history = History(
            Contact(Time("2024-05-06T17:14:24Z"), Direction.Out),
            Contact(Time("2024-05-08T20:26:40Z"), Direction.In),
            Gathering(Time("2024-05-10T08:30:08Z")),
            Contact(Time("2024-05-10T09:00:00Z"), Direction.Both),
            Gathering(Time("2024-05-11T08:44:00Z")));
        Assert.Equal(history.Weeks, stored.ToHistory().Weeks);
        Assert.Equal(stored, history.ToBytes());
    }

    /// <summary>Version 1, by hand: a mail out; two weeks on a mail in, and a mail in with two meetings 20 seconds apart.</summary>
    [Fact]
    public void What_was_stored_before_gatherings_were_told_apart_can_still_be_read()
    {
        byte[] stored = [1, 2, 168, 44, 1, 1, 240, 228, 3, 0, 4, 6, 1, 128, 133, 15, 0, 2, 0, 20];
        var history = History(
            Contact(Time("2024-05-06T17:14:24Z"), Direction.Out),
            Contact(Time("2024-05-22T20:26:40Z"), Direction.In),
            Contact(Time("2024-05-20T00:00:00Z"), Direction.Both),
            Contact(Time("2024-05-20T00:00:20Z"), Direction.Both));
        Assert.Equal(history.Weeks, stored.ToHistory().Weeks);
        Assert.All(stored.ToHistory().Weeks, w => Assert.Equal(0, w.Gathered));
    }

    [Theory]
    [InlineData(new byte[] { 2, 1, 168, 44, 12, 1, 0, 0, 1 }, true)]
    [InlineData(new byte[] { 1, 1, 168, 44, 12, 1, 0, 0, 1 }, false)]
    [InlineData(new byte[] { 2, 1, 168, 44, 12, 1, 0, 0, 2 }, false)]
    [InlineData(new byte[] { 2, 1, 168, 44, 9, 1, 0, 0, 1 }, false)]
    [InlineData(new byte[] { 2, 1, 168, 44, 8, 1 }, false)]
    [InlineData(new byte[] { 2, 1, 168, 44, 28, 1, 0, 0, 1 }, false)]
    public void More_gatherings_than_meetings_are_refused_and_so_is_any_in_version_1(byte[] bytes, bool read)
    {
        if (read)
        {
            Assert.Equal(1, bytes.ToHistory().Weeks.Single().Gathered);
        }
        else
        {
            Assert.Throws<InvalidDataException>(() => bytes.ToHistory());
        }
    }

    [Fact]
    public void Bytes_cut_short_are_refused() =>
        Arbitrary.Anytime.Sample(contacts =>
        {
            var bytes = History(contacts).ToBytes();
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.Throws<InvalidDataException>(() => bytes[..length].ToHistory());
            }
        });

    [Fact]
    public void Bytes_too_many_are_refused() =>
        Assert.Throws<InvalidDataException>(() => History(BothWays(3, 10)).ToBytes().Append((byte)0).ToArray().ToHistory());

    [Theory]
    [InlineData(new byte[] { 1, 1, 254, 255, 255, 255, 15, 1, 1, 0, 0 })]
    [InlineData(new byte[] { 1, 1, 255, 255, 255, 255, 15, 1, 1, 0, 0 })]
    [InlineData(new byte[] { 2, 1, 255, 255, 255, 255, 15, 1, 1, 0, 0 })]
    public void A_week_beyond_the_calendar_is_refused(byte[] bytes) => Assert.Throws<InvalidDataException>(() => bytes.ToHistory());

    [Fact]
    public void A_later_version_is_refused_by_its_number() =>
        Assert.Contains("version 3", Assert.Throws<InvalidDataException>(() => new byte[] { 3, 0 }.ToHistory()).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_are_a_sound_history_or_refused() =>
        Gen.Select(Gen.Byte[1, 2], Gen.Byte.Array[0, 30]).Sample((version, bytes) => IsSoundOrRefused([version, .. bytes]));

    [Fact]
    public void A_history_with_one_byte_changed_is_a_sound_history_or_refused() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Int[0, 10_000], Gen.Byte).Sample((contacts, place, value) =>
        {
            var bytes = History(contacts).ToBytes();
            bytes[place % bytes.Length] = value;
            IsSoundOrRefused(bytes);
        });

    [Fact]
    public void A_week_takes_about_eight_bytes()
    {
        // Ten years, mails both ways in four of five weeks: more than most.
        var days = Enumerable.Range(0, 520).Where(w => w % 5 != 0).Select(w => w * 7.0).ToList();
        var history = History(days.Select((d, i) => Contact(Now.AddDays(-d), i % 2 == 0 ? Direction.Out : Direction.In)).Concat(days.Where((_, i) => i % 3 == 0).Select(d => Contact(Now.AddDays(-d), Direction.In))));
        Assert.Equal(416, history.Weeks.Length);
        Assert.InRange((double)history.ToBytes().Length / history.Weeks.Length, 4, 9);
    }

    private static void IsSoundOrRefused(byte[] bytes)
    {
        WeeklyHistory history;
        try
        {
            history = bytes.ToHistory();
        }
        catch (InvalidDataException)
        {
            return;
        }

        Assert.All(history.Weeks, w => Assert.True(w.Count > 0 && w.Gathered >= 0 && w.Gathered <= w.Met.Count && w.Week.Start <= w.First && w.Last < w.Week.End));
        Assert.Equal(history.Weeks.OrderBy(w => w.Week).DistinctBy(w => w.Week), history.Weeks);
    }
}
