using System.Diagnostics;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Benchmarks.Processes;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>Where the time of a reading goes: its steps one after another, each alone, that the product does side by side.</summary>
internal static class Stages
{
    private const int PagesAtOnce = 3;

    /// <returns>A sentence for the report.</returns>
    public static async Task<string> MeasureAsync(Bench bench, Plan plan)
    {
        var (emulator, _) = await bench.MailboxAsync(plan.Middle);
        var rounds = new List<double[]>();
        for (var round = 0; round < plan.WarmUps + plan.Rounds; round++)
        {
            GC.Collect();
            var file = bench.NewFile();
            var took = await OnceAsync(emulator, file);
            Bench.Delete(file);
            if (round >= plan.WarmUps)
            {
                rounds.Add(took);
            }
        }

        string Text(int step) => FormattableString.Invariant($"{new Samples(rounds.Select(r => r[step])).Median:N1} µs");
        return $"sync: one after another, the steps of a reading of {Measuring.Text.Number(emulator.Messages)} messages take, per message: fetched and parsed {Text(0)}, counted by the rules {Text(1)}, stored {Text(2)}. "
            + "The product does them side by side, so that it can be no faster than the slowest, which is the store: one transaction after another.";
    }

    /// <returns>Microseconds per message of each step.</returns>
    private static async Task<double[]> OnceAsync(EmulatorProcess emulator, string file)
    {
        await using var app = ProductReading.Build(emulator.Address, file);
        await app.PrepareAsync(CancellationToken.None);
        var graph = app.Services.GetRequiredService<GraphMailbox>();
        var contexts = app.Services.GetRequiredService<IDbContextFactory<NetworkContext>>();
        var owner = (await graph.OwnerAsync(Patience.Background, CancellationToken.None)).Value!;
        var leftOut = app.Services.GetRequiredService<Settings>().Reading.FoldersLeftOut;
        var folders = (await graph.FoldersAsync(["sentitems", "inbox", .. leftOut], CancellationToken.None)).Value!
            .Where(f => f.WellKnownName is not { } name || !leftOut.Contains(name)).OrderBy(f => f.WellKnownName is "sentitems" ? 0 : 1).ToList();
        var mailbox = await contexts.UseAsync(db => db.OpenMailboxAsync(owner.Id, owner.Name, new OwnPlace(owner.Addresses), CancellationToken.None), CancellationToken.None);
        await contexts.UseAsync(db => new FolderWriter(db).SaveAsync(mailbox.Id, folders.ToDictionary(f => f.Id, f => f.TotalItems), CancellationToken.None), CancellationToken.None);

        var own = new OwnAddresses(owner.Addresses);
        var (fetched, counted, stored) = (new Stopwatch(), new Stopwatch(), new Stopwatch());
        foreach (var folder in folders)
        {
            fetched.Start();
            var pages = await graph.MessagesAsync(folder.Id, null, ProductReading.PageSize, CancellationToken.None).Select(answer => answer.Value!).ToListAsync();
            fetched.Stop();
            counted.Start();
            var waiting = pages.ConvertAll(p => new MessagePage(Counting.Of(p.Changes, folder.WellKnownName == "sentitems", own), folder.Id, p.Link, p.IsLast));
            counted.Stop();
            stored.Start();
            foreach (var together in waiting.Chunk(PagesAtOnce))
            {
                await contexts.UseAsync(db => new PageWriter(db).WriteAsync(mailbox.Id, MessagePage.Join(together), CancellationToken.None), CancellationToken.None);
            }

            stored.Stop();
        }

        return [.. new[] { fetched, counted, stored }.Select(w => w.Elapsed.TotalMicroseconds / emulator.Messages)];
    }
}
