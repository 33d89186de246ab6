import { toRemedy, type Remedy } from '../../../domain/remedy/remedy.js'
import type { DriftedField, DriftedPerson, DriftList, PreparedDrift } from '../../../run/by-hand/drift.js'
import { indexNames } from '../../kit/person-label.js'
import { toValueView, type ValueView } from '../../kit/shown-value.js'
import { toPersonView, type PersonView } from '../../people/person-view.js'

/** One value that payroll changed; `null` where a side was not read. */
export interface DriftedFieldView extends Omit<DriftedField, 'desired' | 'actual'> {
  alexis: ValueView | null
  nmbrs: ValueView | null
}

export interface DriftedPersonView {
  person: PersonView
  targetId: DriftedPerson['targetId']
  companyId: DriftedPerson['companyId']
  fields: readonly DriftedFieldView[]
}

/** All that `drift` says of a connection. */
export interface DriftView {
  connection: string
  people: readonly DriftedPersonView[]
  /** How many values of each kind. */
  values: Readonly<Record<DriftedField['by'], number>>
  /** Of how many connected people the bank account was looked at. */
  accounts: DriftList['accounts']
}

/** Puts together what `drift` says. Pure. */
export const buildDriftView = ({ people, accounts }: DriftList, connection: string): DriftView => {
  const count = (by: DriftedField['by']): number =>
    people.reduce((sum, { fields }) => sum + fields.filter((one) => one.by === by).length, 0)
  return {
    connection,
    people: people.map(toDriftedPersonView),
    values: { target: count('target'), both: count('both'), rate: count('rate') },
    accounts,
  }
}

export const toDriftedPersonView = (drifted: DriftedPerson): DriftedPersonView => ({
  person: toPersonView(drifted, indexNames([drifted])),
  targetId: drifted.targetId,
  companyId: drifted.companyId,
  fields: drifted.fields.map(({ desired, actual, ...field }) => {
    const view = (value: string | undefined): ValueView | null =>
      value === undefined ? null : toValueView(field.section, field.field, value)
    return { ...field, alexis: view(desired), nmbrs: view(actual) }
  }),
})

/** The values of payroll that someone let stand. */
export interface AcceptedDriftView {
  person: PersonView
  /** How many values. */
  values: number
  accepted: readonly Pick<PreparedDrift['settlements'][number], 'section' | 'fields'>[]
  next: Remedy
}

/** Puts together what `drift --accept-target` says. Pure. */
export const buildAcceptedDriftView = ({ person, settlements }: PreparedDrift): AcceptedDriftView => ({
  person: toPersonView(person, indexNames([person])),
  values: person.fields.length,
  accepted: settlements.map(({ section, fields }) => ({ section, fields })),
  next: toRemedy(`nmbrs-sync explain ${person.subject}`),
})
