using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace InboxNetworker.Graph;

public enum GraphProblemKind
{
    /// <summary>The sign-in is missing or has run out.</summary>
    SignIn,

    /// <summary>A permission is missing.</summary>
    Permission,

    /// <summary>The asked thing does not exist (any more).</summary>
    NotFound,

    /// <summary>The place to go on from is no longer known: begin that folder again.</summary>
    SyncStateLost,

    /// <summary>Too busy, or out of reach: later may do.</summary>
    Unavailable,

    /// <summary>The service did not understand the request.</summary>
    Refused,
}

/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
/// <param name="Code">The service's own word, as <c>ErrorAccessDenied</c>; holds nothing of the mailbox.</param>
public sealed record GraphProblem(GraphProblemKind Kind, string Title, string Detail, string Code);

/// <summary>What came back: a value or a problem.</summary>
public readonly record struct GraphAnswer<T>(T? Value, GraphProblem? Problem)
    where T : class;

internal static class GraphAnswer
{
    /// <summary>Turns what the SDK throws into values; anything else is a bug and goes through.</summary>
    public static async Task<GraphAnswer<T>> AskAsync<T>(Func<Task<T?>> request, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await request().ConfigureAwait(false) is { } value
                ? new(value, null)
                : new(null, Unavailable("EmptyAnswer"));
        }
        catch (ODataError error)
        {
            return new(null, Explain(error.ResponseStatusCode, error.Error?.Code ?? error.ResponseStatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
        catch (ApiException error)
        {
            return new(null, Explain(error.ResponseStatusCode, $"{error.ResponseStatusCode}"));
        }
        catch (AuthenticationFailedException)
        {
            return new(null, Explain(401, "AuthenticationFailed"));
        }
        catch (AggregateException errors) when (errors.InnerExceptions.All(e => e is ApiException))
        {
            // The retries ran out: the SDK collects every try.
            return new(null, Unavailable("TooManyRetries"));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            return new(null, Unavailable(error.GetType().Name));
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, Unavailable("TimedOut"));
        }
    }

    private static GraphProblem Explain(int status, string code) => (status, code) switch
    {
        (410, _) or (_, "SyncStateNotFound" or "SyncStateInvalid" or "resyncRequired" or "syncStateNotFound" or "syncStateInvalid") =>
            new(GraphProblemKind.SyncStateLost, "A folder has to be read again", "This happens by itself; nothing needs doing.", code),
        (401, _) => new(GraphProblemKind.SignIn, "You are signed out", "Sign in again; reading goes on where it stopped.", code),
        (403, _) => new(GraphProblemKind.Permission, "A permission is missing", $"Ask the administrator to allow what the request needs ({code}), then read again.", code),
        (404, _) => new(GraphProblemKind.NotFound, "This is no longer in the mailbox", "Read the mailbox again to bring the list up to date.", code),
        (429 or >= 500, _) => Unavailable(code),
        _ => new(GraphProblemKind.Refused, "Microsoft 365 did not accept the request", $"Try again; if it happens again, report this code: {code}.", code),
    };

    private static GraphProblem Unavailable(string code) =>
        new(GraphProblemKind.Unavailable, "Microsoft 365 cannot be reached right now", "Nothing is lost; reading goes on with the next try.", code);
}
