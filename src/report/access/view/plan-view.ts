import type { AccessPerson } from '../../../access/person.js'
import type { AccessPolicy } from '../../../access/policy/policy.js'
import type { AccessReason } from '../../../access/reasons.js'
import type { Consultant } from '../../../access/request/consultant.js'
import type { AccessAction } from '../../../access/work/action.js'
import type { Batch } from '../../../access/work/batch.js'
import type { AccessState, WorkKind } from '../../../access/work/order.js'
import type { AccessSubject } from '../../../domain/ids.js'
import {
  toLoginPerson,
  toLoginWork,
  type LoginPersonView,
  type LoginView,
  type LoginWorkView,
} from './login-view.js'

/** Where someone stands in a plan of logins. */
export const loginGroups = ['ready', 'held', 'in-hand', 'as-wanted', 'left-active', 'without'] as const
export type LoginGroup = (typeof loginGroups)[number]

/** One person of a plan. */
export interface PlannedLoginView {
  person: LoginPersonView
  group: LoginGroup
  kind: WorkKind | 'none'
  because: readonly AccessReason[]
  holds: readonly AccessReason[]
  notes: readonly AccessReason[]
  state: AccessState | null
  /** The work that is in someone's hands or was answered last, where none is planned. */
  order: LoginWorkView | null
  wanted: WantedLoginView | null
}

/** The login someone should have; a document shows its address only masked. */
export interface WantedLoginView extends Pick<LoginView, 'template' | 'emailKind' | 'language' | 'level'> {
  rule: string | null
  address: string | null
}

/** What is done in one go. */
export interface PlannedBatchView extends Pick<
  Batch,
  'key' | 'step' | 'way' | 'level' | 'template' | 'emailKind' | 'language' | 'selection' | 'after'
> {
  /** Whether its screen has boxes to tick. */
  hasTicks: boolean
  people: readonly Pick<PlannedLoginView, 'person' | 'because'>[]
  /** What is worth knowing about anyone in it, each once. */
  notes: readonly AccessReason[]
}

/** Those who get no login for one reason. */
export interface WithoutLoginView {
  reason: AccessReason
  people: readonly {
    person: LoginPersonView
    /** Whom to ask, for someone whose payroll the vendor runs. */
    consultant: Consultant | undefined
  }[]
}

/** All that `access plan` says of one portal. */
export interface AccessPlanView {
  title: string
  portal: string
  /** Whether the portal's own list was ever imported: as a whole one, only in part, or never. */
  listed: 'whole' | 'part' | 'never'
  /** How many records could not be read. */
  unreadable: number
  counts: Readonly<Record<LoginGroup | 'people', number>>
  batches: readonly PlannedBatchView[]
  /** Everyone, in the order of the plan. */
  people: readonly PlannedLoginView[]
  /** Those of the group `without`, by reason. */
  without: readonly WithoutLoginView[]
}

/** What was planned for one portal. */
export interface AccessPlanViewInput extends Pick<
  AccessPlanView,
  'title' | 'portal' | 'listed' | 'unreadable'
> {
  actions: readonly AccessAction[]
  batches: readonly Batch[]
  people: ReadonlyMap<AccessSubject, AccessPerson>
  /** The consultants that the configuration names, by company. */
  consultants?: AccessPolicy['consultants']
}

/** Puts together what `access plan` says of a portal. Pure. */
export const buildAccessPlanView = (input: AccessPlanViewInput): AccessPlanView => {
  const { title, portal, listed, unreadable, actions, batches } = input
  const people = actions.map((action) => toPlannedLogin(action, input))
  const count = (group: LoginGroup): number => people.filter((one) => one.group === group).length
  return {
    ...{ title, portal, listed, unreadable },
    counts: {
      people: people.length,
      ready: count('ready'),
      held: count('held'),
      'in-hand': count('in-hand'),
      'as-wanted': count('as-wanted'),
      'left-active': count('left-active'),
      without: count('without'),
    },
    batches: batches.map((batch) => toBatchView(batch, input)),
    people,
    without: groupByReason(
      people.filter(({ group }) => group === 'without'),
      input,
    ),
  }
}

const groupOf = (action: AccessAction): LoginGroup => {
  if (action.kind !== 'none') return action.holds.length === 0 ? 'ready' : 'held'
  if (action.because.includes('handed-over')) return 'in-hand'
  if (action.because.includes('as-wanted')) return 'as-wanted'
  if (action.because.includes('left-login-active')) return 'left-active'
  return 'without'
}

const toPlannedLogin = (action: AccessAction, { people }: AccessPlanViewInput): PlannedLoginView => {
  const { subject, kind, because, notes } = action
  const order = action.kind === 'none' ? toLoginWork(action.order) : null
  return {
    person: toLoginPerson(subject, people),
    group: groupOf(action),
    ...{ kind, because, notes, order },
    holds: action.kind === 'none' ? [] : action.holds,
    state: action.kind === 'none' ? (order?.state ?? null) : 'wanted',
    wanted: toWanted(action),
  }
}

const toWanted = (action: AccessAction): WantedLoginView | null => {
  if (!('wanted' in action) || action.wanted === null) return null
  const { rule, address, facts } = action.wanted
  const { template, email, language, level } = facts
  return { rule, address, template, emailKind: email?.kind ?? null, language, level }
}

const toBatchView = (batch: Batch, input: AccessPlanViewInput): PlannedBatchView => {
  const { key, step, way, level, template, emailKind, language, selection, after, people } = batch
  return {
    ...{ key, step, way, level, template, emailKind, language, selection, after },
    // Only the screen for several people has boxes to tick.
    hasTicks: way === 'bulk' && (step !== 'add' || people.length > 1),
    people: people.map(({ subject, work }) => ({
      person: toLoginPerson(subject, input.people),
      because: work.because,
    })),
    notes: [...new Set(people.flatMap(({ work }) => work.notes))],
  }
}

const groupByReason = (
  without: readonly PlannedLoginView[],
  input: AccessPlanViewInput,
): WithoutLoginView[] => {
  const byReason = new Map<AccessReason, WithoutLoginView['people'][number][]>()
  for (const { person, because } of without) {
    const [reason = 'no-login-wanted'] = because
    const consultant = findConsultant(reason, person.subject, input)
    byReason.set(reason, [...(byReason.get(reason) ?? []), { person, consultant }])
  }
  return [...byReason].map(([reason, people]) => ({ reason, people }))
}

const findConsultant = (
  reason: AccessReason,
  subject: AccessSubject,
  { people, consultants }: AccessPlanViewInput,
): Consultant | undefined => {
  const person = people.get(subject)
  if (reason !== 'goes-to-consultant' || person?.kind !== 'requester') return undefined
  return consultants?.get(person.companyId)
}
