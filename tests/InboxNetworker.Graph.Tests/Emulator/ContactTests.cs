using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Sample = InboxNetworker.GraphEmulator.Mailboxes.Sample.SampleMailbox;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class ContactTests
{
    private static readonly IReadOnlyList<DirectoryPerson> Everyone =
    [
        new("Jon van Berg", ["jon@a.example", "jon@b.example", "jon@c.example", "jon@d.example"], Subclass: "PersonalContact", JobTitle: "Editor", CompanyName: "Fabrikam", IsUser: false, Relevance: 9),
        new("Ada Quist", ["ada@quist.example"], Subclass: "PersonalContact", CompanyName: "Quist", IsUser: false),
        new("only@seen.example", ["only@seen.example"], Subclass: "PersonalContact", IsUser: false),
        new("Ida Holm", ["ida.holm@northwind.example"], JobTitle: "Counsel"),
        new("Room 4", ["room4@northwind.example"], "Room", "Room", IsUser: false),
        new("Everybody", ["all@northwind.example"], "Group", "UnifiedGroup", IsUser: false),
    ];

    [Fact]
    public async Task The_address_book_holds_the_outsiders_somebody_wrote_a_card_for()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: Everyone));

        var contacts = (await emulator.Sdk.Me.Contacts.GetAsync(cancellationToken: EmulatorClient.Cancel))!.Value!;

        Assert.Equal(["Ada Quist", "Jon van Berg"], contacts.Select(c => c.DisplayName));
        Assert.Equal(["jon@a.example", "jon@b.example", "jon@c.example"], contacts[1].EmailAddresses!.Select(a => a.Address));
        Assert.Equal(("Jon", "Berg", "Berg, Jon van"), (contacts[1].GivenName, contacts[1].Surname, contacts[1].FileAs));
        Assert.Equal(("Editor", "Fabrikam"), (contacts[1].JobTitle, contacts[1].CompanyName));
    }

    [Fact]
    public async Task A_card_is_found_by_its_id_and_nothing_else_is()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1), people: Everyone));
        var contacts = (await emulator.Sdk.Me.Contacts.GetAsync(cancellationToken: EmulatorClient.Cancel))!.Value!;

        var found = await emulator.GetJsonAsync($"me/contacts/{contacts[0].Id}?$select=displayName");

        Assert.Equal(["@odata.context", "@odata.etag", "id", "displayName"], found.Select(p => p.Key));
        Assert.Equal("Ada Quist", found["displayName"]!.GetValue<string>());
        Assert.Equal("ErrorItemNotFound", (await emulator.ErrorAsync("me/contacts/" + emulator.Host.Control.MessageIds("inbox")[0], 404)).Code);
        Assert.Equal("ErrorInvalidIdMalformed", (await emulator.ErrorAsync("me/contacts/ada", 400)).Code);
    }

    [Fact]
    public async Task Cards_come_in_pages()
    {
        var many = Enumerable.Range(0, 23).Select(i => new DirectoryPerson($"P {i:00}", [$"p{i}@x.example"], Subclass: "PersonalContact", CompanyName: "X", IsUser: false)).ToList();
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: many));

        var first = await emulator.Sdk.Me.Contacts.GetAsync(cancellationToken: EmulatorClient.Cancel);
        var names = new List<string>();
        await PageIterator<Contact, ContactCollectionResponse>.CreatePageIterator(
            emulator.Sdk,
            first!,
            c =>
            {
                names.Add(c.DisplayName!);
                return true;
            }).IterateAsync(EmulatorClient.Cancel);

        Assert.Equal(10, first!.Value!.Count);
        Assert.Equal(Enumerable.Range(0, 23).Select(i => $"P {i:00}"), names);
    }

    [Fact]
    public async Task The_sample_has_cards_with_several_addresses_and_rooms_and_groups_among_the_people()
    {
        await using var emulator = await EmulatorClient.StartAsync(Sample.Create(SmallMailbox.Now));

        var contacts = (await emulator.Sdk.Me.Contacts.GetAsync(r => r.QueryParameters.Top = 1000, EmulatorClient.Cancel))!.Value!;
        var people = (await emulator.Sdk.Me.People.GetAsync(r => r.QueryParameters.Top = 1000, EmulatorClient.Cancel))!.Value!;

        Assert.Contains(contacts, c => c.EmailAddresses!.Count > 1);
        Assert.Contains(people, p => p.PersonType is { Class: "Room", Subclass: "Room" });
        Assert.Contains(people, p => p.PersonType is { Class: "Group", Subclass: "UnifiedGroup" });
        Assert.Contains(people, p => p.PersonType is { Class: "Group", Subclass: "PublicDistributionList" });
    }

    [Fact]
    public async Task The_mailbox_tells_its_zone_and_working_hours()
    {
        await using var emulator = await EmulatorClient.StartAsync(Sample.Create(SmallMailbox.Now));

        var settings = (await emulator.Sdk.Me.MailboxSettings.GetAsync(cancellationToken: EmulatorClient.Cancel))!;

        Assert.Equal(("W. Europe Standard Time", "en-US"), (settings.TimeZone, settings.Language!.Locale));
        Assert.Equal((new TimeOnly(8, 0), new TimeOnly(17, 0)), (TimeOnly.FromTimeSpan(settings.WorkingHours!.StartTime!.Value.DateTime.TimeOfDay), TimeOnly.FromTimeSpan(settings.WorkingHours.EndTime!.Value.DateTime.TimeOfDay)));
        Assert.Equal((5, "W. Europe Standard Time"), (settings.WorkingHours.DaysOfWeek!.Count, settings.WorkingHours.TimeZone!.Name));
    }

    [Theory]
    [InlineData("me/photo", "ImageNotFound")]
    [InlineData("me/photo/$value", "ImageNotFound")]
    [InlineData("users/ida.holm@northwind.example/photo/$value", "ImageNotFound")]
    [InlineData("users('ida.holm@northwind.example')/photo", "ImageNotFound")]
    [InlineData("users/nobody@northwind.example/photo/$value", "Request_ResourceNotFound")]
    [InlineData("me/manager", "Request_ResourceNotFound")]
    [InlineData("users/ida.holm@northwind.example/manager", "Request_ResourceNotFound")]
    public async Task Nobody_has_a_photo_or_a_manager(string path, string code)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(people: Everyone));

        Assert.Equal(code, (await emulator.ErrorAsync(path, 404)).Code);
    }

    [Fact]
    public async Task A_card_has_no_photo()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1), people: Everyone));
        var card = (await emulator.Sdk.Me.Contacts.GetAsync(cancellationToken: EmulatorClient.Cancel))!.Value![0].Id;

        Assert.Equal("ImageNotFound", (await emulator.ErrorAsync($"me/contacts/{card}/photo/$value", 404)).Code);
        Assert.Equal("ImageNotFound", (await emulator.ErrorAsync($"me/contacts/{card}/photo", 404)).Code);
        Assert.Equal("ErrorItemNotFound", (await emulator.ErrorAsync($"me/contacts/{emulator.Host.Control.MessageIds("inbox")[0]}/photo", 404)).Code);
    }

    [Fact]
    public async Task The_sdk_reads_a_missing_photo_as_an_error_of_the_service()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var missing = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Photo.Content.GetAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal((404, "ImageNotFound"), (missing.ResponseStatusCode, missing.Error!.Code));
    }
}
