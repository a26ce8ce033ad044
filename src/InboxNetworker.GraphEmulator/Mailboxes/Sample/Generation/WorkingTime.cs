namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>When people in the owner's place (Central European Time, reckoned here: not every machine has the table of zones) are at work.</summary>
internal static class WorkingTime
{
    private const int Opens = 7 * 60 + 40;
    private const int Closes = 18 * 60 + 50;

    /// <summary>Minutes are of the local day and may run past its end.</summary>
    public static DateTimeOffset At(DateOnly day, int minute, int second = 0) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute).AddSeconds(second) - Offset(day);

    public static DateTime Local(DateTimeOffset moment) => moment.UtcDateTime + Offset(DateOnly.FromDateTime(moment.UtcDateTime));

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    public static bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    public static DateOnly WorkdayOnOrBefore(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>How much goes on compared with an ordinary Tuesday; on days off, next to nothing.</summary>
    public static double Density(DateOnly day)
    {
        if (!IsWorkday(day))
        {
            return 0.03;
        }

        var weekday = day.DayOfWeek switch { DayOfWeek.Friday => 0.75, DayOfWeek.Monday => 1.0, _ => 1.1 };
        var season = (day.Month, day.Day) switch
        {
            (12, >= 27) => 0.05,
            (12, >= 20) or (1, <= 5) => 0.4,
            (7, >= 15) => 0.65,
            (8, _) => 0.5,
            (3, _) or (9, _) or (10, _) or (11, _) => 1.15,
            _ => 1.0,
        };
        var easterWeek = day.DayNumber - Easter(day.Year).DayNumber is >= -6 and <= 5;
        return weekday * (easterWeek ? Math.Min(season, 0.6) : season);
    }

    /// <summary>The owner's weeks off: two in August, one at the turn of the year.</summary>
    public static bool OwnerIsAway(DateOnly day) =>
        (day >= SummerLeave(day.Year) && day < SummerLeave(day.Year).AddDays(14)) || (day.Month, day.Day) is (12, >= 23) or (1, 1);

    /// <summary>A Monday.</summary>
    public static DateOnly SummerLeave(int year)
    {
        var day = new DateOnly(year, 8, 4);
        return day.AddDays((8 - (int)day.DayOfWeek) % 7);
    }

    /// <summary>The moment itself when it falls into working hours, else some time early on the next working day.</summary>
    public static DateTimeOffset AtWork(DateTimeOffset moment, bool owner, ref Dice dice)
    {
        var local = Local(moment);
        var day = DateOnly.FromDateTime(local);
        var minute = (int)local.TimeOfDay.TotalMinutes;
        if (IsThere(day) && minute >= Opens && minute <= Closes)
        {
            return moment;
        }

        day = IsThere(day) && minute < Opens ? day : day.AddDays(1);
        while (!IsThere(day))
        {
            day = day.AddDays(1);
        }

        return At(day, dice.Between(8 * 60, 10 * 60), dice.Below(60));

        bool IsThere(DateOnly each) => IsWorkday(each) && !(owner && OwnerIsAway(each));
    }

    /// <summary>A minute of the local day: mostly mid-morning and mid-afternoon, now and then in the evening.</summary>
    public static int SomeMinute(ref Dice dice) => dice.Next() switch
    {
        < 0.48 => 8 * 60 + 20 + dice.Below(220),
        < 0.55 => 12 * 60 + dice.Below(75),
        < 0.96 => 13 * 60 + 15 + dice.Below(285),
        _ => 18 * 60 + dice.Below(230),
    };

    /// <summary>An answer may be quick, take hours, or lie for days.</summary>
    public static DateTimeOffset Reply(DateTimeOffset to, bool byOwner, ref Dice dice)
    {
        var minutes = dice.Next() switch
        {
            < 0.42 => 3 + 80 * dice.Next(),
            < 0.78 => 80 + 380 * dice.Next(),
            < 0.93 => 60 * (12 + 24 * dice.Next()),
            _ => 60 * (36 + 70 * dice.Next()),
        };
        return AtWork(to.AddSeconds(Math.Round(minutes * 60)), byOwner, ref dice);
    }

    private static bool IsHoliday(DateOnly day)
    {
        var afterEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return afterEaster is -2 or 1 or 39 or 50
            || (day.Month, day.Day) is (1, 1) or (5, 1) or (10, 3) or (10, 31) or (12, 24) or (12, 25) or (12, 26) or (12, 31);
    }

    /// <summary>Gauss's rule in the form of Butcher, Gregorian years.</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        return new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    private static TimeSpan Offset(DateOnly day) =>
        TimeSpan.FromHours(day >= LastSunday(day.Year, 3) && day < LastSunday(day.Year, 10) ? 2 : 1);

    public static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
