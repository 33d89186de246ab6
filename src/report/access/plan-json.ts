import { maskValue } from '../kit/mask-value.js'
import type { AccessPlanView, PlannedBatchView, PlannedLoginView } from './view/plan-view.js'

/**
 * Whether a document has names and addresses: not at all, or masked. They are never whole in it: a document
 * may go anywhere.
 */
export type DocumentValues = 'none' | 'masked'

/** The plan of one portal as a document: ids, codes and names of templates. */
export const toAccessPlanJson = (
  { portal, listed, unreadable, counts, batches, people }: AccessPlanView,
  values: DocumentValues,
): unknown => ({
  portal,
  listImported: listed === 'whole',
  listImportedInPart: listed === 'part',
  unreadable,
  counts: {
    people: counts.people,
    ready: counts.ready,
    held: counts.held,
    inHand: counts['in-hand'],
    asWanted: counts['as-wanted'],
    leftActive: counts['left-active'],
    nothing: counts.without,
  },
  batches: batches.map(toBatchJson),
  actions: people.map((one) => toActionJson(one, values)),
})

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
}: PlannedBatchView) => ({
  ...{ key, step, way, level, template, emailKind, language, selection, after },
  people: people.map(({ person }) => person.subject),
})

const toActionJson = (one: PlannedLoginView, values: DocumentValues): unknown => {
  const { person, kind, because, holds, notes, state, wanted } = one
  return {
    subject: person.subject,
    targetId: person.targetId,
    ...{ kind, because, holds, notes, state },
    rule: wanted?.rule ?? null,
    wanted: wanted && {
      template: wanted.template,
      emailKind: wanted.emailKind,
      language: wanted.language,
      level: wanted.level,
    },
    ...toPersonJson(one, values),
  }
}

const toPersonJson = (
  { person, wanted }: PlannedLoginView,
  values: DocumentValues,
): { name?: string; email?: string | null } => {
  if (values === 'none' || person.name === undefined) return {}
  const address = wanted?.address ?? null
  return { name: maskName(person.name), email: address && maskAddress(address) }
}

export const maskName = (name: string): string => maskValue('personalInfo', 'LastName', name)
export const maskAddress = (address: string): string => maskValue('personalInfo', 'EmailWork', address)
