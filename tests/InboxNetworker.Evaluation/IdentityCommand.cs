using System.CommandLine;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;

namespace InboxNetworker.Evaluation;

/// <summary>
/// <c>identity</c>: which addresses of a mailbox the product's rules call one person. The files hold no display names; the name is read out of
/// the address where it is made of words, which is weaker evidence than a name the sender chose.
/// </summary>
internal static class IdentityCommand
{
    private const int Seed = 2026;

    private static readonly Option<int> Sample = new("--sample")
    {
        Description = "How many pairs to print. Chosen by chance, the same ones each time.",
        Validators = { r => { if (r.GetValueOrDefault<int>() < 0) { r.AddError("--sample takes a number from 0 on."); } } },
    };

    public static Command Create(Option<DirectoryInfo> folder, Func<Func<int>, int> guarded)
    {
        var command = new Command("identity", "Counts the pairs of addresses that are called one person by name and local part.") { folder, Sample };
        command.SetAction(parsed => guarded(() => Run(parsed.GetRequiredValue(folder), parsed.GetValue(Sample))));
        return command;
    }

    private static int Run(DirectoryInfo folder, int sample)
    {
        var pairs = new List<(string Mailbox, EmailAddress A, EmailAddress B)>();
        int addresses = 0, named = 0;
        foreach (var mailbox in MailboxFolder.Read(folder, sentIsOwn: true))
        {
            var known = Screened.Of(mailbox).Addresses.Select(s => new KnownAddress(s.Address, NameOf(s.Address))).ToList();
            addresses += known.Count;
            named += known.Count(k => k.Name is not null);
            pairs.AddRange(Identity.Resolve(known, []).SelectMany(one => one.SelectMany((a, i) => one.Skip(i + 1).Select(b => (mailbox.Name, a, b)))));
        }

        var distinct = pairs.DistinctBy(p => (p.A, p.B)).OrderBy(p => p.A.Value, StringComparer.Ordinal).ThenBy(p => p.B.Value, StringComparer.Ordinal).ToArray();
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"addresses {addresses}, with a name in them {named}; pairs joined {pairs.Count}, different ones {distinct.Length}"));
        new Random(Seed).Shuffle(distinct);
        foreach (var (mailbox, a, b) in distinct.Take(sample))
        {
            Console.WriteLine($"  {a,-50} {b,-50} {mailbox}");
        }

        return 0;
    }

    private static string? NameOf(EmailAddress address) => DisplayName.FromAddress(address) is var name && name != address.Value ? name : null;
}
