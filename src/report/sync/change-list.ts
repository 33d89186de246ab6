import type { ChangeReport, Outcome } from '../../domain/change.js'
import { createNth, type FindValues, type MaskedValues } from './change-values.js'
import type { Look } from '../kit/look.js'
import { toPersonHeading, type FindName } from '../kit/person-label.js'
import { sortChanges } from './run-json.js'
import { layOutTable, type Cell, type TableRow } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
import { sortFields, toFieldWord, toReasonWords } from '../kit/words.js'

interface ChangeListInput {
  changes: readonly ChangeReport[]
  findName: FindName
  /** Adds a line per field with both sides masked. */
  findValues?: FindValues | undefined
}

/** The changes grouped by person, in plain words, as lines. */
export const buildChangeList = (input: ChangeListInput, look: Look): string[] => {
  const rows: TableRow[] = []
  const nthOf = createNth()
  let last: string | undefined
  for (const change of sortChanges(input.changes)) {
    if (change.subject !== last) rows.push({ heading: toPersonHeading(change, input.findName, look) })
    last = change.subject
    rows.push(toRow(change, look), ...toValueRows(input.findValues?.(change, nthOf(change)), look))
  }
  return layOutTable(rows, { width: look.width, indent: 2 })
}

const toRow = (change: ChangeReport, look: Look): Cell[] => {
  const { language } = look
  const texts = commonTexts[language]
  const fields = sortFields(change.fields)
    .map((field) => toFieldWord(field, language))
    .join(', ')
  const reason = change.reason === null ? '' : ` (${toReasonWords(change.reason, language)})`
  return [
    texts.kind[change.kind],
    sectionTexts[language][change.section],
    { text: texts.outcome[change.outcome], paint: paintOf(change.outcome, look) },
    fields + reason,
  ]
}

const paintOf = (outcome: Outcome, { paint }: Look): ((text: string) => string) => {
  switch (outcome) {
    case 'planned':
      return paint.cyan
    case 'applied':
      return paint.green
    case 'unchanged':
      return paint.dim
    case 'held':
    case 'skipped':
      return paint.yellow
    case 'failed':
    case 'unknown':
      return paint.red
  }
}

const toValueRows = (values: MaskedValues = {}, { paint, language }: Look): Cell[][] =>
  Object.entries(values).map(([field, { before, after }]) => {
    const sides = before === null ? after : `${before} → ${after}`
    return ['', '', '', { text: `${toFieldWord(field, language)}: ${sides}`, paint: paint.dim }]
  })
