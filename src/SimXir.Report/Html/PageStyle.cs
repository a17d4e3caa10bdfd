namespace SimXir.Report;

/// <summary>How a page looks: in daylight, in the dark, and on paper.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --ground: #fff; --pale: #f2f3f5; --line: #c9ccd1; --soft: #565b63; --yes: #00593d; --no: #8f3a00; --link: #0059a8; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --ground: #16181c; --pale: #22252b; --line: #464b54; --soft: #a9afb9; --yes: #5fd3ac; --no: #ffab73; --link: #8cc4ff; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 78rem; padding: 1rem 1.25rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
        h1 { line-height: 1.2; margin-bottom: .25rem; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
        a { color: var(--link); } nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
        .state { color: var(--soft); }
        .wide { overflow-x: auto; margin: 1rem 0; } .wide:focus-visible, pre:focus-visible { outline: 2px solid var(--link); }
        table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; } caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        th, td { padding: .15rem .6rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
        th[scope=row], th[scope=rowgroup], .words { text-align: left; } th[scope=row] { font-weight: 400; } th[scope=colgroup] { text-align: center; }
        th[scope=rowgroup] { background: var(--pale); } tr.ours th, tr.ours td { font-weight: 600; } tr.theirs, tr.theirgain, tr.test { color: var(--soft); }
        tr.verdict td, tr.verdict th { border-bottom: 2px solid var(--line); } .yes { color: var(--yes); } .no { color: var(--no); }
        figure { margin: 1.25rem 0; } figure img { max-width: 100%; height: auto; background: #fff; border-radius: 3px; } figcaption { color: var(--soft); font-size: .9rem; max-width: 60rem; }
        pre { background: var(--pale); padding: .75rem; overflow-x: auto; font-size: .85rem; }
        @media print { h2 { break-after: avoid; } :root { --ink: #000; --ground: #fff; --pale: #f2f2f2; --line: #999; --soft: #333; --yes: #00593d; --no: #8f3a00; --link: #000; } nav { display: none; } body { max-width: none; padding: 0; font-size: 9pt; }
          .wide, pre { overflow: visible; } pre { white-space: pre-wrap; } table { font-size: 6.5pt; } th, td { padding: .1rem .25rem; } figure, tbody { break-inside: avoid; } @page { size: A4 landscape; margin: 12mm; } }

        """;
}
