using System.Globalization;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace InboxNetworker.Graph;

/// <summary>One try of one request: a value, or what the SDK threw, as values. Anything else it throws is a bug and goes through.</summary>
/// <param name="Status">Of the failure; 0 when the answer broke off, made no sense or never came.</param>
/// <param name="RetryAfter">How long the service asked to wait.</param>
internal readonly record struct GraphAttempt<T>(T? Value, int Status, string Code, TimeSpan? RetryAfter)
    where T : class
{
    public static async Task<GraphAttempt<T>> MakeAsync(Func<Task<T?>> request, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await request().ConfigureAwait(false) is { } value ? new(value, 200, "OK", null) : Broken("EmptyAnswer");
        }
        catch (ODataError error)
        {
            return new(null, error.ResponseStatusCode, error.Error?.Code ?? error.ResponseStatusCode.ToString(CultureInfo.InvariantCulture), RetryAfterOf(error, time));
        }
        catch (ApiException error)
        {
            return error.ResponseStatusCode < 400
                ? Broken("UnreadableAnswer")
                : new(null, error.ResponseStatusCode, error.ResponseStatusCode.ToString(CultureInfo.InvariantCulture), RetryAfterOf(error, time));
        }
        catch (AuthenticationFailedException error)
        {
            return new(null, 401, SignInProblem.CodeOf(error), null);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            return Broken(error.GetType().Name);
        }
        catch (UriFormatException)
        {
            return new(null, 421, "UnusableLink", null);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Broken("TimedOut");
        }
    }

    private static GraphAttempt<T> Broken(string code) => new(null, 0, code, null);

    /// <summary>Whole seconds, seconds with a fraction (<c>2.128</c> occurs), or a date.</summary>
    private static TimeSpan? RetryAfterOf(ApiException error, TimeProvider time)
    {
        var text = error.ResponseHeaders?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromHours(1).TotalSeconds));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > time.GetUtcNow()
            ? date - time.GetUtcNow()
            : null;
    }
}
