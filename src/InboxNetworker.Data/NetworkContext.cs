using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InboxNetworker.Data;

/// <summary>The one store. Times are kept as whole seconds since 1970, UTC, in every database.</summary>
public sealed class NetworkContext(DbContextOptions<NetworkContext> options) : DbContext(options)
{
    public DbSet<MailboxRow> Mailboxes => Set<MailboxRow>();

    public DbSet<FolderRow> Folders => Set<FolderRow>();

    public DbSet<ItemRow> Items => Set<ItemRow>();

    public DbSet<AddressRow> Addresses => Set<AddressRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<IdentityChoiceRow> IdentityChoices => Set<IdentityChoiceRow>();

    public DbSet<FilterChoiceRow> FilterChoices => Set<FilterChoiceRow>();

    public DbSet<OwnersWordRow> OwnersWords => Set<OwnersWordRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<AlertSettingsRow> AlertSettings => Set<AlertSettingsRow>();

    public DbSet<TemplateRow> Templates => Set<TemplateRow>();

    public DbSet<ForgottenRow> Forgotten => Set<ForgottenRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixSecondsConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MailboxRow>(mailbox =>
        {
            mailbox.ToTable("mailbox");
            mailbox.HasIndex(m => m.OwnerId).IsUnique();
        });
        modelBuilder.Entity<FolderRow>(folder =>
        {
            folder.ToTable("folder");
            folder.HasIndex(f => new { f.MailboxId, f.GraphId }).IsUnique();
            folder.HasOne<MailboxRow>().WithMany().HasForeignKey(f => f.MailboxId);
        });
        modelBuilder.Entity<ItemRow>(item =>
        {
            item.ToTable("item");
            item.HasKey(i => new { i.MailboxId, i.At, i.Id });
            item.Property(i => i.Id).ValueGeneratedNever();

            // Meetings move in time and are looked for by their id. Messages do not, and a million ids in no order would cost more than all the rest.
            // The folder is in it, always null, because SQLite takes the index for no better than the key without.
            item.HasIndex(i => new { i.MailboxId, i.FolderId, i.Id }).HasFilter("\"FolderId\" IS NULL");
        });
        modelBuilder.Entity<ContactRow>(contact =>
        {
            contact.ToTable("contact");
            contact.HasIndex(c => c.MailboxId);
            contact.HasOne<MailboxRow>().WithMany().HasForeignKey(c => c.MailboxId);
        });
        modelBuilder.Entity<AddressRow>(address =>
        {
            address.ToTable("address");
            address.HasIndex(a => new { a.MailboxId, a.Value }).IsUnique();
            address.HasIndex(a => a.ContactId);
            address.HasOne<MailboxRow>().WithMany().HasForeignKey(a => a.MailboxId);
            address.HasOne<ContactRow>().WithMany().HasForeignKey(a => a.ContactId);
        });
        modelBuilder.Entity<IdentityChoiceRow>(choice =>
        {
            choice.ToTable("identity_choice");
            choice.HasKey(c => new { c.MailboxId, c.A, c.B });
            choice.HasOne<MailboxRow>().WithMany().HasForeignKey(c => c.MailboxId);
        });
        modelBuilder.Entity<SubscriptionRow>(subscription =>
        {
            subscription.ToTable("subscription");
            subscription.HasKey(s => new { s.MailboxId, s.Resource });
            subscription.HasIndex(s => s.GraphId).IsUnique();
            subscription.HasOne<MailboxRow>().WithMany().HasForeignKey(s => s.MailboxId);
        });
        modelBuilder.Entity<OwnersWordRow>(word =>
        {
            word.ToTable("owners_word");
            word.HasKey(w => new { w.MailboxId, w.Address });
            word.HasOne<MailboxRow>().WithMany().HasForeignKey(w => w.MailboxId);
        });
        modelBuilder.Entity<AlertRow>(alert =>
        {
            alert.ToTable("alert");
            alert.HasIndex(a => new { a.MailboxId, a.Address, a.Kind, a.Anchor }).IsUnique();
            alert.HasOne<MailboxRow>().WithMany().HasForeignKey(a => a.MailboxId);
        });
        modelBuilder.Entity<OutboxRow>(delivery =>
        {
            delivery.ToTable("outbox");
            delivery.HasKey(d => new { d.MailboxId, d.Key });
            delivery.HasOne<MailboxRow>().WithMany().HasForeignKey(d => d.MailboxId);
        });
        modelBuilder.Entity<AlertSettingsRow>(settings =>
        {
            settings.ToTable("alert_settings");
            settings.HasKey(s => s.MailboxId);
            settings.Property(s => s.MailboxId).ValueGeneratedNever();
            settings.HasIndex(s => s.FeedSecret).IsUnique();
            settings.HasOne<MailboxRow>().WithMany().HasForeignKey(s => s.MailboxId);
        });
        modelBuilder.Entity<TemplateRow>(template =>
        {
            template.ToTable("template");
            template.HasKey(t => new { t.MailboxId, t.Intent, t.Language });
            template.HasOne<MailboxRow>().WithMany().HasForeignKey(t => t.MailboxId);
        });
        modelBuilder.Entity<ForgottenRow>(forgotten =>
        {
            forgotten.ToTable("forgotten");
            forgotten.HasKey(f => new { f.MailboxId, f.Hash });
            forgotten.HasOne<MailboxRow>().WithMany().HasForeignKey(f => f.MailboxId);
        });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit");
            audit.HasIndex(a => a.MailboxId);
            audit.HasOne<MailboxRow>().WithMany().HasForeignKey(a => a.MailboxId);
        });
        modelBuilder.Entity<SignInRow>(signIn =>
        {
            signIn.ToTable("sign_in");
            signIn.HasKey(s => s.MailboxId);
            signIn.Property(s => s.MailboxId).ValueGeneratedNever();
            signIn.HasOne<MailboxRow>().WithMany().HasForeignKey(s => s.MailboxId);
        });
        modelBuilder.Entity<FilterChoiceRow>(choice =>
        {
            choice.ToTable("filter_choice");
            choice.HasKey(c => new { c.MailboxId, c.Pattern });
            choice.HasOne<MailboxRow>().WithMany().HasForeignKey(c => c.MailboxId);
        });
    }

    private sealed class UnixSecondsConverter() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeSeconds(),
        seconds => DateTimeOffset.FromUnixTimeSeconds(seconds));
}
