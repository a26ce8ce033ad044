using System.Net;
using System.Text;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Alerts;

/// <param name="Address">Whom the one link writes to.</param>
public sealed record DigestEntry(string Title, string Name, EmailAddress Address, string Text, IReadOnlyList<string> Brief);

/// <summary>The digest: a mail to oneself about at most three people. Html and text say the same, and every value is encoded.</summary>
public sealed record Digest(string Subject, string Html, string Text)
{
    public const int Most = 3;

    /// <param name="entries">The most important first; the first <see cref="Most"/> are named. At least one.</param>
    public static Digest Of(IReadOnlyList<DigestEntry> entries, Uri lessOften, Uri stop, Words say)
    {
        var named = entries.Take(Most).ToList();
        return new Digest(say.DigestSubject(named.ConvertAll(NameOf)), ToHtml(named, lessOften, stop, say), ToText(named, lessOften, stop, say));
    }

    private static string NameOf(DigestEntry entry) => AlertText.OneLine(entry.Name, AlertText.LongestName);

    private static string ToText(List<DigestEntry> named, Uri lessOften, Uri stop, Words say)
    {
        var text = new StringBuilder(say.DigestTitle).Append("\r\n");
        foreach (var entry in named)
        {
            text.Append("\r\n").Append(entry.Title).Append("\r\n").Append(entry.Text).Append("\r\n");
            foreach (var line in entry.Brief)
            {
                text.Append(line).Append("\r\n");
            }

            text.Append(WriteTo(entry.Address)).Append("\r\n");
        }

        return text.Append("\r\n").Append(say.DigestClosing)
            .Append("\r\n").Append(say.LessOften).Append(": ").Append(lessOften.AbsoluteUri)
            .Append("\r\n").Append(say.Unsubscribe).Append(": ").Append(stop.AbsoluteUri).Append("\r\n").ToString();
    }

    private static string ToHtml(List<DigestEntry> named, Uri lessOften, Uri stop, Words say)
    {
        var html = new StringBuilder($$"""
            <!doctype html>
            <html lang="{{say.Language}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{{Encode(say.DigestTitle)}}</title>
            <style>@media (prefers-color-scheme: dark) { body, .page { background: #1f1f1f !important; color: #f0f0f0 !important } .card { background: #2b2b2b !important; border-color: #454545 !important } .quiet, .quiet a { color: #b8b8b8 !important } }</style></head>
            <body class="page" style="margin:0;padding:0;background:#f5f5f5;color:#242424;font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.45">
            <div style="max-width:560px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere">
            <h1 style="font-size:22px;line-height:1.3;font-weight:600;margin:0 0 16px">{{Encode(say.DigestTitle)}}</h1>

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
                .Append(Encode(say.WriteTo(NameOf(entry)))).Append("</a></div>\n");
        }

        return html.Append("<p class=\"quiet\" style=\"color:#616161;font-size:13px;margin:20px 0 0\">").Append(Encode(say.DigestClosing)).Append("<br>")
            .Append("<a style=\"color:#616161;display:inline-block;padding:8px 16px 8px 0\" href=\"").Append(Encode(lessOften.AbsoluteUri)).Append("\">").Append(Encode(say.LessOften)).Append("</a>")
            .Append("<a style=\"color:#616161;display:inline-block;padding:8px 0\" href=\"").Append(Encode(stop.AbsoluteUri)).Append("\">").Append(Encode(say.Unsubscribe)).Append("</a></p>\n</div></body></html>\n").ToString();
    }

    /// <summary>Opens a new mail wherever the digest is read (RFC 6068).</summary>
    private static string WriteTo(EmailAddress address) => $"mailto:{Uri.EscapeDataString(address.LocalPart)}@{Uri.EscapeDataString(address.Domain)}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
