import type { AccessAction } from '../../access/work/action.js'
import type { Batch } from '../../access/work/batch.js'
import type { AccessPerson } from '../../access/person.js'

import { groupActions, type AccessPlanView } from './plan-text.js'
import { maskValue } from '../kit/mask-value.js'

/**
 * Whether a document has names and addresses: not at all, or masked. They are never whole in it: a document
 * may go anywhere.
 */
export type DocumentValues = 'none' | 'masked'

/** The plan of one portal as a document: ids, codes and names of templates. */
export const toAccessPlanJson = (view: AccessPlanView, values: DocumentValues): unknown => {
  const groups = groupActions(view.actions)
  const countOfGroup = (name: Parameters<typeof groups.get>[0]): number => groups.get(name)?.length ?? 0
  return {
    portal: view.portal,
    listImported: view.listed === 'whole',
    listImportedInPart: view.listed === 'part',
    unreadable: view.unreadable,
    counts: {
      people: view.actions.length,
      ready: countOfGroup('ready'),
      held: countOfGroup('held'),
      inHand: countOfGroup('in-hand'),
      asWanted: countOfGroup('as-wanted'),
      leftActive: countOfGroup('left-active'),
      nothing: countOfGroup('without'),
    },
    batches: view.batches.map((batch) => toBatchJson(batch)),
    actions: view.actions.map((action) => toActionJson(action, view.people, values)),
  }
}

/** A batch by the ids of its people. */
const toBatchJson = ({
  key,
  step,
  way,
  level,
  template,
  emailKind,
  language,
  selection,
  after,
  people,
}: Batch) => ({
  key,
  step,
  way,
  level,
  template,
  emailKind,
  language,
  selection,
  after,
  people: people.map(({ subject }) => subject),
})

const toActionJson = (
  action: AccessAction,
  people: AccessPlanView['people'],
  values: DocumentValues,
): unknown => {
  const { subject, kind, because, notes } = action
  const person = people.get(subject)
  const wanted = 'wanted' in action ? action.wanted : null
  return {
    subject,
    targetId: person?.kind === 'employee' ? person.targetId : null,
    kind,
    because,
    holds: action.kind === 'none' ? [] : action.holds,
    notes,
    state: action.kind === 'none' ? (action.order?.state ?? null) : 'wanted',
    rule: wanted?.rule ?? null,
    wanted: wanted && {
      template: wanted.facts.template,
      emailKind: wanted.facts.email?.kind ?? null,
      language: wanted.facts.language,
      level: wanted.facts.level,
    },
    ...toPersonJson(person, wanted?.address ?? null, values),
  }
}

const toPersonJson = (
  person: AccessPerson | undefined,
  address: string | null,
  values: DocumentValues,
): { name?: string; email?: string | null } =>
  values === 'none' || person === undefined
    ? {}
    : { name: maskName(person.displayName), email: address && maskAddress(address) }

export const maskName = (name: string): string => maskValue('personalInfo', 'LastName', name)
export const maskAddress = (address: string): string => maskValue('personalInfo', 'EmailWork', address)
