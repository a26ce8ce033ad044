namespace InboxNetworker.Core.Alerts;

/// <summary>When the owner works; at all other times it is quiet.</summary>
/// <param name="Days">At least one.</param>
/// <param name="From">Belongs to the hours.</param>
/// <param name="To">Does not; before <paramref name="From"/> for hours over midnight, which belong to the day they begin on. The same as it for the whole day.</param>
public sealed record WorkingHours(IReadOnlyCollection<DayOfWeek> Days, TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    /// <summary>Where the mailbox does not say: Monday to Friday from nine to five, UTC.</summary>
    public static readonly WorkingHours Usual =
        new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(9, 0), new TimeOnly(17, 0), TimeZoneInfo.Utc);

    public bool Include(DateTimeOffset at)
    {
        var local = Local(at);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return From < To ? IsWorking(day) && time >= From && time < To
            : From == To ? IsWorking(day)
            : (time >= From && IsWorking(day)) || (time < To && IsWorking(day.AddDays(-1)));
    }

    /// <summary>Of the owner's calendar.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    /// <summary>The first working day after a day.</summary>
    public DateOnly After(DateOnly day)
    {
        for (var days = 1; days <= 7; days++)
        {
            if (IsWorking(day.AddDays(days)))
            {
                return day.AddDays(days);
            }
        }

        return day.AddDays(1);
    }

    /// <summary>Midnight at which a day begins.</summary>
    public DateTimeOffset Begin(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30); // clocks are put forward at midnight in some zones
        }

        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    /// <summary>What the owner's clock shows, as if it were UTC: sentences tell days by it.</summary>
    internal DateTimeOffset OnTheClock(DateTimeOffset at) => new(Local(at), TimeSpan.Zero);

    private bool IsWorking(DateOnly day) => Days.Contains(day.DayOfWeek);
}
