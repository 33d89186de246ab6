import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { toPersonLine } from '../kit/person-label.js'
import type { ValueView } from '../kit/shown-value.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toFieldWord } from '../kit/words.js'
import type { ShownValues } from './explain-text.js'
import { byHandTexts } from './texts/by-hand-texts.js'
import { driftTexts } from './texts/drift-texts.js'
import type { AcceptedDriftView, DriftedFieldView, DriftedPersonView, DriftView } from './view/drift-view.js'

/** What payroll changed, person by person, and apart from it what both sides changed. */
export const buildDriftText = (view: DriftView, values: ShownValues, look: Look): string =>
  joinParts([
    [look.paint.bold(driftTexts[look.language].driftOf(view.connection))],
    listFields(view.people, 'target', values, look),
    listFields(view.people, 'both', values, look),
    listFields(view.people, 'rate', values, look),
    [toSum(view, look), toAccountsSentence(view, look), ...toNextSteps(view, look)],
  ])

/** The document of `drift --json`. Values are never whole here: a document may go anywhere. */
export const toDriftJson = (
  { connection, people, accounts }: DriftView,
  values: Exclude<ShownValues, 'whole'>,
): unknown => {
  const rowsOf = (by: DriftedFieldView['by']) =>
    people.flatMap(({ person, targetId, fields }) =>
      fields
        .filter((one) => one.by === by)
        .map((one) => ({
          subject: person.subject,
          targetId,
          section: one.section,
          field: one.field,
          onDrift: one.onDrift,
          ...(values === 'none'
            ? {}
            : {
                alexis: showValue(one, one.alexis, values, 'en'),
                nmbrs: showValue(one, one.nmbrs, values, 'en'),
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
export const buildPersonDriftText = (person: DriftedPersonView, values: ShownValues, look: Look): string =>
  joinParts((['target', 'both', 'rate'] as const).map((by) => listFields([person], by, values, look)))

/** What was let stand, and where to see it. */
export const buildAcceptedText = (
  { person, values, next }: AcceptedDriftView,
  { language }: Pick<Look, 'language'>,
): string => {
  const texts = byHandTexts[language]
  const said = texts.accepted(fillCount(values, texts.values), person.subject)
  return `${said}\n${commonTexts[language].next(next.text)}\n`
}

/** The document of `drift --accept-target --json`. */
export const toAcceptedJson = ({ person, accepted }: AcceptedDriftView): object => ({
  subject: person.subject,
  targetId: person.targetId,
  accepted,
})

const listFields = (
  people: readonly DriftedPersonView[],
  by: DriftedFieldView['by'],
  values: ShownValues,
  look: Look,
): string[] => {
  const rows = people.flatMap(({ person, ...one }): TableRow[] => {
    const fields = one.fields.filter((field) => field.by === by)
    if (fields.length === 0) return []
    return [
      { heading: toPersonLine(person, look) },
      ...fields.map((field) => toRow(field, values, look.language)),
    ]
  })
  return rows.length === 0
    ? []
    : [driftTexts[look.language].title[by], ...layOutTable(rows, { width: look.width, indent: 2 })]
}

const toRow = (one: DriftedFieldView, values: ShownValues, language: Language): string[] => [
  toSectionLabel(one.section, language),
  toFieldWord(one.field, language),
  ...(values === 'none'
    ? []
    : [
        `AlexisHR ${showValue(one, one.alexis, values, language) ?? '?'}`,
        `Nmbrs ${showValue(one, one.nmbrs, values, language) ?? '?'}`,
      ]),
  standsHow(one, language),
]

const standsHow = ({ by, onDrift }: DriftedFieldView, language: Language): string => {
  const texts = driftTexts[language]
  if (by === 'both') return texts.held
  return by === 'rate' ? texts.amountKept : texts.next[onDrift]
}

const showValue = (
  { section, field }: DriftedFieldView,
  side: ValueView | null,
  values: Exclude<ShownValues, 'none'>,
  language: Language,
): string | null => {
  if (side === null) return null
  if (values === 'masked') return maskValue(section, field, side.value)
  return side.value === '' ? driftTexts[language].empty : side.value
}

const toSum = ({ people, values }: DriftView, { language }: Look): string => {
  const texts = driftTexts[language]
  if (people.length === 0) return texts.none
  const also = [
    { found: values.both, words: texts.conflicts },
    { found: values.rate, words: texts.rates },
  ].filter(({ found }) => found > 0)
  const parts = also.reduce(
    (before, { found, words }) => texts.also(before, fillCount(found, words)),
    fillCount(values.target, texts.values),
  )
  return texts.sum(parts, fillCount(people.length, commonTexts[language].people))
}

const toAccountsSentence = ({ accounts: { looked, connected } }: DriftView, { language }: Look): string =>
  looked >= connected ? '' : driftTexts[language].accounts(looked, connected)

const toNextSteps = ({ people }: DriftView, { language }: Look): string[] =>
  people.length === 0 ? [] : [commonTexts[language].next(driftTexts[language].nextSteps)]
