using System.Globalization;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.SignIn.Grants;

namespace InboxNetworker.GraphEmulator.SignIn.Pages;

internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder root)
    {
        root.MapGet("/{tenant}/oauth2/v2.0/authorize", (HttpContext http, string tenant, SignInPages pages) => pages.Begin(http, tenant, name => Value(http.Request.Query[name].ToString())));
        root.MapPost("/{tenant}/oauth2/v2.0/authorize", async (HttpContext http, string tenant, SignInPages pages) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return pages.Begin(http, tenant, name => Value(form[name].ToString()));
        });
        root.MapPost("/{tenant}/login", async (HttpContext http, SignInPages pages) => pages.Chosen(http, await http.Request.ReadFormAsync(http.RequestAborted)));
        root.MapPost("/{tenant}/consent", async (HttpContext http, SignInPages pages) => pages.Decided(http, await http.Request.ReadFormAsync(http.RequestAborted)));
        root.MapGet("/{tenant}/oauth2/v2.0/logout", (HttpContext http, SignInPages pages) => pages.SignOut(http, Value(http.Request.Query["post_logout_redirect_uri"].ToString())));
        root.MapPost("/{tenant}/oauth2/v2.0/devicecode", Device);
        root.MapGet("/devicelogin", (HttpContext http) => EnterCode(Value(http.Request.Query["otc"].ToString())));
        root.MapPost("/devicelogin", async (HttpContext http, DeviceCodes devices, SignInPages pages, TenantDirectory directory) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return devices.TryFind(form["otc"].ToString(), out var device)
                ? pages.BeginDevice(http, device, Value(form["login_hint"].ToString()))
                : Html.Refusal(http, new SignInError(400, "invalid_request", 70018, "Invalid verification code due to user typing in wrong user code for device code flow."), directory);
        });
    }

    private static async Task<IResult> Device(HttpContext http, string tenant, TenantDirectory directory, DeviceCodes devices)
    {
        if (!TenantName.IsKnown(tenant, directory))
        {
            return TenantName.Unknown(tenant);
        }

        if (!http.Request.HasFormContentType)
        {
            return SignInError.Missing("client_id");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Value(form["client_id"].ToString()) is not { } clientId)
        {
            return SignInError.Missing("client_id");
        }

        if (!directory.TryFindApp(clientId, out var app))
        {
            return new SignInError(400, "unauthorized_client", 700016, $"Application with identifier '{clientId}' was not found in the directory '{directory.Options.Name}'.");
        }

        if (!AskedScopes.TryParse(form["scope"], directory, out var asked, out var error))
        {
            return error;
        }

        var device = devices.Issue(app, asked);
        var page = directory.Authority + "devicelogin";
        return Results.Text(
            new JsonObject
            {
                ["user_code"] = device.UserCode,
                ["device_code"] = device.Code,
                ["verification_uri"] = page,
                ["expires_in"] = (long)DeviceCodes.Lifetime.TotalSeconds,
                ["interval"] = (long)directory.Options.DeviceCodeInterval.TotalSeconds,
                ["message"] = string.Create(CultureInfo.InvariantCulture, $"To sign in, use a web browser to open the page {page} and enter the code {device.UserCode} to authenticate."),
            }.ToJsonString(),
            "application/json; charset=utf-8");
    }

    private static IResult EnterCode(string? code) => Html.Page("Enter code", Html.Form(
        "/devicelogin",
        [],
        $"<label>Code <input name=\"otc\" value=\"{Html.Encode(code ?? "")}\"></label>{Html.Button("next", "next", "Next")}"));

    private static string? Value(string text) => text.Length > 0 ? text : null;
}
