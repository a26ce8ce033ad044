using InboxNetworker.Core.Drafts;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class TemplateQueries
{
    /// <summary>Those the owner changed, of one language; of all where null.</summary>
    public static async Task<IReadOnlyList<TemplateRow>> TemplatesAsync(this NetworkContext db, long mailboxId, string? language, CancellationToken cancellation) =>
        await db.Templates.AsNoTracking().Where(t => t.MailboxId == mailboxId && (language == null || t.Language == language)).OrderBy(t => t.Intent).ThenBy(t => t.Language)
            .ToListAsync(cancellation).ConfigureAwait(false);

    /// <returns>Null where the owner never changed it.</returns>
    public static async Task<Template?> TemplateAsync(this NetworkContext db, long mailboxId, Intent intent, string language, CancellationToken cancellation) =>
        await db.Templates.AsNoTracking().Where(t => t.MailboxId == mailboxId && t.Intent == intent && t.Language == language)
            .Select(t => new Template(t.Subject, t.Text)).SingleOrDefaultAsync(cancellation).ConfigureAwait(false);

    public static async Task ReplaceTemplateAsync(this NetworkContext db, long mailboxId, Intent intent, string language, Template template, CancellationToken cancellation)
    {
        // In one statement, which both databases know: two that come at once do not collide.
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO template ("MailboxId", "Intent", "Language", "Subject", "Text") VALUES ({mailboxId}, {(int)intent}, {language}, {template.Subject}, {template.Text})
             ON CONFLICT ("MailboxId", "Intent", "Language") DO UPDATE SET "Subject" = excluded."Subject", "Text" = excluded."Text"
             """,
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The one the product came with counts again.</summary>
    public static Task ResetTemplateAsync(this NetworkContext db, long mailboxId, Intent intent, string language, CancellationToken cancellation) =>
        db.Templates.Where(t => t.MailboxId == mailboxId && t.Intent == intent && t.Language == language).ExecuteDeleteAsync(cancellation);
}
