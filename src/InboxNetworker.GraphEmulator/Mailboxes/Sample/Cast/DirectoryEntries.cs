namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>The directory and the owner's contacts, the most written-to first in relevance.</summary>
internal static class DirectoryEntries
{
    /// <summary>Kept in no address book, so that only the name tells that two addresses are one person.</summary>
    private const string Unlisted = "Milo Aschenbrandt";

    public static IReadOnlyList<DirectoryPerson> From(IReadOnlyList<Message> messages)
    {
        var counts = new Dictionary<string, int>();
        foreach (var message in messages)
        {
            foreach (var each in message.To.Append(message.From))
            {
                if (each is not null)
                {
                    counts[each.Address] = counts.GetValueOrDefault(each.Address) + 1;
                }
            }
        }

        return
        [
            .. Cast.Colleagues.Select(each => new DirectoryPerson(
                each.Name, each.Addresses, JobTitle: each.Title, Department: each.Department, CompanyName: each.Company,
                AccountEnabled: each.LeftWeeksAgo is null, Relevance: Relevance(each.Addresses))),
            .. Cast.Outsiders.Where(each => each.Name != Unlisted).Select(each => new DirectoryPerson(
                each.Name, [.. each.Addresses.Reverse()], Subclass: "PersonalContact", JobTitle: each.Title, CompanyName: each.Company,
                IsUser: false, Relevance: Relevance(each.Addresses))),
            .. Places.Rooms.Select(room => new DirectoryPerson(room.Name, [room.Address], "Room", "Room", IsUser: false, Relevance: Relevance([room.Address]))),
            .. Places.Lists.Select(list => new DirectoryPerson(
                list.Name, [list.Address], "Group", list == Places.CommunicationsTeam || list == Places.RelaunchTeam ? "UnifiedGroup" : "PublicDistributionList",
                IsUser: false, Relevance: Relevance([list.Address]))),
        ];

        double Relevance(IReadOnlyList<string> addresses) => 1 + addresses.Sum(address => counts.GetValueOrDefault(address));
    }
}
