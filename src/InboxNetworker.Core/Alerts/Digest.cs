using System.Net;
using System.Text;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Alerts;

/// <param name="Address">Whom the one link writes to.</param>
public sealed record DigestEntry(string Title, string Name, EmailAddress Address, string Text, IReadOnlyList<string> Brief);

/// <summary>The digest: a mail to oneself about at most three people. Html and text say the same, and every value is encoded.</summary>
public sealed record Digest(string Subject, string Html, string Text)
{
    public const int Most = 3;

    private const string Closing = "You get this because you asked for it. Nobody else does.";

    /// <param name="entries">The most important first; the first <see cref="Most"/> are named. At least one.</param>
    public static Digest Of(IReadOnlyList<DigestEntry> entries, Uri lessOften, Uri stop)
    {
        var named = entries.Take(Most).ToList();
        return new Digest(Subjects(named), ToHtml(named, lessOften, stop), ToText(named, lessOften, stop));
    }

    private static string Subjects(List<DigestEntry> named)
    {
        var names = named.ConvertAll(e => AlertText.OneLine(e.Name, AlertText.LongestName));
        return "Worth a line this week: " + (names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}");
    }

    private static string ToText(List<DigestEntry> named, Uri lessOften, Uri stop)
    {
        var text = new StringBuilder("Worth a line this week\r\n");
        foreach (var entry in named)
        {
            text.Append("\r\n").Append(entry.Title).Append("\r\n").Append(entry.Text).Append("\r\n");
            foreach (var line in entry.Brief)
            {
                text.Append(line).Append("\r\n");
            }

            text.Append(WriteTo(entry.Address)).Append("\r\n");
        }

        return text.Append("\r\n").Append(Closing).Append("\r\nLess often: ").Append(lessOften.AbsoluteUri).Append("\r\nStop: ").Append(stop.AbsoluteUri).Append("\r\n").ToString();
    }

    private static string ToHtml(List<DigestEntry> named, Uri lessOften, Uri stop)
    {
        var html = new StringBuilder("""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Worth a line this week</title>
            <style>@media (prefers-color-scheme: dark) { body, .page { background: #1f1f1f !important; color: #f0f0f0 !important } .card { background: #2b2b2b !important; border-color: #454545 !important } .quiet, .quiet a { color: #b8b8b8 !important } }</style></head>
            <body class="page" style="margin:0;padding:0;background:#f5f5f5;color:#242424;font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.45">
            <div style="max-width:560px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere">
            <h1 style="font-size:22px;line-height:1.3;font-weight:600;margin:0 0 16px">Worth a line this week</h1>

            """);
        foreach (var entry in named)
        {
            html.Append("<div class=\"card\" style=\"background:#ffffff;border:1px solid #e0e0e0;border-radius:8px;padding:16px;margin:0 0 12px\">")
                .Append("<h2 style=\"font-size:17px;line-height:1.3;font-weight:600;margin:0 0 6px\">").Append(Encode(entry.Title)).Append("</h2>")
                .Append("<p style=\"margin:0 0 12px\">").Append(Encode(entry.Text));
            foreach (var line in entry.Brief)
            {
                html.Append("<br>").Append(Encode(line));
            }

            html.Append("</p><a href=\"").Append(Encode(WriteTo(entry.Address)))
                .Append("\" style=\"display:inline-block;background:#0f6cbd;color:#ffffff;text-decoration:none;font-weight:600;padding:11px 18px;border-radius:6px\">")
                .Append("Write to ").Append(Encode(AlertText.OneLine(entry.Name, AlertText.LongestName))).Append("</a></div>\n");
        }

        return html.Append("<p class=\"quiet\" style=\"color:#616161;font-size:13px;margin:20px 0 0\">").Append(Encode(Closing)).Append("<br>")
            .Append("<a style=\"color:#616161;display:inline-block;padding:8px 16px 8px 0\" href=\"").Append(Encode(lessOften.AbsoluteUri)).Append("\">Less often</a>")
            .Append("<a style=\"color:#616161;display:inline-block;padding:8px 0\" href=\"").Append(Encode(stop.AbsoluteUri)).Append("\">Stop</a></p>\n</div></body></html>\n").ToString();
    }

    /// <summary>Opens a new mail wherever the digest is read (RFC 6068).</summary>
    private static string WriteTo(EmailAddress address) => $"mailto:{Uri.EscapeDataString(address.LocalPart)}@{Uri.EscapeDataString(address.Domain)}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
