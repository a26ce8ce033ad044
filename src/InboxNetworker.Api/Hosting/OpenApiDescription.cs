using Microsoft.AspNetCore.OpenApi;
using Scalar.AspNetCore;

namespace InboxNetworker.Api.Hosting;

internal static class OpenApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "InboxNetworker";
            document.Info.Version = "v1";
            document.Info.Description = "Who to reconnect with, why, and a follow-up draft. Read from mail and calendar metadata; never from a body.";
            document.Servers?.Clear(); // the address differs from start to start
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Of what the product sends and takes, every property is always there, null or not.
            if (schema.Properties is { } properties && context.JsonTypeInfo.Type.Assembly == typeof(OpenApiDescription).Assembly)
            {
                schema.Required = properties.Keys.ToHashSet(StringComparer.Ordinal);
            }

            return Task.CompletedTask;
        });
    }

    public static void MapDescriptions(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/scalar", options => options.DefaultFonts = false).AllowAnonymous(); // the others come from a server elsewhere
    }
}
