using System.Net;
using System.Text.RegularExpressions;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.Tests.SignIn;

/// <summary>Somebody with a browser: keeps cookies, follows pages of the tenant, presses buttons.</summary>
internal sealed partial class Visitor(EmulatedTenant tenant) : IDisposable
{
    private readonly HttpClient _http = new(tenant.CreateHandler());
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>The page that is shown, as html.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer led outside the tenant, null when a page is shown.</summary>
    public Uri? Left { get; private set; }

    public Task GoAsync(Uri address, CancellationToken cancel) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), cancel);

    /// <summary>Presses the button with that text.</summary>
    public Task PressAsync(string text, CancellationToken cancel)
    {
        var button = Buttons().Matches(Page).SingleOrDefault(b => WebUtility.HtmlDecode(b.Groups["text"].Value) == text)
            ?? throw new InvalidOperationException($"No button '{text}' on: {Page}");
        return SubmitAsync([new(Decoded(button, "name"), Decoded(button, "value"))], cancel);
    }

    /// <summary>Sends the form of the page with these fields beside its own.</summary>
    public Task SubmitAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, FormAction) { Content = new FormUrlEncodedContent(Fields().Concat(fields)) }, cancel);
    }

    /// <summary>Where the form of the page is sent.</summary>
    public Uri FormAction => new(tenant.Authority, Decoded(FormTag().Match(Page), "action"));

    /// <summary>The hidden fields of the page.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields() => Hidden().Matches(Page).Select(h => KeyValuePair.Create(Decoded(h, "name"), Decoded(h, "value")));

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using (request)
        {
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            }

            using var answer = await _http.SendAsync(request, cancel);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            Status = answer.StatusCode;
            Left = answer.Headers.Location;
            Page = await answer.Content.ReadAsStringAsync(cancel);
        }
    }

    private static string Decoded(Match match, string group) => WebUtility.HtmlDecode(match.Groups[group].Value);

    [GeneratedRegex("<button type=\"submit\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">(?<text>[^<]*)</button>")]
    private static partial Regex Buttons();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\">")]
    private static partial Regex FormTag();
}
