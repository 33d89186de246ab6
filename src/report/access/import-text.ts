import type { ImportEnd } from '../../access/import/import-list.js'
import type { Surprise, SurpriseCode } from '../../access/import/surprise.js'
import { surpriseCatalogue, surpriseTexts } from '../../access/import/surprise-texts.js'
import { fillCount } from '../../domain/language/count.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { importTexts } from './texts/import-texts.js'

/** What is told of an import besides what the list said. */
export interface ImportAbout {
  portal: string
  /** Whether someone said that the list has every login. */
  whole: boolean
}

/**
 * What a portal's own list settled, and what no one expected. Lines and ids; the names are in the list
 * itself.
 */
export const buildImportText = (end: ImportEnd, about: ImportAbout, look: Look): string =>
  joinParts([
    [
      look.paint.bold(`${about.portal}: ${fillCount(end.list.lines, importTexts[look.language].linesRead)}`),
      ...toCounts(end, about, look),
    ],
    ...bySurprise(end.surprises).map(([code, surprises]) => toSurpriseLines(code, surprises, look)),
  ])

const toCounts = (
  { confirmed, found, same, missing, list }: ImportEnd,
  { whole }: ImportAbout,
  { language }: Look,
): string[] => {
  const texts = importTexts[language]
  const counts: (readonly [number, (count: number) => string])[] = [
    [confirmed.length, texts.confirmed],
    [found.length, texts.found],
    [same, texts.same],
    [list.gone.length, texts.gone],
  ]
  const lines = counts.flatMap(([count, toWords]) => (count === 0 ? [] : [`  ${toWords(count)}`]))
  if (whole || missing.length === 0) return lines
  return [...lines, `  ${fillCount(missing.length, texts.missing)}`]
}

const bySurprise = (surprises: readonly Surprise[]): [SurpriseCode, Surprise[]][] => {
  const groups = new Map<SurpriseCode, Surprise[]>()
  for (const surprise of surprises)
    groups.set(surprise.code, [...(groups.get(surprise.code) ?? []), surprise])
  return [...groups]
}

const toSurpriseLines = (code: SurpriseCode, surprises: readonly Surprise[], look: Look): string[] => {
  const { language } = look
  const { message, remedy } = surpriseCatalogue[language][code]
  const rows = surprises.map(({ line, subject }) => [
    line === null ? '' : importTexts[language].line(line),
    subject ?? '',
  ])
  return [
    look.paint.yellow(`${surprises.length} × ${message}`),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    `  ${commonTexts[language].next(remedy)}`,
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
