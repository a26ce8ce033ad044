using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class PeopleTests
{
    private static readonly IReadOnlyList<DirectoryPerson> Everyone =
    [
        new("Ida Holm", ["ida.holm@northwind.example"], JobTitle: "Counsel", Department: "Legal", CompanyName: "Northwind", Relevance: 5),
        new("Jon Berg", ["jon.berg@fabrikam.example", "jon@berg.example"], Subclass: "PersonalContact", IsUser: false, Relevance: 9),
        new("Room 4", ["room4@northwind.example"], Class: "Room", Subclass: "Room", IsUser: false, Relevance: 1),
        new("Old Hand", ["old.hand@northwind.example"], AccountEnabled: false, Relevance: 2),
        new("Mara Lind", ["mara.lind@northwind.example"], Relevance: 100),
    ];

    [Fact]
    public async Task The_owner_tells_all_addresses_when_asked()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var me = await emulator.Sdk.Me.GetAsync(r => r.QueryParameters.Select = ["displayName", "mail", "userPrincipalName", "otherMails", "proxyAddresses", "department"], EmulatorClient.Cancel);
        var plain = await emulator.GetJsonAsync("me");

        Assert.Equal(("Mara Lind", "mara.lind@northwind.example", "mara.lind@northwind.example", "Sales"), (me!.DisplayName, me.Mail, me.UserPrincipalName, me.Department));
        Assert.Equal(["m.lind@northwind.example"], me.OtherMails);
        Assert.Equal(["SMTP:mara.lind@northwind.example", "smtp:m.lind@northwind.example"], me.ProxyAddresses);
        Assert.True(Guid.TryParse(me.Id, out _));
        Assert.False(plain.ContainsKey("department"));
        Assert.False(plain.ContainsKey("proxyAddresses"));
        Assert.Equal("Account Manager", plain["jobTitle"]!.GetValue<string>());
    }

    [Fact]
    public async Task People_come_by_relevance_without_the_owner()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: Everyone));

        var people = (await emulator.Sdk.Me.People.GetAsync(cancellationToken: EmulatorClient.Cancel))!.Value!;

        Assert.Equal(["Jon Berg", "Ida Holm", "Old Hand", "Room 4"], people.Select(p => p.DisplayName));
        Assert.Equal(["jon.berg@fabrikam.example", "jon@berg.example"], people[0].ScoredEmailAddresses!.Select(a => a.Address));
        Assert.Equal(("Person", "PersonalContact"), (people[0].PersonType!.Class, people[0].PersonType!.Subclass));
        Assert.Equal(("Legal", "Counsel", "Northwind"), (people[1].Department, people[1].JobTitle, people[1].CompanyName));
        Assert.Equal("Room", people[3].PersonType!.Class);
    }

    [Fact]
    public async Task People_come_in_pages()
    {
        var many = Enumerable.Range(0, 25).Select(i => new DirectoryPerson($"P {i}", [$"p{i}@x.example"], IsUser: false, Relevance: i)).ToList();
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: many));

        var first = await emulator.Sdk.Me.People.GetAsync(r => r.QueryParameters.Select = ["displayName"], EmulatorClient.Cancel);
        var names = new List<string>();
        await PageIterator<Person, PersonCollectionResponse>.CreatePageIterator(
            emulator.Sdk,
            first!,
            p =>
            {
                names.Add(p.DisplayName!);
                return true;
            }).IterateAsync(EmulatorClient.Cancel);

        Assert.Equal(10, first!.Value!.Count);
        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(i => $"P {i}"), names);
    }

    [Fact]
    public async Task Users_are_the_directory_with_the_owner_and_without_outsiders()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: Everyone));

        var users = (await emulator.Sdk.Users.GetAsync(r => r.QueryParameters.Select = ["displayName", "accountEnabled", "department"], EmulatorClient.Cancel))!.Value!;

        Assert.Equal(["Ida Holm", "Mara Lind", "Old Hand"], users.Select(u => u.DisplayName));
        Assert.Equal([true, true, false], users.Select(u => u.AccountEnabled!.Value));
    }

    [Fact]
    public async Task Users_come_in_pages_by_token()
    {
        var many = Enumerable.Range(0, 25).Select(i => new DirectoryPerson($"P {i:00}", [$"p{i}@northwind.example"])).ToList();
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: many));

        var first = await emulator.Sdk.Users.GetAsync(r => r.QueryParameters.Top = 10, EmulatorClient.Cancel);
        var ids = new List<string>();
        await PageIterator<User, UserCollectionResponse>.CreatePageIterator(
            emulator.Sdk,
            first!,
            u =>
            {
                ids.Add(u.Id!);
                return true;
            }).IterateAsync(EmulatorClient.Cancel);

        Assert.Equal(26, ids.Distinct().Count());
        Assert.Contains("skiptoken=", first!.OdataNextLink, StringComparison.Ordinal);
        Assert.Equal("Directory_ExpiredPageToken", (await emulator.ErrorAsync("users?$skiptoken=zzz", 400)).Code);
        Assert.Equal("Request_UnsupportedQuery", (await emulator.ErrorAsync("users?$top=1000", 400)).Code);
    }

    [Fact]
    public async Task A_user_is_found_by_id_and_by_name()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: Everyone));

        var byName = await emulator.Sdk.Users["ida.holm@northwind.example"].GetAsync(cancellationToken: EmulatorClient.Cancel);
        var byId = await emulator.Sdk.Users[byName!.Id!].GetAsync(cancellationToken: EmulatorClient.Cancel);
        var missing = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Users["jon.berg@fabrikam.example"].GetAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal(("Ida", "Holm"), (byId!.GivenName, byId.Surname));
        Assert.Null(byId.Department);
        Assert.Equal((404, "Request_ResourceNotFound"), (missing.ResponseStatusCode, missing.Error!.Code));
    }
}
