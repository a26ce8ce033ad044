using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Everybody in the sample, found by name; of two namesakes the outside one is found by address only.</summary>
internal static class Cast
{
    public const string CompanyName = "Tarnfeld";

    public const string Domain = "tarnfeld.example";

    public static readonly Owner Owner = new(
        "Ines Hallberg",
        "ines.hallberg@tarnfeld.example",
        ["i.hallberg@tarnfeld.example", "ines.hallberg@tarnfeld-water.example"],
        "Communications Lead",
        nameof(Departments.Communications),
        CompanyName,
        "W. Europe Standard Time");

    public static readonly Recipient Me = new(Owner.DisplayName, Owner.Mail);

    public static readonly IReadOnlyList<Person> Colleagues =
        [.. Departments.All.SelectMany(each => Rows(each.Table).Select(row => Colleague(each.Department, row)))];

    public static readonly IReadOnlyList<Person> Outsiders =
        [.. Companies.All.SelectMany(each => Rows(each.Table).Select(row => Outsider(each.Company, each.Domain, each.SurnameFirst, row)))];

    public static readonly IReadOnlyList<Recipient> ListAuthors = [.. Rows(Companies.ListAuthors).Select(row => new Recipient(row[0], row[1]))];

    public static readonly IReadOnlyList<Recipient> ColdMailers = [.. Rows(Companies.ColdMailers).Select(row => new Recipient(row[0], row[1]))];

    private static readonly FrozenDictionary<string, Person> ByName =
        Colleagues.Concat(Outsiders).DistinctBy(person => person.Name).ToFrozenDictionary(person => person.Name);

    private static readonly FrozenDictionary<string, Person> ByAddress = Colleagues.Concat(Outsiders)
        .SelectMany(person => person.Addresses.Select(address => (address, person)))
        .ToFrozenDictionary(pair => pair.address, pair => pair.person);

    public static Person Of(string nameOrAddress) =>
        ByName.TryGetValue(nameOrAddress, out var person) ? person : ByAddress[nameOrAddress];

    public static IEnumerable<Person> Of(IEnumerable<string> names) => names.Select(Of);

    public static IEnumerable<Person> Department(string name) => Colleagues.Where(person => person.Department == name);

    private static Person Colleague(string department, string[] row)
    {
        string[] addresses = row[0] == "Mirjam Sollinger"
            ? [Mailbox(row[0], Domain), "mirjam.sollinger@" + Companies.PrivateDomain]
            : [Mailbox(row[0], Domain)];
        return new Person(row[0], addresses, row[1], department, CompanyName, WeeksAgo(row, 2), WeeksAgo(row, 3));
    }

    private static double? WeeksAgo(string[] row, int column) =>
        row.Length > column && row[column].Length > 0 ? double.Parse(row[column], CultureInfo.InvariantCulture) : null;

    private static Person Outsider(string company, string domain, bool surnameFirst, string[] row)
    {
        var space = row[0].IndexOf(' ', StringComparison.Ordinal);
        return new Person(
            row[0],
            row.Length > 2 ? row[2].Split(' ') : [Mailbox(row[0], domain)],
            row[1].Length == 0 ? null : row[1],
            Company: company.Length == 0 ? null : company,
            ShownAs: surnameFirst ? $"{row[0][(space + 1)..]}, {row[0][..space]} ({company})" : null);
    }

    private static IEnumerable<string[]> Rows(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';', StringSplitOptions.TrimEntries));

    private static string Mailbox(string name, string domain)
    {
        var local = new StringBuilder(name.Length + domain.Length + 4);
        foreach (var letter in name.ToLowerInvariant())
        {
            local.Append(letter switch
            {
                ' ' => ".",
                '\'' => "",
                'ä' or 'æ' => "ae",
                'ö' or 'ø' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                'ç' => "c",
                'é' => "e",
                'ğ' => "g",
                'ı' => "i",
                'ł' => "l",
                'ş' => "s",
                'ż' => "z",
                _ => letter.ToString(),
            });
        }

        return local.Append('@').Append(domain).ToString();
    }
}
