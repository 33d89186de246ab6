import { fillCount } from '../../../domain/language/count.js'
import { fillText } from '../../../domain/language/fill.js'
import { toCsv } from '../../../report/kit/csv.js'
import { escapeHtml } from '../../../report/kit/escape-html.js'
import type { Batch } from '../../../access/work/batch.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import { buildRequests } from '../../../access/request/build-request.js'
import { requestLanguages } from '../../../access/request/help-schema.js'
import { toChoices, toPersonHead, toPersonRows, worklistRemarks } from './worklist-cells.js'
import { languageOf } from '../../../access/screens/screen-choices.js'
import { worklistTexts } from '../../../access/screens/worklist-texts.js'

/** A worklist as a file. */
export interface WorklistFile {
  name: string
  text: string
}

/** The files of a hand-over: for each batch one for a spreadsheet and one to print, and at the end the page that leads to them. */
export const toWorklistFiles = (handOver: HandOver): readonly WorklistFile[] => [
  ...handOver.batches.flatMap((batch) => [
    { name: `${batch.key}.csv`, text: toBatchCsv(batch, handOver) },
    { name: `${batch.key}.html`, text: toBatchPage(batch, handOver) },
    ...toRequestFiles(batch, handOver),
  ]),
  { name: 'index.html', text: toIndexPage(handOver) },
]

/** What to write to the vendor about a batch, in each language; none where a person does the work in the portal. */
export const toRequestFiles = (batch: Batch, handOver: HandOver): readonly WorklistFile[] =>
  requestLanguages
    .map((language) => ({
      name: `${batch.key}-${language}.txt`,
      text: buildRequests(batch, handOver, language),
    }))
    .filter(({ text }) => text !== '')

/** A batch for a spreadsheet: its choices stand in each row, so that rows can be sorted and filtered. */
export const toBatchCsv = (batch: Batch, handOver: HandOver): string => {
  const choices = toChoices(batch, handOver)
  return toCsv([
    [textsOf(handOver).head.batch, ...choices.map(([name]) => name), ...toPersonHead(batch, handOver)],
    ...toPersonRows(batch, handOver).map((row) => [batch.key, ...choices.map(([, value]) => value), ...row]),
  ])
}

const toBatchPage = (batch: Batch, handOver: HandOver): string =>
  toPage(`${handOver.portalTitle}: ${batch.key}`, [
    ...toBatchBody(batch, handOver),
    `<p><a href="index.html">All batches of ${escapeHtml(handOver.key)}</a></p>`,
  ])

const toIndexPage = (handOver: HandOver): string =>
  toPage(toTitle(handOver), [
    ...toRemarkLines(handOver),
    '<ol>',
    ...handOver.batches.map(
      (batch) =>
        `<li><a href="${escapeHtml(batch.key)}.html">${escapeHtml(batch.key)}</a> ${escapeHtml(toSummary(batch, handOver))}` +
        ` (<a href="${escapeHtml(batch.key)}.csv">CSV</a>${toRequestLinks(batch, handOver)})</li>`,
    ),
    '</ol>',
  ])

const toRequestLinks = (batch: Batch, handOver: HandOver): string =>
  toRequestFiles(batch, handOver)
    .map(({ name }) => `, <a href="${escapeHtml(name)}">${escapeHtml(name)}</a>`)
    .join('')

/** The whole hand-over as one page. */
export const toHandOverPage = (handOver: HandOver): string =>
  toPage(toTitle(handOver), [
    ...toRemarkLines(handOver),
    ...handOver.batches.flatMap((batch) => toBatchBody(batch, handOver)),
  ])

/** The whole hand-over in plain words, without anybody's name: what the lists are about. */
export const toHandOverSummary = (handOver: HandOver): string =>
  [
    toTitle(handOver),
    '',
    ...worklistRemarks(handOver),
    '',
    ...handOver.batches.map((batch) => `${batch.key}  ${toSummary(batch, handOver)}`),
    '',
  ].join('\n')

const toTitle = ({ portalTitle, connection, key, at }: HandOver): string =>
  `${portalTitle}: work ${key} for ${connection}, ${at.slice(0, 10)}`

const textsOf = (handOver: Pick<HandOver, 'language'>) => worklistTexts[languageOf(handOver)]

const toSummary = ({ step, people, after }: Batch, handOver: HandOver): string => {
  const { steps, people: count, onlyAfter } = textsOf(handOver)
  const wait = after.length === 0 ? '' : `, ${fillText(onlyAfter, { batches: after.join(', ') })}`
  return `${steps[step]}: ${fillCount(people.length, count)}${wait}`
}

const toRemarkLines = (handOver: HandOver): string[] =>
  worklistRemarks(handOver).map((remark) => `<p>${escapeHtml(remark)}</p>`)

const toBatchBody = (batch: Batch, handOver: HandOver): string[] => [
  `<h2>${escapeHtml(`${batch.key}: ${toSummary(batch, handOver)}`)}</h2>`,
  `<table>${toChoices(batch, handOver)
    .map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('')}</table>`,
  `<table><thead>${toRow([textsOf(handOver).head.done, ...toPersonHead(batch, handOver)], 'th')}</thead><tbody>`,
  ...toPersonRows(batch, handOver).map((row) => toRow(['☐', ...row], 'td')),
  '</tbody></table>',
]

const toRow = (cells: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`

const style =
  'body{font-family:sans-serif}table{border-collapse:collapse;margin-bottom:1em}' +
  'td,th{border:1px solid #999;padding:.3em .6em;text-align:left}h2{font-size:1.1em}' +
  '@media print{tr{break-inside:avoid}}'

/** A page that loads nothing and runs nothing. */
const toPage = (title: string, body: readonly string[]): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    `</head><body><h1>${escapeHtml(title)}</h1>`,
    ...body,
    '</body></html>',
    '',
  ].join('\n')
