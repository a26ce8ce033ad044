using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InboxNetworker.Data;

/// <summary>The one store. Times are kept as whole seconds since 1970, UTC, in every database.</summary>
public sealed class NetworkContext(DbContextOptions<NetworkContext> options) : DbContext(options)
{
    public DbSet<MailboxRow> Mailboxes => Set<MailboxRow>();

    public DbSet<FolderRow> Folders => Set<FolderRow>();

    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<InteractionRow> Interactions => Set<InteractionRow>();

    public DbSet<AddressRow> Addresses => Set<AddressRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

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
        modelBuilder.Entity<SourceRow>(source =>
        {
            source.ToTable("source");
            source.HasKey(s => new { s.MailboxId, s.Key });
            source.HasOne<MailboxRow>().WithMany().HasForeignKey(s => s.MailboxId);
        });
        // No index and no foreign key: this table is appended to, in bulk, and read whole.
        modelBuilder.Entity<InteractionRow>().ToTable("interaction");
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
    }

    private sealed class UnixSecondsConverter() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeSeconds(),
        seconds => DateTimeOffset.FromUnixTimeSeconds(seconds));
}
