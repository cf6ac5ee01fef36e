using System.Text.RegularExpressions;
using MudBlazor;

namespace Portal.Components.Layout;

/// <summary>MudBlazor in the colours of wwwroot-theme/tokens.css, read from that file so that they cannot drift apart.</summary>
public static partial class PortalTheme
{
    private static readonly Dictionary<string, string> Tokens = ReadTokens();

    private static readonly string[] Font = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = Tokens["brand"],
            PrimaryContrastText = Tokens["on-brand"],
            PrimaryDarken = Tokens["brand-strong"],
            Secondary = Tokens["accent"],
            Tertiary = Tokens["neutral"],
            Info = Tokens["info"],
            Success = Tokens["success"],
            Warning = Tokens["warning"],
            Error = Tokens["danger"],
            Dark = Tokens["brand-strong"],
            Background = Tokens["ground"],
            BackgroundGray = Tokens["surface-sunk"],
            Surface = Tokens["surface"],
            AppbarBackground = Tokens["surface"],
            AppbarText = Tokens["ink"],
            DrawerBackground = Tokens["surface"],
            DrawerText = Tokens["ink"],
            TextPrimary = Tokens["ink"],
            TextSecondary = Tokens["ink-soft"],
            TextDisabled = Tokens["ink-soft"],
            ActionDefault = Tokens["neutral"],
            LinesDefault = Tokens["line"],
            LinesInputs = Tokens["line-strong"],
            TableLines = Tokens["line"],
            TableHover = Tokens["ground"],
            Divider = Tokens["line"],
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = Tokens["radius"] },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Font, FontSize = Tokens["text-m"], LineHeight = "1.75", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Font, FontSize = Tokens["text-m"], LineHeight = "1.75", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Font, FontSize = Tokens["text-s"], LineHeight = "1.6", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Font, FontSize = Tokens["text-m"], FontWeight = "700", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Font, FontSize = Tokens["text-s"], LineHeight = "1.6", LetterSpacing = "normal" },
        },
    };

    private static Dictionary<string, string> ReadTokens()
    {
        using var reader = new StreamReader(typeof(PortalTheme).Assembly.GetManifestResourceStream("tokens.css")!);
        var root = reader.ReadToEnd().Split(":root {", 2)[1].Split('}', 2)[0];
        return Token().Matches(root).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim());
    }

    [GeneratedRegex(@"--([\w-]+):\s*([^;]+);")]
    private static partial Regex Token();
}
