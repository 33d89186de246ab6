import type { SentLetter } from '../../../access/letters/letter-due.js'
import type { AccessPerson } from '../../../access/person.js'
import type { AccessReason } from '../../../access/reasons.js'
import type { AccessAction } from '../../../access/work/action.js'
import { latestWork, type KnownAccess } from '../../../access/work/order.js'
import type { AccessSubject } from '../../../domain/ids.js'
import {
  findStanding,
  toLoginPerson,
  toLoginView,
  toLoginWork,
  type LoginPersonView,
  type LoginStanding,
  type LoginView,
  type LoginWorkView,
} from './login-view.js'

/** Where someone stands: with a login, without one, or left and still with one. */
export const accessParts = ['with', 'without', 'left'] as const
export type AccessPart = (typeof accessParts)[number]

/** Which people are shown. */
export type AccessTab = AccessPart | 'all'

/** One person of a tab. */
export interface AccessStatusRow {
  person: LoginPersonView
  tab: AccessPart
  /** The login that is known; `null`: none. */
  login: LoginView | null
  /** The latest work about it. */
  work: LoginWorkView | null
  standing: LoginStanding | null
  /** How and when login data was sent last, and whether some is to be sent. */
  loginData: { sent: SentLetter | null; due: boolean }
  reasons: readonly AccessReason[]
  holds: readonly AccessReason[]
  notes: readonly AccessReason[]
}

/** All that `access status` says of one portal. */
export interface AccessStatusView {
  title: string
  portal: string
  tab: AccessTab
  /** How many people are on each tab. */
  counts: Readonly<Record<AccessPart, number>>
  /** The people of the tab, in the order of the plan. */
  people: readonly AccessStatusRow[]
}

/** What is known of one portal. */
export interface AccessStatusInput {
  title: string
  portal: string
  actions: readonly AccessAction[]
  people: ReadonlyMap<AccessSubject, AccessPerson>
  known: ReadonlyMap<AccessSubject, KnownAccess>
  /** To whom login data was sent last, and whose is still to be sent. */
  letters?: ReadonlyMap<AccessSubject, SentLetter>
  lettersDue?: ReadonlySet<AccessSubject>
}

/** Puts together what `access status` says of a portal. Pure. */
export const buildAccessStatusView = (input: AccessStatusInput, tab: AccessTab): AccessStatusView => {
  const { title, portal, actions, known } = input
  const rows = actions.flatMap((action) => {
    const part = partOf(action, known.get(action.subject))
    return part === undefined ? [] : [toRow(action, part, input)]
  })
  const count = (part: AccessPart): number => rows.filter((row) => row.tab === part).length
  return {
    ...{ title, portal, tab },
    counts: { with: count('with'), without: count('without'), left: count('left') },
    people: rows.filter((row) => tab === 'all' || row.tab === tab),
  }
}

const partOf = ({ because }: AccessAction, known: KnownAccess | undefined): AccessPart | undefined => {
  if (because.includes('left-login-active')) return 'left'
  if (known?.login?.active === true) return 'with'
  // Anyone who left without a login, or is not in service or connected, is no one a login is missing for.
  return because.some((reason) => nobodyMisses.has(reason)) ? undefined : 'without'
}

const nobodyMisses: ReadonlySet<AccessReason> = new Set(['left-no-login', 'not-in-source'])

const toRow = (
  action: AccessAction,
  tab: AccessPart,
  { people, known, letters, lettersDue }: AccessStatusInput,
): AccessStatusRow => {
  const { subject, because, notes } = action
  const own = known.get(subject)
  return {
    person: toLoginPerson(subject, people),
    tab,
    login: own?.login ? toLoginView(own.login) : null,
    work: toLoginWork(own && latestWork(own)),
    standing: findStanding(action, own),
    loginData: { sent: letters?.get(subject) ?? null, due: lettersDue?.has(subject) ?? false },
    reasons: because,
    holds: action.kind === 'none' ? [] : action.holds,
    notes,
  }
}
