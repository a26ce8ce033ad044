using System.Buffers;
using System.Text.Json;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;

namespace InboxNetworker.Graph;

/// <summary>
/// Takes the bytes of an answer instead of the SDK's models; everything before that, sign-in included, stays the SDK's. An error
/// of the service is thrown as the SDK throws it.
/// </summary>
internal sealed class RawAnswer : IResponseHandler, IDisposable
{
    /// <summary>Of a thousand messages with as many recipients as a message can have.</summary>
    public const int LongestAnswer = 1 << 28;

    private const int FirstSize = 1 << 20;

    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public Task<ModelType?> HandleResponseAsync<NativeResponseType, ModelType>(
        NativeResponseType response, Dictionary<string, Microsoft.Kiota.Abstractions.Serialization.ParsableFactory<Microsoft.Kiota.Abstractions.Serialization.IParsable>>? errorMappings)
    {
        using var message = (HttpResponseMessage)(object)response!;
        return message.IsSuccessStatusCode ? Task.FromResult<ModelType?>(default) : Task.FromException<ModelType?>(ErrorOf(message));
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
            _bytes = [];
        }
    }

    private async Task TakeAsync(HttpContent content, CancellationToken cancellation)
    {
        _length = 0;
        Grow((int)Math.Min(content.Headers.ContentLength ?? FirstSize, LongestAnswer) + 1);
        var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            int read;
            while ((read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellation).ConfigureAwait(false)) > 0)
            {
                _length += read;
                if (_length > LongestAnswer)
                {
                    throw new IOException("The answer does not end.");
                }

                if (_length == _bytes.Length)
                {
                    Grow(2 * _length);
                }
            }
        }
    }

    private void Grow(int size)
    {
        if (size <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(size);
        Bytes.CopyTo(larger);
        Dispose();
        _bytes = larger;
    }

    private ODataError ErrorOf(HttpResponseMessage message) => new()
    {
        ResponseStatusCode = (int)message.StatusCode,
        ResponseHeaders = message.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase),
        Error = new MainError { Code = CodeIn(Bytes) },
    };

    /// <returns>Null where the answer is none of the service's own, as a gateway's page.</returns>
    private static string? CodeIn(ReadOnlySpan<byte> answer)
    {
        try
        {
            var json = new Utf8JsonReader(answer);
            return JsonDocument.TryParseValue(ref json, out var document) && document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code)
                ? code.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Takes the bytes as they come. The client that waits behind would hold an answer whole first, and copy it.</summary>
    internal sealed class Taking : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (request.GetRequestOption<ResponseHandlerOption>()?.ResponseHandler is RawAnswer raw)
            {
                using var content = answer.Content;
                answer.Content = new ByteArrayContent([]);
                await raw.TakeAsync(content, cancellationToken).ConfigureAwait(false);
            }

            return answer;
        }
    }
}
