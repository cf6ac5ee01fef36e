namespace Portal.Features.Administration.Calendar;

/// <summary>What an administrator typed to enter or correct a year's holidays, as it was typed.</summary>
public sealed record YearForm
{
    /// <summary>The proposal's own key, given when it was checked: pressed twice, it is proposed once.</summary>
    public Guid Id { get; set; }

    public string? Year { get; set; }

    /// <summary>Days off, one or a range a line.</summary>
    public string? Holidays { get; set; }

    /// <summary>Make-up days, likewise.</summary>
    public string? Workdays { get; set; }

    public string? Source { get; set; }

    public string? Note { get; set; }

    /// <summary>Which button was pressed: check, edit or propose.</summary>
    public string? Step { get; set; }
}
