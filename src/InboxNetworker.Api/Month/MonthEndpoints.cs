using System.Globalization;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Month;

/// <summary>A look back, quiet: whom the owner came back to in a month, and who answered. No streaks, no points, nothing to reach.</summary>
internal static class MonthEndpoints
{
    public static void MapMonth(this WebApplication app) =>
        app.MapGet("/api/month", GetAsync).WithTags("Month").WithName("GetMonth").WithSummary("The silences that ended in a month, learned from what was read: whom the owner wrote or met again, and who answered.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <param name="month">As 2024-06, in UTC; null for this one.</param>
    private static async Task<Results<Ok<MonthView>, ProblemHttpResult>> GetAsync(
        NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation, string? month = null)
    {
        var now = time.GetUtcNow();
        var from = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        if (month is not null)
        {
            if (!DateTimeOffset.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out from) || from > now || from.Year < 1970)
            {
                return Problems.BadParameter(nameof(month), "a month that has begun, as 2024-06");
            }
        }

        var to = from.AddMonths(1);
        var people = await db.RelationshipsAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        var again = people.Where(p => p.Noise is null)
            .Select(p => (p.Person, Reconnection: Reconnection.Of(p.History, from, to, now)))
            .Where(p => p.Reconnection is not null)
            .OrderByDescending(p => p.Reconnection!.At).ThenBy(p => p.Person.Id)
            .Select(p => new ReconnectedView(ContactId.Of(p.Person.Id), p.Person.Name, p.Person.Address.Value, p.Reconnection!.At, p.Reconnection.Answered, p.Reconnection.Met))
            .ToList();
        return TypedResults.Ok(new MonthView(Name(from), Name(from.AddMonths(-1)), to <= now ? Name(to) : null, again.Count, again.Count(p => p.Answered), again.Count(p => p.Met), again));
    }

    private static string Name(DateTimeOffset month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <param name="Month">As 2024-06, in UTC.</param>
/// <param name="Before">The month before.</param>
/// <param name="After">The month after; null where it has not begun.</param>
/// <param name="Reconnected">People who had gone quiet, and whom the owner wrote or met again.</param>
/// <param name="Answered">Of these, who wrote after the owner had.</param>
/// <param name="Met">Of these, whom the owner met.</param>
/// <param name="People">The last one first.</param>
public sealed record MonthView(string Month, string Before, string? After, int Reconnected, int Answered, int Met, IReadOnlyList<ReconnectedView> People);

/// <param name="At">When the owner wrote or met them again.</param>
public sealed record ReconnectedView(string ContactId, string Name, string Address, DateTimeOffset At, bool Answered, bool Met);
