using System.Globalization;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Tests;

/// <summary>The small things that most tests begin with.</summary>
internal static class Given
{
    /// <summary>A Wednesday, noon.</summary>
    public static readonly DateTimeOffset Now = Time("2024-06-12T12:00:00Z");

    public static readonly OwnAddresses Own = new([Address("me@here.example"), Address("my.alias@here.example")]);

    public static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException($"{text} is no address", nameof(text));

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Participant Somebody(string address, string? name = null) => new(Address(address), name);

    public static IReadOnlyList<Participant> Everybody(params string[] addresses) => [.. addresses.Select(a => Somebody(a))];

    public static Interaction Contact(DateTimeOffset at, Direction direction) =>
        new(default, Address("ana.fox@there.example"), at, direction == Direction.Both ? Channel.Meeting : Channel.Mail, direction);

    /// <summary>An occurrence of a series, or a large meeting.</summary>
    public static Interaction Gathering(DateTimeOffset at) => Contact(at, Direction.Both) with { Channel = Channel.Gathering };

    /// <summary>A mail each way, so many days before <see cref="Now"/>.</summary>
    public static IEnumerable<Interaction> BothWays(params IEnumerable<double> daysAgo) =>
        daysAgo.SelectMany(d => new[] { Contact(Now.AddDays(-d), Direction.Out), Contact(Now.AddDays(-d), Direction.In) });

    public static WeeklyHistory History(params IEnumerable<Interaction> interactions) => WeeklyHistory.Of(interactions);

    public static Relationship With(WeeklyHistory history, string name = "Ana Fox", Topic? subject = null, Topic? meeting = null, Noise? noise = null) =>
        new(new Person(1, name, [Address("ana.fox@there.example")]), history, subject, meeting, noise);

    public static Assessment Assess(params IEnumerable<Interaction> interactions) => RelationshipModel.Assess(With(History(interactions)), Now);
}
