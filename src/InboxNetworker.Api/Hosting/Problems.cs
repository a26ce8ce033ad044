using System.Text.Json;
using System.Text.Json.Serialization;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Diagnostics;
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
            context.ProblemDetails.Extensions.Remove("traceId");
            if (context.Exception is BadHttpRequestException || context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException)
            {
                context.ProblemDetails.Title = "The request cannot be understood";
                context.ProblemDetails.Detail = "A parameter or the body is not of the form this address takes; /scalar describes it.";
            }
        });
        builder.Services.AddOpenApi(OpenApiDescription.Configure);
    }

    public static void UseProblemDetails(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
    }

    public static ProblemHttpResult NoSuchContact() => TypedResults.Problem(
        title: "There is no such person here",
        detail: "The list may have changed since it was shown; read it again.",
        statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult BadParameter(string name, string takes) => TypedResults.Problem(
        title: $"The parameter {name} cannot be used",
        detail: $"It takes {takes}.",
        statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult From(GraphProblem problem) => TypedResults.Problem(
        title: problem.Title,
        detail: problem.Detail,
        statusCode: problem.Kind switch
        {
            GraphProblemKind.SignIn => StatusCodes.Status401Unauthorized,
            GraphProblemKind.Permission => StatusCodes.Status403Forbidden,
            GraphProblemKind.NotFound => StatusCodes.Status404NotFound,
            GraphProblemKind.Unavailable or GraphProblemKind.SyncStateLost => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status502BadGateway,
        });
}
