import type { ImportEnd } from '../../access/import/import-list.js'
import { surpriseTexts, type Surprise, type SurpriseCode } from '../../access/import/surprise.js'
import { countOf } from '../kit/count-words.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'

/** What is told of an import besides what the list said. */
export interface ImportAbout {
  portal: string
  /** Whether somebody said that the list has every login. */
  whole: boolean
}

/** What a portal's own list settled, and what nobody expected. Lines and ids; the names are in the list itself. */
export const buildImportText = (end: ImportEnd, about: ImportAbout, look: Look): string =>
  joinParts([
    [
      look.paint.bold(`${about.portal}: ${countOf(end.list.lines, 'line', 'lines')} read`),
      ...toCounts(end, about),
    ],
    ...bySurprise(end.surprises).map(([code, surprises]) => toSurpriseLines(code, surprises, look)),
  ])

const toCounts = ({ confirmed, found, same, missing, list }: ImportEnd, { whole }: ImportAbout): string[] => {
  const counts: (readonly [number, string])[] = [
    [confirmed.length, 'handed over and now confirmed'],
    [found.length, 'unknown until now, and as they should be'],
    [same, 'as they are known'],
    [list.gone.length, 'forgotten, because they are gone'],
  ]
  const lines = counts.flatMap(([count, words]) => (count === 0 ? [] : [`  ${count} ${words}`]))
  if (whole || missing.length === 0) return lines
  return [
    ...lines,
    `  ${countOf(missing.length, 'known login is', 'known logins are')} not in the list, which says nothing unless it is the whole list: --whole`,
  ]
}

const bySurprise = (surprises: readonly Surprise[]): [SurpriseCode, Surprise[]][] => {
  const groups = new Map<SurpriseCode, Surprise[]>()
  for (const surprise of surprises)
    groups.set(surprise.code, [...(groups.get(surprise.code) ?? []), surprise])
  return [...groups]
}

const toSurpriseLines = (code: SurpriseCode, surprises: readonly Surprise[], look: Look): string[] => {
  const { message, remedy } = surpriseTexts[code]
  const rows = surprises.map(({ line, subject }) => [line === null ? '' : `line ${line}`, subject ?? ''])
  return [
    look.paint.yellow(`${surprises.length} × ${message}`),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    `  Next: ${remedy}`,
  ]
}

/** The same as a document. */
export const toImportJson = (
  end: ImportEnd,
  connection: string,
  { portal, whole }: ImportAbout,
): unknown => ({
  connection,
  portal,
  lines: end.list.lines,
  whole,
  confirmed: end.confirmed,
  found: end.found,
  same: end.same,
  gone: end.list.gone,
  missing: end.missing,
  surprises: end.surprises.map((surprise) => ({ ...surprise, ...surpriseTexts[surprise.code] })),
})
