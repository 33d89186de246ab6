import type { DriftedField, DriftedPerson, DriftList } from '../../run/by-hand/drift.js'
import type { ShownValues } from './explain-text.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { indexNames, toPersonHeading } from '../kit/person-label.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
import { toFieldWord } from '../kit/words.js'
import { driftTexts } from './texts/drift-texts.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'

/** What payroll changed, person by person, and apart from it what both sides changed. */
export const buildDriftText = (
  { people, accounts }: DriftList,
  { connection, values }: { connection: string; values: ShownValues },
  look: Look,
): string =>
  joinParts([
    [look.paint.bold(driftTexts[look.language].driftOf(connection))],
    listFields(people, 'target', values, look),
    listFields(people, 'both', values, look),
    listFields(people, 'rate', values, look),
    [toSum(people, look), toAccountsSentence(accounts, look), ...toNextSteps(people, look)],
  ])

/** The document of `drift --json`. Values are never whole here: a document may go anywhere. */
export const toDriftJson = (
  { people, accounts }: DriftList,
  connection: string,
  values: Exclude<ShownValues, 'whole'>,
): unknown => {
  const rowsOf = (by: DriftedField['by']) =>
    people.flatMap(({ subject, targetId, fields }) =>
      fields
        .filter((one) => one.by === by)
        .map((one) => ({
          subject,
          targetId,
          section: one.section,
          field: one.field,
          onDrift: one.onDrift,
          ...(values === 'none'
            ? {}
            : {
                alexis: showValue(one, 'desired', values, 'en'),
                nmbrs: showValue(one, 'actual', values, 'en'),
              }),
        })),
    )
  return {
    connection,
    drift: rowsOf('target'),
    conflicts: rowsOf('both'),
    rates: rowsOf('rate'),
    bankAccounts: accounts,
  }
}

/** One person's drift, for someone who is asked to decide about it. */
export const buildPersonDriftText = (person: DriftedPerson, values: ShownValues, look: Look): string =>
  joinParts((['target', 'both', 'rate'] as const).map((by) => listFields([person], by, values, look)))

const listFields = (
  people: readonly DriftedPerson[],
  by: DriftedField['by'],
  values: ShownValues,
  look: Look,
): string[] => {
  const findName = indexNames(people)
  const rows = people.flatMap((person): TableRow[] => {
    const fields = person.fields.filter((one) => one.by === by)
    if (fields.length === 0) return []
    return [
      { heading: toPersonHeading(person, findName, look) },
      ...fields.map((one) => toRow(one, values, look.language)),
    ]
  })
  return rows.length === 0
    ? []
    : [driftTexts[look.language].title[by], ...layOutTable(rows, { width: look.width, indent: 2 })]
}

const toRow = (one: DriftedField, values: ShownValues, language: Language): string[] => [
  sectionTexts[language][one.section],
  toFieldWord(one.field, language),
  ...(values === 'none'
    ? []
    : [
        `AlexisHR ${showValue(one, 'desired', values, language) ?? '?'}`,
        `Nmbrs ${showValue(one, 'actual', values, language) ?? '?'}`,
      ]),
  standsHow(one, language),
]

const standsHow = ({ by, onDrift }: DriftedField, language: Language): string => {
  const texts = driftTexts[language]
  if (by === 'both') return texts.held
  return by === 'rate' ? texts.amountKept : texts.next[onDrift]
}

const showValue = (
  one: DriftedField,
  side: 'desired' | 'actual',
  values: Exclude<ShownValues, 'none'>,
  language: Language,
): string | null => {
  const value = one[side]
  if (value === undefined) return null
  if (values === 'masked') return maskValue(one.section, one.field, value)
  return value === '' ? driftTexts[language].empty : value
}

const toSum = (people: readonly DriftedPerson[], { language }: Look): string => {
  const texts = driftTexts[language]
  if (people.length === 0) return texts.none
  const count = (by: DriftedField['by']): number =>
    people.reduce((sum, { fields }) => sum + fields.filter((one) => one.by === by).length, 0)
  const also = [
    { found: count('both'), words: texts.conflicts },
    { found: count('rate'), words: texts.rates },
  ].filter(({ found }) => found > 0)
  const parts = also.reduce(
    (before, { found, words }) => texts.also(before, fillCount(found, words)),
    fillCount(count('target'), texts.values),
  )
  return texts.sum(parts, fillCount(people.length, commonTexts[language].people))
}

const toAccountsSentence = ({ looked, connected }: DriftList['accounts'], { language }: Look): string =>
  looked >= connected ? '' : driftTexts[language].accounts(looked, connected)

const toNextSteps = (people: readonly DriftedPerson[], { language }: Look): string[] =>
  people.length === 0 ? [] : [commonTexts[language].next(driftTexts[language].nextSteps)]
