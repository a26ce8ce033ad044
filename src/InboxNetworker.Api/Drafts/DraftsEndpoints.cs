namespace InboxNetworker.Api.Drafts;

internal static class DraftsEndpoints
{
    public static void AddDrafts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiquidTemplates>();
        builder.AddWriter();
    }

    public static void MapDrafts(this WebApplication app)
    {
        var contact = app.MapGroup("/api/contacts/{id}").WithTags("Drafts").ProducesProblem(StatusCodes.Status404NotFound);
        contact.MapComposing();
        contact.MapSaving();
        app.MapTemplates();
    }
}
