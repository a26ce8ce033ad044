using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Delivers letters into folders, up to the beginning of the day.</summary>
internal sealed class Post(DateOnly today)
{
    private const int DaysAhead = 30;

    private readonly Dictionary<string, int> _inConversation = [];

    private readonly double[] _density = [.. Enumerable.Range(-3 * 365, 3 * 365 + DaysAhead).Select(day => WorkingTime.Density(today.AddDays(day)))];

    /// <summary>Three years; nothing is older.</summary>
    public DateOnly Begin { get; } = today.AddDays(-3 * 365);

    public DateOnly Today => today;

    /// <summary>Nothing is sent at or after this moment.</summary>
    public DateTimeOffset End { get; } = new(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public List<Message> Messages { get; } = new(8_000);

    public DateOnly DaysAgo(int days) => today.AddDays(-days);

    public DateOnly WeeksAgo(double weeks) => today.AddDays(-(int)Math.Round(weeks * 7));

    /// <summary>As <see cref="WorkingTime.Density"/>, from <see cref="Begin"/> to a month ahead.</summary>
    public double Density(DateOnly day) => _density[day.DayNumber - Begin.DayNumber];

    public IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from < Begin ? Begin : from; day < to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>Colleagues who were there that day.</summary>
    public IEnumerable<Person> Staff(DateOnly day) => Cast.Colleagues.Where(each =>
        (each.LeftWeeksAgo is not { } left || WeeksAgo(left) > day) && (each.CameWeeksAgo is not { } came || WeeksAgo(came) <= day));

    /// <summary>False when the letter would come too late and was not delivered.</summary>
    public bool Deliver(Letter letter)
    {
        if (letter.Sent >= End)
        {
            return false;
        }

        var number = _inConversation[letter.Conversation] = _inConversation.GetValueOrDefault(letter.Conversation) + 1;
        var key = string.Create(CultureInfo.InvariantCulture, $"{letter.Conversation}.{number}");
        var dice = Dice.For(key);
        var age = (End - letter.Sent).Days;
        var copies = 0;
        foreach (var folder in Filing.FoldersOf(letter, age, ref dice))
        {
            Messages.Add(new Message(
                copies++ == 0 ? key : key + ".copy",
                folder,
                letter.From,
                letter.To,
                letter.Cc,
                letter.Subject,
                letter.Sent,
                letter.Conversation,
                $"<{Dice.Token(key)}@{letter.From.Address[(letter.From.Address.IndexOf('@', StringComparison.Ordinal) + 1)..]}>",
                letter.Sender,
                letter.Kind,
                Filing.IsRead(letter, folder, age, ref dice),
                Text: letter.Text.Length > 0 || age > 45 ? letter.Text : ShortText.For(letter, ref dice)));
        }

        return true;
    }
}
