using System.Diagnostics;
using Azure.Core;
using InboxNetworker.Core.Interactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Me.MailFolders.Item.Messages.Delta;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using EmailAddress = InboxNetworker.Core.Interactions.EmailAddress;
using Participant = InboxNetworker.Core.Interactions.Participant;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>
/// The plain way to do it: the SDK's models, its <c>PageIterator</c>, and per page EF Core's <c>AddRange</c> and <c>SaveChanges</c>. The same
/// request, the same rules for what counts; only mail, and nothing is made of it.
/// </summary>
internal sealed class PlainReading(GraphServiceClient client, PlainStore store, int most)
{
    private const string Prefer = "IdType=\"ImmutableId\"";

    private static readonly string[] Properties = ["from", "toRecipients", "ccRecipients", "bccRecipients", "subject", "sentDateTime", "receivedDateTime", "isDraft"];

    private readonly HashSet<long> _seen = [];
    private readonly Dictionary<EmailAddress, PlainAddress> _addresses = [];
    private readonly List<Message> _page = [];
    private OwnAddresses? _own;

    /// <param name="most">Stops after this many messages.</param>
    /// <returns>Messages a second.</returns>
    public static async Task<double> MeasureAsync(Uri emulator, string file, int most)
    {
        using var client = Connect(emulator);
        await using var store = new PlainStore(file);
        await store.Database.EnsureCreatedAsync();
        var clock = Stopwatch.StartNew();
        var read = await new PlainReading(client, store, most).ReadAsync();
        return read / clock.Elapsed.TotalSeconds;
    }

    public static GraphServiceClient Connect(Uri emulator) => new(
        GraphClientFactory.Create(),
        new AzureIdentityAuthenticationProvider(new AnyToken(), [emulator.Host], null, true, "any/.default"),
        new Uri(emulator, "v1.0").ToString());

    public static void FirstRequest(RequestConfiguration<DeltaRequestBuilder.DeltaRequestBuilderGetQueryParameters> request)
    {
        request.Headers.Add("Prefer", Prefer, $"odata.maxpagesize={ProductReading.PageSize}");
        request.QueryParameters.Select = Properties;
        request.QueryParameters.Orderby = ["receivedDateTime desc"];
    }

    public static RequestInformation NextRequest(RequestInformation request)
    {
        request.Headers.Add("Prefer", Prefer, $"odata.maxpagesize={ProductReading.PageSize}");
        return request;
    }

    private async Task<int> ReadAsync()
    {
        var me = await client.Me.GetAsync(r => r.QueryParameters.Select = ["mail", "otherMails"]);
        _own = new OwnAddresses(((string?[])[me!.Mail, .. me.OtherMails ?? []]).Select(Parsed).OfType<EmailAddress>());
        var number = 0;
        foreach (var folder in new[] { await client.Me.MailFolders["sentitems"].GetAsync(), await client.Me.MailFolders["inbox"].GetAsync() })
        {
            if (_seen.Count < most)
            {
                await ReadFolderAsync(folder!.Id!, ++number);
            }
        }

        return _seen.Count;
    }

    private async Task ReadFolderAsync(string folder, int number)
    {
        var first = await client.Me.MailFolders[folder].Messages.Delta.GetAsDeltaGetResponseAsync(FirstRequest);
        var pages = PageIterator<Message, DeltaGetResponse>.CreatePageIterator(
            client,
            first!,
            async message =>
            {
                _page.Add(message);
                if (_page.Count >= ProductReading.PageSize)
                {
                    await SaveAsync(number);
                }

                return _seen.Count < most;
            },
            NextRequest);
        await pages.IterateAsync();
        await SaveAsync(number);
    }

    private async Task SaveAsync(int folder)
    {
        var messages = new List<PlainMessage>(_page.Count);
        var interactions = new List<Interaction>();
        foreach (var message in _page)
        {
            var id = ItemId.Of(message.Id!).Value;
            if (_seen.Add(id))
            {
                var before = interactions.Count;
                Extraction.FromMail(ToItem(message, folder == 1), _own!, interactions);
                messages.Add(new PlainMessage { FolderId = folder, ItemId = id, Key = interactions.Count > before ? interactions[before].Source.Value : 0 });
            }
        }

        store.AddRange(messages);
        var missing = interactions.Select(i => i.Counterpart).Distinct().Where(a => !_addresses.ContainsKey(a)).ToDictionary(a => a, a => new PlainAddress { Value = a.Value });
        store.AddRange(missing.Values);
        if (missing.Count > 0)
        {
            await store.SaveChangesAsync();
        }

        foreach (var (address, row) in missing)
        {
            _addresses[address] = row;
        }

        store.AddRange(interactions.Select(i => new PlainInteraction
        {
            AddressId = _addresses[i.Counterpart].Id,
            SourceKey = i.Source.Value,
            At = i.At.ToUnixTimeSeconds(),
            Channel = i.Channel,
            Direction = i.Direction,
        }));
        await store.SaveChangesAsync();
        store.ChangeTracker.Clear();
        _page.Clear();
    }

    public static MailItem ToItem(Message message, bool sent) => new(
        ToParticipant(message.From),
        [.. (message.ToRecipients ?? []).Select(ToParticipant).OfType<Participant>()],
        [.. (message.CcRecipients ?? []).Select(ToParticipant).OfType<Participant>()],
        message.Subject,
        message.SentDateTime is { } at && at < message.ReceivedDateTime ? at : message.ReceivedDateTime ?? default,
        (message.ToRecipients?.Count ?? 0) + (message.CcRecipients?.Count ?? 0) + (message.BccRecipients?.Count ?? 0),
        message.IsDraft ?? false,
        message is EventMessage,
        sent);

    private static Participant? ToParticipant(Recipient? recipient) =>
        Parsed(recipient?.EmailAddress?.Address) is { } address ? new Participant(address, recipient!.EmailAddress!.Name) : null;

    private static EmailAddress? Parsed(string? text) => EmailAddress.TryParse(text, out var address) ? address : null;

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("benchmark", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
