/** How the report's page looks, in light and in dark. */
export const pageStyle = `
:root { color-scheme: light dark;
  --ink: #1c2127; --soft: #5b6672; --paper: #ffffff; --line: #d7dde3; --code: #f3f5f7;
  --good: #1a7f42; --bad: #c02626; --warn: #8a5a00;
  --bar-good: #b7e4c4; --bar-bad: #f6b8b3; --bar-waiting: #d5dcf5; --bar-down: #d3d6da; --bar-neutral: #e8ebee; }
@media (prefers-color-scheme: dark) { :root {
  --ink: #e4e8ec; --soft: #9aa6b2; --paper: #14181c; --line: #343c44; --code: #1f252b;
  --good: #5fd28a; --bad: #ff8a80; --warn: #f0c060;
  --bar-good: #1f5a36; --bar-bad: #7a2925; --bar-waiting: #33406e; --bar-down: #3a4047; --bar-neutral: #2a3138; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px; }
h1 { font-size: 20px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin-top: 32px; }
h3 { font-size: 15px; margin: 0; }
h2, h3, p, li, dd { overflow-wrap: anywhere; }
code, pre, .said { font: 13px/1.45 ui-monospace, monospace; }
pre { background: var(--code); padding: 8px 12px; overflow-x: auto; }
.verdict { padding: 10px 14px; border-left: 4px solid; background: var(--code); }
.verdict.holds { border-color: var(--good); } .verdict.broken, .verdict.could-not-run { border-color: var(--bad); }
.finding, .scenario { border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px; margin: 12px 0; }
.finding p { margin: 4px 0; } .place, .gutter, footer { color: var(--soft); font-size: 13px; }
.badge { font-size: 12px; border: 1px solid; border-radius: 9px; padding: 0 7px; color: var(--soft); }
.error .badge { color: var(--bad); } .warning .badge { color: var(--warn); }
mark { background: none; color: var(--bad); text-decoration: underline wavy; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: normal; }
th, td:not(:last-child) { white-space: nowrap; }
.said { white-space: pre-wrap; max-height: 6em; overflow: auto; color: var(--soft); overflow-wrap: anywhere; }
tr.broken td:first-child, tr.broken td:nth-child(3), li.broken, .scenario.broken h3 { color: var(--bad); }
tr.kept td:first-child, .scenario.kept h3 { color: var(--good); }
svg { width: 100%; height: auto; margin-top: 8px; }
svg text { font: 12px ui-monospace, monospace; fill: var(--ink); }
svg .tick { fill: var(--soft); text-anchor: middle; font-size: 11px; }
svg .grid { stroke: var(--line); stroke-dasharray: 2 4; }
.bar.good rect { fill: var(--bar-good); } .bar.bad rect { fill: var(--bar-bad); }
.bar.waiting rect { fill: var(--bar-waiting); }
.bar.down rect { fill: var(--bar-down); } .bar.neutral rect { fill: var(--bar-neutral); }
ul { padding-left: 20px; } li.measure { color: var(--soft); }
`;
