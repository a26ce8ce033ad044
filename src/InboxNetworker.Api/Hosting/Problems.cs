using System.Text.Json;
using System.Text.Json.Serialization;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Hosting;

/// <summary>Every error reaches a client as problem+json with a title a person can act on; no exception's text does.</summary>
internal static class Problems
{
    public static void AddDescriptions(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            problem.Extensions.Remove("traceId");
            if (StoreTrouble.In(context.Exception) is { } failure)
            {
                (problem.Title, problem.Detail) = (StoreTrouble.Explain(failure).Title, StoreTrouble.Explain(failure).Detail);
            }
            else if (problem.Detail is null && Unsaid(problem.Status) is var (title, detail))
            {
                (problem.Title, problem.Detail) = (title, detail);
            }
        });
        builder.Services.AddOpenApi(OpenApiDescription.Configure);
    }

    public static void UseProblemDetails(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode
                : StoreTrouble.In(error) is not null ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
    }

    /// <summary>For what the framework refuses by itself, without a word a person could act on.</summary>
    private static (string Title, string Detail)? Unsaid(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => ("The request cannot be understood", "A parameter or the body is not of the form this address takes; /scalar describes it."),
        StatusCodes.Status401Unauthorized => ("You are not signed in", "Open InboxNetworker in Outlook and sign in there."),
        StatusCodes.Status403Forbidden => ("This sign-in is not for InboxNetworker's own scope", "Open InboxNetworker in Outlook; it asks for the right one by itself."),
        StatusCodes.Status404NotFound => ("There is nothing at this address", "See that it is spelt right; /scalar lists every address."),
        StatusCodes.Status405MethodNotAllowed => ("This address does not take that method", "/scalar says which one it takes."),
        StatusCodes.Status413PayloadTooLarge => ("The body is too large", $"It takes at most {BodyLimit.MaxBytes / 1024} KB."),
        StatusCodes.Status414UriTooLong => ("The address is too long", $"It takes at most {RequestLimits.MaxTarget} characters."),
        StatusCodes.Status415UnsupportedMediaType => ("The body is not JSON", "Send it with the content type application/json."),
        StatusCodes.Status500InternalServerError => ("Something went wrong here", "Nothing was lost. Try again; if it happens again, the program's log says when."),
        _ => null,
    };

    public static ProblemHttpResult NoSuchContact() => TypedResults.Problem(
        title: "There is no such person here",
        detail: "The list may have changed since it was shown; read it again.",
        statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult NotReadYet() => TypedResults.Problem(
        title: "The mailbox has not been opened yet",
        detail: "Wait a moment until reading has begun, then try again.",
        statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult BadParameter(string name, string takes) => TypedResults.Problem(
        title: $"The parameter {name} cannot be used",
        detail: $"It takes {takes}.",
        statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult From(GraphProblem problem) => TypedResults.Problem(
        title: problem.Title,
        detail: problem.Detail,
        extensions: new Dictionary<string, object?> { ["permission"] = problem.Permission, ["claims"] = problem.Claims }.Where(e => e.Value is not null),
        statusCode: problem.Kind switch
        {
            GraphProblemKind.SignIn => StatusCodes.Status401Unauthorized,
            GraphProblemKind.Permission => StatusCodes.Status403Forbidden,
            GraphProblemKind.NotFound => StatusCodes.Status404NotFound,
            GraphProblemKind.Unavailable or GraphProblemKind.SyncStateLost => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status502BadGateway,
        });
}
