import type { OnDrift } from '../../plan/field-policy.js'
import type { DriftedField, DriftedPerson, DriftList } from '../../run/drift.js'
import { countOf } from '../kit/count-words.js'
import type { ShownValues } from './explain-text.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { indexNames, toPersonHeading } from '../kit/person-label.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { sectionWords, toFieldWord } from '../kit/words.js'

/** What payroll changed, person by person, and apart from it what both sides changed. */
export const buildDriftText = (
  { people, accounts }: DriftList,
  { connection, values }: { connection: string; values: ShownValues },
  look: Look,
): string =>
  joinParts([
    [look.paint.bold(`Drift of ${connection}`)],
    listFields(people, 'target', values, look),
    listFields(people, 'both', values, look),
    listFields(people, 'rate', values, look),
    [toSum(people), toAccountsSentence(accounts), ...toNextSteps(people)],
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
            : { alexis: showValue(one, 'desired', values), nmbrs: showValue(one, 'actual', values) }),
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

/** One person's drift, for somebody who is asked to decide about it. */
export const buildPersonDriftText = (person: DriftedPerson, values: ShownValues, look: Look): string =>
  joinParts((['target', 'both', 'rate'] as const).map((by) => listFields([person], by, values, look)))

const titles: Readonly<Record<DriftedField['by'], string>> = {
  target: 'Changed in Nmbrs',
  both: 'Changed in Nmbrs and in AlexisHR (conflicts)',
  rate: 'Rate changed in AlexisHR, amount unchanged',
}

const nextOf: Readonly<Record<OnDrift, string>> = {
  report: 'the Nmbrs value is kept',
  restore: 'the next sync sets it back',
  adopt: 'the next sync accepts it',
}

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
    return [{ heading: toPersonHeading(person, findName, look) }, ...fields.map((one) => toRow(one, values))]
  })
  return rows.length === 0 ? [] : [titles[by], ...layOutTable(rows, { width: look.width, indent: 2 })]
}

const toRow = (one: DriftedField, values: ShownValues): string[] => [
  sectionWords[one.section],
  toFieldWord(one.field),
  ...(values === 'none'
    ? []
    : [
        `AlexisHR ${showValue(one, 'desired', values) ?? '?'}`,
        `Nmbrs ${showValue(one, 'actual', values) ?? '?'}`,
      ]),
  standsHow(one),
]

const standsHow = ({ by, onDrift }: DriftedField): string => {
  if (by === 'both') return 'held'
  return by === 'rate' ? 'the amount is kept' : nextOf[onDrift]
}

const showValue = (
  one: DriftedField,
  side: 'desired' | 'actual',
  values: Exclude<ShownValues, 'none'>,
): string | null => {
  const value = one[side]
  if (value === undefined) return null
  if (values === 'masked') return maskValue(one.section, one.field, value)
  return value === '' ? '(empty)' : value
}

const toSum = (people: readonly DriftedPerson[]): string => {
  if (people.length === 0) return 'No drift: Nmbrs holds what was settled.'
  const count = (by: DriftedField['by']): number =>
    people.reduce((sum, { fields }) => sum + fields.filter((one) => one.by === by).length, 0)
  const conflicts = count('both')
  const rates = count('rate')
  const also =
    (conflicts === 0 ? '' : `, and ${countOf(conflicts, 'conflict', 'conflicts')}`) +
    (rates === 0 ? '' : `, and ${countOf(rates, 'rate', 'rates')} beside an unchanged amount`)
  return `${countOf(count('target'), 'value', 'values')} changed in Nmbrs${also}, of ${countOf(people.length, 'person', 'people')}.`
}

const toAccountsSentence = ({ looked, connected }: DriftList['accounts']): string =>
  looked >= connected
    ? ''
    : `Bank accounts are looked at by turns: ${looked} of ${connected} now. All of them: nmbrs-sync drift --verify-all`

const toNextSteps = (people: readonly DriftedPerson[]): string[] =>
  people.length === 0
    ? []
    : [
        'Next: nmbrs-sync drift --accept-target SOURCE keeps the Nmbrs values, nmbrs-sync drift --restore-source SOURCE sets them back.',
      ]
