using System.Text;
using System.Text.Encodings.Web;

namespace InboxNetworker.GraphEmulator.SignIn.Pages;

/// <summary>Plain pages: a person or a test presses their buttons.</summary>
internal static class Html
{
    public static IResult Page(string title, string body, int status = 200) => Results.Text(
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title></head><body><main><h1>{Encode(title)}</h1>{body}</main></body></html>",
        "text/html; charset=utf-8",
        Encoding.UTF8,
        status);

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    public static string Form(string action, IEnumerable<(string Name, string Value)> hidden, string visible) =>
        $"<form method=\"post\" action=\"{Encode(action)}\">{string.Concat(hidden.Select(h => Hidden(h.Name, h.Value)))}{visible}</form>";

    public static string Button(string name, string value, string text) =>
        $"<button type=\"submit\" name=\"{Encode(name)}\" value=\"{Encode(value)}\">{Encode(text)}</button>";

    /// <summary>A refusal that cannot be told to the client: who it is, or where it is, is not known.</summary>
    public static IResult Refusal(HttpContext http, SignInError error, TenantDirectory directory)
    {
        SignInLog.Note(http, error);
        var (traceId, correlationId) = SignInError.Ids(http);
        return Page("Sorry, but we're having trouble signing you in.", $"<p>{Encode(error.Describe(traceId, correlationId, directory.Now))}</p>", 400);
    }

    private static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{Encode(name)}\" value=\"{Encode(value)}\">";
}
