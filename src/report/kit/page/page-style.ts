import { dropControls } from '../../../domain/text/drop-controls.js'
import type { Language } from '../../../domain/language/language.js'
import { pageTexts } from './page-texts.js'

/**
 * How every page looks, on a screen, on A4 paper and in a mail program, which knows little more than tables
 * and borders. Grey and black only where it matters: a printer may have no colour. A word is never broken,
 * but for one that is wider than its place.
 */
const commonStyle = `
* { box-sizing: border-box; }
html { background: #fff; }
body { margin: 0 auto; padding: 24pt 18pt; max-width: 210mm; color: #1c2530; background: #fff; font: 10.5pt/1.4 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; hyphens: manual; }
h1 { margin: 0 0 9pt; font-size: 18pt; line-height: 1.2; }
h2 { margin: 20pt 0 6pt; font-size: 13pt; line-height: 1.25; }
h3, h4, h5, h6 { margin: 12pt 0 4pt; font-size: 11pt; line-height: 1.25; }
p { margin: 0 0 6pt; white-space: pre-line; }
a { color: #0b4f8a; }
ul, ol { margin: 3pt 0 6pt; padding-left: 16pt; }
li { margin: 0 0 3pt; }
ol > li { margin-bottom: 6pt; padding-left: 3pt; }
code, pre { font-family: Consolas, Menlo, "Liberation Mono", monospace; font-size: 10pt; }
code { white-space: pre-wrap; }
code.long, pre { overflow-wrap: anywhere; }
pre { margin: 0 0 6pt; padding: 6pt 8pt; border: 1px solid #b8c0ca; white-space: pre-wrap; }
.small { color: #4a5563; font-size: 9pt; font-weight: 400; }
.whole { white-space: nowrap; }
.aside { display: inline-block; }
.note { color: #4a5563; }
.verdict { margin: 0 0 12pt; padding: 6pt 10pt; border: 1px solid; border-left-width: 4pt; font-weight: 600; }
.good { color: #17663a; } .bad { color: #a4161a; } .open { color: #805300; }
td.good, td.bad, td.open, th.good, th.bad, th.open { font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 3pt 9pt 3pt 0; text-align: left; vertical-align: top; white-space: pre-line; }
thead { display: table-header-group; }
.pairs { width: auto; margin: 0 0 6pt; }
.pairs th { min-width: 75pt; padding: 1.5pt 18pt 1.5pt 0; color: #4a5563; font-weight: 400; }
.pairs td { padding: 1.5pt 0; }
.rows { margin: 3pt 0 6pt; font-size: 10pt; }
.rows thead th { border-bottom: 1.5pt solid #1c2530; vertical-align: bottom; font-weight: 600; }
.rows tbody th { font-weight: 600; }
.rows tbody th, .rows tbody td { border-bottom: 1px solid #b8c0ca; }
.rows .figure { padding-right: 18pt; text-align: right; white-space: nowrap; }
.rows .tick { width: 1%; white-space: nowrap; }
.box { font-family: "Segoe UI Symbol", "Apple Symbols", "DejaVu Sans", sans-serif; font-size: 13pt; line-height: 1; }
.ticks { padding-left: 20pt; list-style: none; }
.ticks > li > .box { float: left; margin-left: -20pt; }
.block { margin: 9pt 0; padding: 6pt 10pt; border: 1px solid #8c96a3; }
.block > h2, .block > h3, .block > h4 { margin-top: 0; }
.block > :last-child { margin-bottom: 0; }
.block .rows { font-size: 10pt; }
.block .rows thead th { border-bottom: 1px solid #8c96a3; color: #4a5563; font-size: 9pt; font-weight: 400; }
.block .rows tbody tr:last-child > * { border-bottom: 0; }
footer { margin-top: 20pt; padding-top: 6pt; border-top: 1px solid #b8c0ca; color: #4a5563; font-size: 9pt; }
@media print {
  body { padding: 0; max-width: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, li, p, .pairs, .verdict, .block { break-inside: avoid; }
  .sheet { break-before: page; }
  a { color: inherit; text-decoration: none; }
}
`

const widths = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70]

const columnStyle = widths.map((width) => `.w${width} { width: ${width}%; }`).join(' ')

/**
 * The style of one page: its foot says on each sheet of paper what it belongs to, and which of how many it
 * is.
 */
export const toPageStyle = (foot: string, language: Language): string => {
  const { sheet, of } = pageTexts[language]
  const small = 'font: 8.5pt "Segoe UI", Arial, "Liberation Sans", sans-serif; color: #4a5563;'
  return [
    commonStyle.trim(),
    columnStyle,
    '@page { size: A4 portrait; margin: 15mm 14mm 17mm;',
    `@bottom-left { content: ${toCssString(foot)}; ${small} }`,
    `@bottom-right { content: ${toCssString(`${sheet} `)} counter(page) ${toCssString(` ${of} `)} counter(pages); ${small} white-space: nowrap; } }`,
    '',
  ].join('\n')
}

/** A text in a style sheet: everything that could end it, or the sheet, is written by its number. */
const toCssString = (text: string): string => {
  const signs = Array.from(dropControls(text).replaceAll(/\s+/g, ' '))
  const safe = signs.map((sign) =>
    /^[A-Za-z0-9 ]$/.test(sign)
      ? sign
      : `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16).padStart(6, '0')} `,
  )
  return `"${safe.join('')}"`
}
