import { literal } from "./html.js";

/**
 * How pages look. Every pair of colours has a contrast of 4.5 or more in both schemes. Lines break anywhere rather than
 * make a phone scroll sideways; narrow, a table is a list of its rows. On paper nothing is cut that fits on a sheet.
 */
export const STYLESHEET = literal`
:root {
  color-scheme: light dark;
  --page: #ffffff; --soft: #f5f6f8; --line: #d5dae0; --text: #1c2228; --muted: #56606b; --link: #0b569f;
  --success: #12602d; --success-soft: #e2f3e7;
  --reject: #864000; --reject-soft: #fcefdc;
  --error: #971b2b; --error-soft: #fbe7e9;
  --unmapped: #48505a; --unmapped-soft: #e9ecf0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --soft: #1d2127; --line: #3a424b; --text: #e3e7ec; --muted: #a3adb8; --link: #86bdf5;
    --success: #86dba0; --success-soft: #163522;
    --reject: #f3b978; --reject-soft: #3b2a14;
    --error: #f5a0aa; --error-soft: #431d23;
    --unmapped: #bcc5cf; --unmapped-soft: #2d333b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 50rem;
  background: var(--page); color: var(--text);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1, h2 { text-wrap: balance; }
h1 { font-size: 2.125rem; font-weight: 650; letter-spacing: -0.015em; }
h2 { font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; margin: 3.5rem 0 1rem; }
h3 { font-size: 1.0625rem; font-weight: 600; line-height: 1.5; }
p, ul, ol, dl, pre, table { margin: 0.75rem 0 0; }
ul, ol { padding: 0; list-style: none; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:focus-visible { outline: 0.15rem solid var(--link); outline-offset: 0.15rem; border-radius: 0.15rem; }
pre, code, .written { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code, .written { font-size: 0.88em; }
pre {
  font-size: 0.84rem; line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2;
  background: var(--soft); border-radius: 0.375rem; padding: 0.625rem 0.875rem;
}
pre code { font-size: inherit; }
.kicker, .muted { color: var(--muted); }
.kicker { margin: 0 0 0.375rem; font-size: 0.9375rem; }
.small { font-size: 0.875rem; }
.note { color: var(--muted); }
.note pre { color: inherit; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; color: var(--muted); margin-top: 1.25rem; }
.label { font-weight: 600; }
nav { margin-top: 1.5rem; padding: 0.75rem 0; border-block: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.375rem 1.5rem; margin: 0; }
.outcome, .mark {
  display: inline-block; padding: 0.05em 0.6em; border-radius: 1em; font-size: 0.875em; font-weight: 600;
  white-space: nowrap; border: 1px solid transparent;
}
.success, .passes { color: var(--success); background: var(--success-soft); }
.reject, .warning { color: var(--reject); background: var(--reject-soft); }
.error, .fails { color: var(--error); background: var(--error-soft); }
.unmapped, .hint { color: var(--unmapped); background: var(--unmapped-soft); }
.terms { display: grid; grid-template-columns: auto 1fr; gap: 0.5rem 1rem; align-items: baseline; }
.terms dd { margin: 0; }
.items > li, .rules > li { border-top: 1px solid var(--line); padding: 1.125rem 0 1.25rem; margin: 0; }
.items, .rules { border-bottom: 1px solid var(--line); }
.group { margin-top: 1.25rem; }
.included .rules { border-bottom: 0; }
.included { border-left: 0.25rem solid var(--line); padding-left: 1rem; }
.included > .from { margin-top: 0; }
.numbered { display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; align-items: baseline; }
.number { min-width: 4.75rem; color: var(--muted); font-variant-numeric: tabular-nums; font-weight: 600; }
.items > .failing { border-left: 0.25rem solid var(--error); padding-left: 1rem; }
.verdicts { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: 0.375rem 1rem; }
.verdicts dt { color: var(--muted); }
.verdicts dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.625rem 1rem 0.625rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { white-space: nowrap; font-size: 0.875rem; font-weight: 600; color: var(--muted); border-top: 1px solid var(--line); }
tbody th { font-weight: 600; }
th, td { overflow-wrap: break-word; }
td a { white-space: nowrap; }
th bdi, td bdi { overflow-wrap: anywhere; }
td > :first-child, th > :first-child { margin-top: 0; }
footer { margin-top: 3.5rem; color: var(--muted); font-size: 0.875rem; }
@media screen and (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; font-size: 1rem; }
  h1 { font-size: 1.75rem; }
  h2 { margin-top: 2.75rem; }
  .number { min-width: 0; }
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  tr { border-bottom: 1px solid var(--line); padding: 0.75rem 0; }
  tbody tr:first-child { border-top: 1px solid var(--line); }
  tbody th, tbody td { border: 0; padding: 0.1875rem 0; }
  tbody td { position: relative; padding-left: 7rem; }
  tbody td::before { content: attr(data-column); position: absolute; left: 0; color: var(--muted); }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root {
    color-scheme: light;
    --page: #ffffff; --soft: #ffffff; --line: #b5bcc4; --text: #000000; --muted: #40474f; --link: #000000;
    --success: #0e4d24; --success-soft: #ffffff; --reject: #6b3300; --reject-soft: #ffffff;
    --error: #7a1523; --error-soft: #ffffff; --unmapped: #333a42; --unmapped-soft: #ffffff;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  nav { display: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 13.5pt; margin-top: 8mm; }
  h3 { font-size: 10.5pt; }
  h1, h2, h3, .from { break-after: avoid; }
  li, tr, dl, p { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  pre { font-size: 8.5pt; border: 1px solid var(--line); }
  .outcome, .mark { border-color: currentcolor; }
  a { text-decoration: none; }
}
`;
