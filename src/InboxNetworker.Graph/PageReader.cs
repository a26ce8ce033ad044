using System.Text.Json;

namespace InboxNetworker.Graph;

/// <summary>
/// A page of a list straight from the bytes of the answer, in one pass: the SDK's own models cost some thirty times as much. The tests hold the
/// two together.
/// </summary>
internal abstract class PageReader<TItem>
{
    private int _usual;

    /// <returns>Null for an answer without a list.</returns>
    /// <exception cref="JsonException">The answer breaks off, or is no page.</exception>
    protected (List<TItem> Items, string? NextLink, string? DeltaLink)? Page(ReadOnlySpan<byte> answer)
    {
        try
        {
            return Once(answer);
        }
        catch (InvalidOperationException error)
        {
            // A text that cannot be read. Looked at only here, because nothing is to go over a page twice that can be.
            return Once(ReadableText.Of(answer) ?? throw new JsonException("A text cannot be read.", error));
        }
    }

    /// <summary>A page begins, perhaps for a second time.</summary>
    protected virtual void Begin()
    {
    }

    /// <param name="json">At the beginning of an item; to be left at its end.</param>
    protected abstract void Item(ref Utf8JsonReader json, ReadOnlySpan<byte> answer, List<TItem> into);

    private (List<TItem> Items, string? NextLink, string? DeltaLink)? Once(ReadOnlySpan<byte> answer)
    {
        Begin();
        (List<TItem>? items, string? next, string? delta) = (null, null, null);
        var json = new Utf8JsonReader(answer);
        Demand(json.Read() && json.TokenType == JsonTokenType.StartObject);
        while (json.NextProperty())
        {
            if (json.ValueTextEquals("@odata.nextLink"u8))
            {
                next = json.Text();
            }
            else if (json.ValueTextEquals("@odata.deltaLink"u8))
            {
                delta = json.Text();
            }
            else if (json.ValueTextEquals("value"u8) && json.Given(JsonTokenType.StartArray))
            {
                items = new(_usual);
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    Item(ref json, answer, items);
                }
            }
            else
            {
                json.Skip();
            }
        }

        _usual = items?.Count ?? _usual;
        Demand(!json.Read()); // throws for what breaks off, and for what follows
        return items is null ? null : (items, next, delta);
    }

    private static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new JsonException("Not what a page is made of.");
        }
    }
}
