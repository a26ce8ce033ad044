using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class WeeklyHistoryFormatTests
{
    [Fact]
    public void A_history_comes_back_as_it_was() =>
        Arbitrary.Anytime.Sample(contacts => Assert.Equal(History(contacts).Weeks, History(contacts).ToBytes().ToHistory().Weeks));

    [Fact]
    public void The_same_history_is_always_the_same_bytes() =>
        Gen.Select(Arbitrary.Anytime, Arbitrary.Anytime).Sample((a, b) => Assert.Equal(History(a.Concat(b)).ToBytes(), History(b).Merge(History(a)).ToBytes()));

    [Fact]
    public void The_bytes_stay_the_same_from_release_to_release()
    {
        byte[] stored = [1, 1, 168, 44, 3, 1, 240, 228, 3, 0, 1, 128, 133, 15, 0];
        var history = History(Contact(Time("2024-05-06T17:14:24Z"), Direction.Out), Contact(Time("2024-05-08T20:26:40Z"), Direction.In));
        Assert.Equal(history.Weeks, stored.ToHistory().Weeks);
        Assert.Equal(stored, history.ToBytes());
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
    public void A_week_beyond_the_calendar_is_refused(byte[] bytes) => Assert.Throws<InvalidDataException>(() => bytes.ToHistory());

    [Fact]
    public void A_later_version_is_refused_by_its_number() =>
        Assert.Contains("version 2", Assert.Throws<InvalidDataException>(() => new byte[] { 2, 0 }.ToHistory()).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_are_a_sound_history_or_refused() =>
        Gen.Byte.Array[0, 30].Sample(bytes => IsSoundOrRefused([1, .. bytes]));

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

        Assert.All(history.Weeks, w => Assert.True(w.Count > 0 && w.Week.Start <= w.First && w.Last < w.Week.End));
        Assert.Equal(history.Weeks.OrderBy(w => w.Week).DistinctBy(w => w.Week), history.Weeks);
    }
}
