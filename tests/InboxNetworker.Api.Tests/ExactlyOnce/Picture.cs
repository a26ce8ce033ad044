using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>What the digest is made of, as text, to see where two stores differ.</summary>
internal static class Picture
{
    public static Task<string> OfAsync(Reader reader) => reader.InStoreAsync(async db =>
    {
        var addresses = await db.Addresses.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var names = addresses.ToDictionary(a => a.Id, a => a.Value);
        var lines = (await db.Items.AsNoTracking().Where(i => i.Key != 0).ToListAsync(TestContext.Current.CancellationToken)).DistinctBy(i => i.Key)
            .Select(i => (Item: i, With: Counterparts.Read(i.Counterparts)))
            .SelectMany(i => i.With.Addresses, (i, address) => $"{i.Item.At:yyyy-MM-dd HH:mm:ss} {i.With.Channel} {i.With.Direction} {names[address]} {i.Item.Key:x}")
            .Concat(addresses.Select(a => string.Join(
                ' ',
                a.Value,
                string.Join('+', addresses.Where(b => b.ContactId == a.ContactId).Select(b => b.Value).Order()),
                Convert.ToHexString(a.History), a.Kind, a.Name, a.MeetingName, a.DirectoryName, a.Department, a.Company, a.LastSubject, a.LastMeeting, a.NextMeeting, a.NextMeetingAt, a.History.ToHistory().Weeks.Length)))
            .Order(StringComparer.Ordinal);
        return string.Join('\n', lines);
    });

    public static string Difference(string expected, string actual)
    {
        var (a, b) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join('\n', a.Except(b).Select(line => $"  missing: {line}").Concat(b.Except(a).Select(line => $"  too much: {line}")));
    }
}
