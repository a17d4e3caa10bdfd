using Microsoft.AspNetCore.Http;
using MudBlazor;

namespace SimXir.Host.Pages;

/// <summary>Colours and letters, light and dark; all of them read at 4.5 to 1 or better.</summary>
internal static class Theme
{
    private static readonly string[] Letters = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Cantarell", "Noto Sans", "DejaVu Sans", "sans-serif"];

    public static MudTheme Own { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f5fa8",
            Secondary = "#6a3fa0",
            Background = "#f5f7fa",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b2430",
            TextPrimary = "#1b2430",
            TextSecondary = "#4a5665",
            LinesDefault = "#d9e0e8",
            Success = "#1a7439",
            Error = "#b3261e",
            Warning = "#8a5300",
            Info = "#1f5fa8",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7db4f0",
            PrimaryContrastText = "#0d1520",
            Secondary = "#c3a2ee",
            Background = "#10151c",
            Surface = "#18202a",
            AppbarBackground = "#18202a",
            AppbarText = "#e6ebf2",
            TextPrimary = "#e6ebf2",
            TextSecondary = "#aab6c5",
            LinesDefault = "#2d3947",
            Success = "#6fd08c",
            Error = "#ff8f86",
            ErrorContrastText = "#2b0704",
            Warning = "#f0b45c",
            Info = "#7db4f0",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Letters }, Button = new ButtonTypography { TextTransform = "none" } },
    };

    /// <summary>What simxir.js wrote down: the person's choice, else what the system has.</summary>
    public static bool IsDark(IRequestCookieCollection cookies) => (cookies["simxir-theme"] ?? cookies["simxir-system"]) == "dark";
}
