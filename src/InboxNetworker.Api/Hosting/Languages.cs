using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace InboxNetworker.Api.Hosting;

/// <summary>Sentences are in the language of whoever asks, by Accept-Language. What nobody asks for is in the language of its settings, as an alert, or in English, as a log.</summary>
internal static class Languages
{
    private static readonly CultureInfo[] Spoken = [new("en"), new("de")];

    public static void UseLanguages(this WebApplication app)
    {
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, Spoken[0]),
            SupportedCultures = [CultureInfo.InvariantCulture],
            SupportedUICultures = Spoken,
            RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()],
            ApplyCurrentCultureToResponseHeaders = true,
        });
        app.Use((http, next) =>
        {
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            return next(http);
        });
    }
}
