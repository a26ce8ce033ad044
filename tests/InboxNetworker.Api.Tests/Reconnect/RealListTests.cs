using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.Api.Tests.Reconnect;

/// <summary>The list as a whole, on the sample mailbox, whose truth is known, and on real mailboxes.</summary>
public sealed class RealListTests
{
    [Fact]
    public async Task The_samples_list_holds_people_who_went_quiet_and_nothing_else()
    {
        var truth = SampleMailbox.Truth(RunningApi.Now);
        var noise = truth.Noise.Select(n => n.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var people = truth.Persons.SelectMany(p => p.Addresses).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await using var api = await RunningApi.StartAsync();
        await api.WaitForReadingAsync();

        var listed = (await api.GetAsync("/api/reconnect?limit=100")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("address").GetString()!).ToList();

        Assert.True(listed.Count >= 10);
        Assert.All(listed, address => Assert.Contains(address, people));
        Assert.All(listed, address => Assert.DoesNotContain(address, noise));
        Assert.DoesNotContain(listed, address => SampleMailbox.Create(RunningApi.Now).Owner is var owner && (owner.Mail == address || owner.OtherAddresses.Contains(address)));
    }

    [Fact]
    public async Task Of_the_samples_relationships_that_went_quiet_most_are_listed()
    {
        var quiet = SampleMailbox.Truth(RunningApi.Now).Quiet.Select(r => r.Person.Addresses[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await using var api = await RunningApi.StartAsync();
        await api.WaitForReadingAsync();

        var listed = (await api.GetAsync("/api/reconnect?limit=100")).GetProperty("items").EnumerateArray()
            .SelectMany(i => i.GetProperty("addresses").EnumerateArray()).Select(a => a.GetString()!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // A yearly rhythm is not silence, and whoever wrote three times is no relationship yet.
        Assert.InRange(quiet.Count(listed.Contains), quiet.Count - 3, quiet.Count);
    }

    [Fact]
    public async Task What_is_counted_of_every_relationship_is_what_the_sample_holds()
    {
        // At midnight: the sample's mail ends there, and no meeting of the day has begun.
        await using var api = await RunningApi.StartAsync(new DateTimeOffset(RunningApi.Now.Date, TimeSpan.Zero));
        await api.WaitForReadingAsync();

        foreach (var truth in SampleMailbox.Truth(RunningApi.Now).Relationships)
        {
            // One person may stand as two contacts while nothing proves that two addresses are one person's.
            var contacts = new Dictionary<string, JsonElement>();
            foreach (var address in truth.Person.Addresses)
            {
                var contact = (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("contact");
                if (contact.ValueKind == JsonValueKind.Object)
                {
                    contacts[contact.GetProperty("id").GetString()!] = contact.GetProperty("totals");
                }
            }

            int Sum(string what) => contacts.Values.Sum(totals => totals.GetProperty(what).GetInt32());

            Assert.Equal((truth.Person.Name, truth.MailsOut, truth.MailsIn, truth.Meetings), (truth.Person.Name, Sum("sent"), Sum("received"), Sum("meetings")));
        }
    }

    [Theory]
    [InlineData("love-p")]
    [InlineData("lay-k")]
    [InlineData("rogers-b")]
    public async Task A_real_mailboxs_first_ten_wrote_and_were_written_to_before_the_silence(string owner)
    {
        var file = Path.Combine(RealMailboxes.Folder, "enron", owner + ".tsv.gz");
        Assert.SkipUnless(File.Exists(file), "The real mailboxes (../shared/data, or INBOXNETWORKER_DATA) are not here.");
        await using var api = await RunningApi.StartAsync("--mailbox", file, "--as-of", "2001-06-01");
        await api.WaitForReadingAsync();

        var ids = (await api.GetAsync("/api/reconnect?limit=10")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!).ToList();

        Assert.InRange(ids.Count, 3, 10);
        foreach (var id in ids)
        {
            var totals = (await api.GetAsync($"/api/contacts/{id}")).GetProperty("totals");
            Assert.True(totals.GetProperty("sent").GetInt32() > 0 && totals.GetProperty("received").GetInt32() > 0);
        }
    }
}
