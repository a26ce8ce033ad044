using InboxNetworker.Core.Interactions;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Benchmarks.Sync;

internal sealed class PlainMessage
{
    public long Id { get; set; }

    public long FolderId { get; set; }

    /// <summary>The hash of the Graph id.</summary>
    public long ItemId { get; set; }

    /// <summary>The content key; 0 when it does not count.</summary>
    public long Key { get; set; }
}

internal sealed class PlainInteraction
{
    public long Id { get; set; }

    public long AddressId { get; set; }

    public long SourceKey { get; set; }

    public long At { get; set; }

    public Channel Channel { get; set; }

    public Direction Direction { get; set; }
}

internal sealed class PlainAddress
{
    public long Id { get; set; }

    public required string Value { get; set; }
}

/// <summary>The tables as one writes them down first.</summary>
internal sealed class PlainStore(string file) : DbContext
{
    public DbSet<PlainMessage> Messages => Set<PlainMessage>();

    public DbSet<PlainInteraction> Interactions => Set<PlainInteraction>();

    public DbSet<PlainAddress> Addresses => Set<PlainAddress>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite($"Data Source={file}");
}
