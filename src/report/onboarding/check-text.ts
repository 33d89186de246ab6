import type { Look } from '../kit/look.js'
import { layOutTable, type Cell, type TableRow } from '../kit/table.js'
import { wrapText } from '../kit/wrap-text.js'
import type { Mark } from '../kit/page/page.js'
import type { Dossier, DossierStep, DossierTable } from './dossier.js'

/**
 * A result as text for a screen: the verdict and what is still to do first, then what was looked at. The
 * verdict closes it once more, for a long list of calls moves the first lines out of sight.
 */
export const buildCheckText = (dossier: Dossier, look: Look): string => {
  const verdict = wrapText(dossier.verdict, look.width).map((line) => paintVerdict(line, dossier, look))
  const parts = [
    [look.paint.bold(dossier.title), ...verdict],
    toSteps(dossier, look),
    [
      look.paint.bold(dossier.aboutHeading),
      ...toRows(
        dossier.about.map((pair) => pair.map(toPlain)),
        look,
      ),
    ],
    toFactTable(dossier.facts, look),
    toTable(dossier.scopes, look),
    toCallTable(dossier.calls, look),
    dossier.surplus === undefined ? [] : toTable(dossier.surplus, look),
    dossier.surplus === undefined ? [] : toTable(dossier.template, look),
    verdict,
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const toRows = (rows: readonly (readonly Cell[])[], look: Look): string[] =>
  layOutTable(rows, { width: look.width, indent: 2 })

const toTable = ({ heading, remark, rows }: DossierTable, look: Look): string[] =>
  rows.length === 0 && remark === ''
    ? []
    : [
        look.paint.bold(heading),
        ...(remark === '' ? [] : indent(wrapText(remark, look.width - 2))),
        ...toRows(
          rows.map(({ cells: [first = '', ...rest], mark }) => [
            { text: first, paint: paintOf(mark, look) },
            ...rest.map(toPlain),
          ]),
          look,
        ),
      ]

/** What is wrong with a value stands under it. Where a right one comes from is left to the page. */
const toFactTable = ({ heading, rows }: DossierTable, look: Look): string[] => {
  const lines = rows.flatMap(({ cells, mark }): Cell[][] => {
    const [standing = '', label = '', value = '', detail = ''] = cells
    const first = { text: standing, paint: paintOf(mark, look) }
    const told = mark === 'good' || detail === '' ? [] : [detail]
    const [beside = '', ...below] = [value, ...told].filter((part) => part !== '')
    return [[first, toPlain(label), toPlain(beside)], ...below.map((part) => ['', '', toPlain(part)])]
  })
  return rows.length === 0 ? [] : [look.paint.bold(heading), ...toRows(lines, look)]
}

/** Grouped by service, which is how the screen of the user template shows them. */
const toCallTable = (calls: DossierTable, look: Look): string[] => {
  const { heading, remark } = calls
  const rows: TableRow[] = []
  let service = ''
  for (const { cells, mark } of calls.rows) {
    const [standing = '', of = '', call = '', detail = ''] = cells
    if (of !== service) rows.push({ heading: `  ${of}` })
    service = of
    rows.push([{ text: standing, paint: paintOf(mark, look) }, call, detail])
  }
  return rows.length === 0
    ? []
    : [look.paint.bold(heading), `  ${remark}`, ...layOutTable(rows, { width: look.width, indent: 4 })]
}

/** A line break in an answer would tear the table, and other control characters would steer the terminal. */
const toPlain = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

const toSteps = ({ steps, stepsHeading }: Dossier, look: Look): string[] =>
  steps.length === 0
    ? []
    : [look.paint.bold(stepsHeading), ...steps.flatMap((step, index) => toStep(step, index + 1, look))]

const toStep = ({ text, about }: DossierStep, number: number, look: Look): string[] => {
  const label = `${number}.`.padEnd(4)
  const [first = '', ...others] = wrapText(text, look.width - 2 - label.length)
  const margin = ' '.repeat(label.length)
  return indent([
    label + first,
    ...others.map((line) => margin + line),
    ...about.map((line) => `${margin}- ${toPlain(line)}`),
  ])
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

const paintOf = (mark: Mark, { paint }: Look): ((text: string) => string) => {
  switch (mark) {
    case 'good':
      return paint.green
    case 'bad':
      return paint.red
    case 'open':
      return paint.yellow
    case 'plain':
      return (text) => text
  }
}

const paintVerdict = (line: string, { readiness }: Dossier, { paint }: Look): string => {
  switch (readiness) {
    case 'ready':
      return paint.green(line)
    case 'not-ready':
      return paint.red(line)
    case 'could-not-check':
      return paint.yellow(line)
  }
}
