namespace Portal.Components.Ui;

public enum Tone { Neutral, Info, Success, Warning, Danger }

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "tone-info",
        Tone.Success => "tone-success",
        Tone.Warning => "tone-warning",
        Tone.Danger => "tone-danger",
        _ => "tone-neutral",
    };
}
