using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Batch;

/// <summary>Several requests in one. The answer to the envelope says nothing of theirs.</summary>
internal static class BatchEndpoint
{
    /// <summary>As many as one application may have under way at a mailbox: alone, a batch does not throttle itself.</summary>
    private const int AtOnce = 4;

    public static void MapBatch(this IEndpointRouteBuilder root) => root.MapPost("/$batch", Run);

    private static async Task<IResult> Run(HttpContext http, InnerRequests inner)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null)
        {
            return error!;
        }

        if (!BatchStep.TryReadAll(body.Content, out var steps, out error))
        {
            return error;
        }

        var answers = await AnswerAsync(http, inner, steps);

        // The service promises no order, and a client that counts on one should learn it here.
        var shuffled = answers.Select((answer, i) => (answer, place: new FaultDraw(answers.Length, i).Roll(0))).OrderBy(a => a.place).Select(a => a.answer).ToList();
        return new GraphJson(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("responses");
            shuffled.ForEach(a => a.Write(json));
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static async Task<BatchAnswer[]> AnswerAsync(HttpContext http, InnerRequests inner, List<BatchStep> steps)
    {
        using var free = new SemaphoreSlim(AtOnce);
        var answers = steps.ToDictionary(s => s.Id, _ => new TaskCompletionSource<BatchAnswer>(TaskCreationOptions.RunContinuationsAsynchronously), StringComparer.OrdinalIgnoreCase);
        await Task.WhenAll(steps.Select(AnswerOneAsync));
        return await Task.WhenAll(steps.Select(s => answers[s.Id].Task));

        async Task AnswerOneAsync(BatchStep step)
        {
            var answer = answers[step.Id];
            try
            {
                var before = await Task.WhenAll(step.DependsOn.Select(d => answers[d].Task));
                await free.WaitAsync(http.RequestAborted);
                try
                {
                    var refusal = before.All(b => b.Succeeded) ? null : new GraphError(424, "FailedDependency", "A request this one depends on failed.");
                    answer.SetResult(await inner.SendAsync(http, step, refusal));
                }
                finally
                {
                    free.Release();
                }
            }
            catch (Exception failure)
            {
                // Whoever depends on it must not wait for ever.
                answer.TrySetException(failure);
                throw;
            }
        }
    }
}
