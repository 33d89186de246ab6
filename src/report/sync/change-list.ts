import type { Outcome } from '../../domain/change.js'
import type { Look } from '../kit/look.js'
import { toPersonLine } from '../kit/person-label.js'
import { layOutTable, type Cell, type TableRow } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { sortFields, toFieldWord, toReasonWords } from '../kit/words.js'
import type { MaskedValues } from './change-values.js'
import type { ChangeView } from './view/change-view.js'

/** The changes grouped by person, in plain words, as lines; both sides of a field where they are known. */
export const buildChangeList = (changes: readonly ChangeView[], look: Look): string[] => {
  const rows: TableRow[] = []
  let last: string | undefined
  for (const change of changes) {
    const { person, values } = change
    if (person.subject !== last) rows.push({ heading: toPersonLine(person, look) })
    last = person.subject
    rows.push(toRow(change, look), ...toValueRows(values ?? {}, look))
  }
  return layOutTable(rows, { width: look.width, indent: 2 })
}

const toRow = (change: ChangeView, look: Look): Cell[] => {
  const { language } = look
  const texts = commonTexts[language]
  const fields = sortFields(change.fields)
    .map((field) => toFieldWord(field, language))
    .join(', ')
  const reason = change.reason === null ? '' : ` (${toReasonWords(change.reason, language)})`
  return [
    texts.kind[change.kind],
    toSectionLabel(change.section, language),
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

const toValueRows = (values: MaskedValues, { paint, language }: Look): Cell[][] =>
  Object.entries(values).map(([field, { before, after }]) => {
    const sides = before === null ? after : `${before} → ${after}`
    return ['', '', '', { text: `${toFieldWord(field, language)}: ${sides}`, paint: paint.dim }]
  })
