/** Style of the bundle's start page: one file, system fonts, light and dark by the system, and paper. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --bg: #f6f5f2; --card: #fff; --ink: #1c2024; --muted: #5d636a; --line: #dfdbd3;
  --brand: #1f5f5b; --brand-soft: #e4f0ee; --on-brand: #fff;
  --warn: #8a5100; --warn-soft: #fdf1dc; --danger: #b3261e; --danger-soft: #fdeceb; --ok: #2e6b34; --ok-soft: #e9f3ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #17181a; --card: #202225; --ink: #ececea; --muted: #a9aeb4; --line: #3a3d42;
    --brand: #7cc7bf; --brand-soft: #1f3331; --on-brand: #0e1f1d;
    --warn: #f0b45a; --warn-soft: #3a2d17; --danger: #ff8a80; --danger-soft: #3d2120; --ok: #8fcf94; --ok-soft: #1f2f21;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--bg); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
main { max-width: 820px; margin: 0 auto; padding: 32px 20px 56px; }
h1 { font-size: 26px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 0 0 12px; }
h3 { font-size: 17px; margin: 0; }
p { margin: 0 0 12px; }
.muted { color: var(--muted); }
.limits { border-left: 4px solid var(--warn); background: var(--warn-soft); padding: 12px 16px; border-radius: 0 8px 8px 0; margin: 20px 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 20px; margin: 0 0 20px; }
a { color: var(--brand); }
:focus-visible, .button:focus-within { outline: 3px solid var(--brand); outline-offset: 2px; }
.facts { display: grid; grid-template-columns: minmax(7em, max-content) 1fr; gap: 6px 16px; margin: 0; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }
.contents { list-style: none; margin: 0; padding: 0; }
.contents li { padding: 8px 0; border-top: 1px solid var(--line); }
.contents li:first-child { border-top: 0; padding-top: 0; }
.contents span { color: var(--muted); display: block; font-size: 14px; }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px 8px 0; border-top: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 500; border-top: 0; padding-top: 0; }
tbody th { font-weight: 600; white-space: nowrap; }
.drop { border: 2px dashed var(--line); border-radius: 12px; padding: 24px 16px; text-align: center; }
.drop.over { border-color: var(--brand); background: var(--brand-soft); }
.button {
  display: inline-block; position: relative; margin: 4px; padding: 10px 20px; border-radius: 10px; font-weight: 600;
  background: var(--brand); color: var(--on-brand); border: 1px solid var(--brand); cursor: pointer; overflow: hidden;
}
.button.second { background: transparent; color: var(--brand); }
.button input { position: absolute; top: 0; left: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
.status { min-height: 1.65em; margin: 12px 0 0; text-align: center; }
.verdict { display: flex; gap: 14px; align-items: center; padding: 16px 18px; border: 2px solid; border-radius: 12px; }
.verdict.passed { color: var(--ok); background: var(--ok-soft); }
.verdict.failed { color: var(--danger); background: var(--danger-soft); }
.verdict.incomplete { color: var(--warn); background: var(--warn-soft); }
.verdict-mark { font-size: 28px; line-height: 1; }
.verdict-text:focus { outline: none; }
.report { margin-top: 16px; }
.report .facts { font-size: 14px; margin-top: 16px; }
.layers { list-style: none; margin: 12px 0 0; padding: 0; }
.layer { padding: 10px 0; border-bottom: 1px solid var(--line); }
.layer-line { display: grid; grid-template-columns: 1.4em 6em 1fr; gap: 0 10px; margin: 0; align-items: baseline; }
.layer-mark { font-weight: 700; text-align: center; color: var(--muted); }
.layer.passed .layer-mark { color: var(--ok); }
.layer.failed .layer-mark, .layer.failed .layer-text, .problems { color: var(--danger); }
.layer.unchecked .layer-mark { color: var(--warn); }
.problems, .notes { margin: 6px 0 0; padding-left: 3.6em; font-size: 15px; }
.notes { color: var(--muted); font-size: 14px; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
pre { margin: 0 0 12px; padding: 12px; background: var(--bg); border-radius: 8px; white-space: pre-wrap; font: 14px/1.5 ui-monospace, Consolas, monospace; }
summary { cursor: pointer; font-weight: 600; }
details > :nth-child(2) { margin-top: 12px; }
footer { color: var(--muted); font-size: 14px; }
@media (max-width: 520px) {
  .layer-line { grid-template-columns: 1.4em 1fr; }
  .layer-text { grid-column: 2; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 6px; }
}
@media (forced-colors: active) { .limits { border: 1px solid; } .button { border: 1px solid; } }
@media print {
  :root {
    color-scheme: light;
    --bg: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb; --brand: #000;
    --warn: #000; --warn-soft: #fff; --danger: #b3261e; --danger-soft: #fff; --ok: #000; --ok-soft: #fff;
  }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .card { border: 0; padding: 0; }
  .layer, tr, .contents li { break-inside: avoid; }
  .screen-only, .drop, .status { display: none; }
}
`;
