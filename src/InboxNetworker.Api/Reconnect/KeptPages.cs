using System.Collections.Concurrent;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Reconnect;

/// <param name="MailboxId">Whose list.</param>
/// <param name="Part">Of the list.</param>
/// <param name="After">As in the request; null for the first page.</param>
/// <param name="Language">In which its sentences are.</param>
internal readonly record struct PageAsked(long MailboxId, int Limit, ListFilter Part, string? After, string Language);

/// <summary>A page of the list, written out.</summary>
/// <param name="Revision">Of the mailbox as it was read from.</param>
internal sealed record WrittenPage(byte[] Json, long Revision);

/// <summary>
/// Pages already written out, each for one state of the store and one moment. Nobody is given one without having asked the store for its
/// revision in the same request, so that none is ever out of date; several who ask at once wait for one answer.
/// </summary>
internal sealed class KeptPages
{
    /// <summary>Of 20 people each page has about 20 KB.</summary>
    private const int Most = 256;

    private readonly ConcurrentDictionary<PageAsked, Kept> _pages = new();

    /// <param name="revision">Of the mailbox, read from the store for this request.</param>
    /// <param name="make">Reads nothing that was read before it is called.</param>
    public async Task<byte[]> GetAsync(PageAsked asked, long revision, DateTimeOffset asOf, Func<Task<WrittenPage>> make, CancellationToken cancellation)
    {
        if (!_pages.TryGetValue(asked, out var page) || page.Revision != revision || page.AsOf != asOf)
        {
            if (_pages.Count >= Most)
            {
                _pages.Clear();
            }

            var made = new Kept(revision, asOf, new Lazy<Task<WrittenPage>>(make));
            page = _pages.AddOrUpdate(asked, made, (_, known) => known.Revision == revision && known.AsOf == asOf ? known : made);
        }

        try
        {
            var written = await page.Written.Value.WaitAsync(cancellation).ConfigureAwait(false);
            if (written.Revision != revision)
            {
                Forget(asked, page);
            }

            return written.Json;
        }
        catch when (page.Written.Value.IsFaulted)
        {
            Forget(asked, page);
            throw;
        }
    }

    private void Forget(PageAsked asked, Kept page) => _pages.TryRemove(new KeyValuePair<PageAsked, Kept>(asked, page));

    private sealed record Kept(long Revision, DateTimeOffset AsOf, Lazy<Task<WrittenPage>> Written);
}
