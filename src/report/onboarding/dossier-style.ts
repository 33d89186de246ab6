/** How the page looks on a screen and on A4 paper. Verdicts differ in words too: a printer may have no colour. */
export const dossierStyle = `
:root { color-scheme: light; --ink: #1c2530; --soft: #5b6675; --line: #d5dbe2; --good: #17663a; --bad: #a4161a; --open: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem; max-width: 60rem; color: var(--ink); background: #fff; font: 15px/1.45 system-ui, "Segoe UI", Arial, sans-serif; }
h1 { margin: 0 0 .75rem; font-size: 1.6rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.1rem; }
.verdict { margin: 0 0 1.5rem; padding: .7rem 1rem; border-left: .35rem solid; background: #f6f8fa; font-weight: 600; }
.ready { border-color: var(--good); color: var(--good); }
.not-ready { border-color: var(--bad); color: var(--bad); }
.could-not-check { border-color: var(--open); color: var(--open); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
ol { margin: 0; padding: 0; list-style: none; counter-reset: step; }
ol > li { position: relative; margin: 0 0 .8rem; padding-left: 2.2rem; counter-increment: step; break-inside: avoid; }
ol > li::before { content: counter(step); position: absolute; left: 0; top: .05rem; width: 1.5rem; height: 1.5rem; border: 1px solid var(--ink); border-radius: 50%; text-align: center; font-size: .85rem; line-height: 1.45rem; }
ul { margin: .3rem 0 0; padding-left: 1.1rem; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
thead { display: table-header-group; }
th { padding: .35rem .6rem; border-bottom: 2px solid var(--ink); text-align: left; font-weight: 600; }
td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.good td:first-child { color: var(--good); font-weight: 600; }
.bad td:first-child { color: var(--bad); font-weight: 600; }
.open td:first-child { color: var(--open); font-weight: 600; }
.remark { margin: 0 0 .6rem; color: var(--soft); }
footer { margin-top: 2.5rem; padding-top: .8rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@page { size: A4; margin: 16mm 14mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-after: avoid; } .verdict { background: none; border: 1px solid; border-left-width: .35rem; } }
`
