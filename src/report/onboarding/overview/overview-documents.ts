import type { AccountCheck } from '../../../onboarding/check/account-check.js'
import type { Readiness } from '../../../onboarding/result/result.js'
import { toCsv } from '../../kit/csv.js'
import { joinParts } from '../../kit/join-parts.js'
import type { Look } from '../../kit/look.js'
import { toPageHtml } from '../../kit/page/page-html.js'
import type { Mark, Row } from '../../kit/page/page.js'
import { layOutTable } from '../../kit/table.js'
import { overviewTexts } from './overview-texts.js'
import type { Overview, OverviewRow } from './overview.js'

const headOf = ({ language }: Overview): string[] => {
  const { company, verdict, wanting, application } = overviewTexts[language]
  return [company, verdict, wanting, application]
}

/** One table of who is ready, for a screen. The id stands beside the name: commands ask for it. */
export const buildOverviewText = (overview: Overview, look: Look): string => {
  const { title, verdict, about, rows, next } = overview
  const head = headOf(overview).map((text) => ({ text, paint: look.paint.bold }))
  const lines = rows.map(({ name, id, readiness, verdict: word, wanting, application }) => [
    `${name} (${id})`,
    { text: word, paint: paintOf(readiness, look) },
    wanting,
    application,
  ])
  return joinParts([
    [look.paint.bold(title), verdict, ...about.map((pair) => pair.join(': '))],
    layOutTable(lines, { width: look.width, head }),
    [next],
  ])
}

const paintOf = (readiness: Readiness, { paint }: Look): ((text: string) => string) => {
  switch (readiness) {
    case 'ready':
      return paint.green
    case 'not-ready':
      return paint.red
    case 'could-not-check':
      return paint.yellow
  }
}

const marks: Readonly<Record<Readiness, Mark>> = {
  ready: 'good',
  'not-ready': 'bad',
  'could-not-check': 'open',
}

/** The same as a page to keep or to print. */
export const toOverviewHtml = (overview: Overview): string => {
  const { language, title, readiness, verdict, about, foot, rows } = overview
  const [company = '', verdictHead = '', wanting = '', application = ''] = headOf(overview)
  return toPageHtml({
    language,
    title,
    about,
    foot,
    parts: [
      { kind: 'verdict', mark: marks[readiness], text: verdict },
      {
        kind: 'table',
        columns: [
          { heading: verdictHead, width: 15 },
          { heading: company, width: 25, isRowHeading: true },
          { heading: wanting, width: 30 },
          { heading: application, width: 30 },
        ],
        rows: rows.map(toPageRow),
      },
    ],
    footer: overviewTexts[language].footer,
  })
}

const toPageRow = ({ readiness, verdict, name, id, wanting, application }: OverviewRow): Row => ({
  mark: marks[readiness],
  cells: [verdict, [name, { kind: 'small', text: id }], wanting, application],
})

/** The same for a spreadsheet. */
export const toOverviewCsv = (overview: Overview): string => {
  const [company = '', ...others] = headOf(overview)
  return toCsv([
    [company, 'Nmbrs id', ...others],
    ...overview.rows.map(({ name, id, verdict, wanting, application }) => [
      name,
      id,
      verdict,
      wanting,
      application,
    ]),
  ])
}

/** The look at every employer as a document: the table, and each check whole. */
export const toAccountCheckJson = (check: AccountCheck, overview: Overview): unknown => ({
  readiness: overview.readiness,
  companies: overview.rows.map(({ id, name, readiness }) => ({ id, name, readiness })),
  unseenDebtors: check.unseen,
  results: check.results,
})
