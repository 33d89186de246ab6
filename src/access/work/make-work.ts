import type { AccessWork, NoAction, WantedLogin, WorkWay } from './action.js'
import type { AccessPlanInput } from '../input.js'
import type { EnvironmentLevel, KnownLogin } from '../logins/login.js'
import { latestWork, type KnownAccess, type WorkKind } from './order.js'
import { holdsOfPermissions, notesOfPermissions } from '../policy/permissions.js'
import type { AccessPerson } from '../person.js'
import type { PlanContext } from '../plan-context.js'
import type { AccessReason } from '../reasons.js'
import { findLevel } from '../wanted/wanted-login.js'
import { digestWork } from './work-digest.js'

/**
 * Work as it is decided; what it waits for, what is worth knowing and how it is done follow from the portal.
 */
export type WorkDraft = { because: readonly AccessReason[]; notes?: readonly AccessReason[] } & (
  | { kind: 'create'; person: AccessPerson; wanted: WantedLogin }
  | { kind: 'replace' | 'change'; person: AccessPerson; login: KnownLogin; wanted: WantedLogin }
  | { kind: 'remove' | 'deactivate' | 'resend'; person: AccessPerson; login: KnownLogin }
)

/** Completes work: its digest, how it is done, what it waits for and what to know about it. */
export const makeWork = (
  { input, accepted }: Pick<PlanContext, 'input' | 'accepted'>,
  known: KnownAccess,
  draft: WorkDraft,
): AccessWork => {
  const { portal } = input
  const work = digestWork(input.digest, {
    portal: portal.portal,
    subject: known.subject,
    kind: draft.kind,
    from: 'login' in draft ? draft.login : null,
    to: 'wanted' in draft ? draft.wanted.facts : null,
  })
  const core = {
    subject: known.subject,
    because: draft.because,
    holds: holdsOf(input, draft, accepted.has(work)),
    notes: [...(draft.notes ?? []), ...notesOf(input, draft)],
    work,
    way: wayOf(input, draft),
    place: placeOf(input, draft),
  }
  switch (draft.kind) {
    case 'create':
      return { ...core, kind: draft.kind, wanted: draft.wanted }
    case 'replace':
    case 'change':
      return { ...core, kind: draft.kind, login: draft.login, wanted: draft.wanted }
    case 'remove':
    case 'deactivate':
    case 'resend':
      return { ...core, kind: draft.kind, login: draft.login }
  }
}

/** Nothing to do about a person, with the reasons. `offered`: what is done when someone accepts it. */
export const toNone = (
  known: KnownAccess,
  because: readonly AccessReason[],
  wanted: WantedLogin | null = null,
  offered: AccessWork | null = null,
): NoAction => {
  const { subject, login } = known
  const kept = login?.active === true && because[0] !== 'as-wanted'
  return {
    kind: 'none',
    subject,
    because,
    notes: kept ? ['login-kept'] : [],
    login,
    order: latestWork(known),
    wanted,
    offered,
  }
}

/**
 * Where a login is, or else where those of this person belong: a list may not have said where its logins are.
 */
const placeOf = (input: AccessPlanInput, draft: WorkDraft): EnvironmentLevel | null => {
  const known = 'login' in draft ? draft.login.level : draft.wanted.facts.level
  if (known !== null) return known
  const usual = findLevel(input, draft.person)
  return 'value' in usual ? usual.value : null
}

const wayOf = ({ portal }: AccessPlanInput, draft: WorkDraft): WorkWay => {
  // Work of a kind that a portal file does not have is never drafted.
  const way = portal.work[draft.kind] ?? 'single'
  if (way !== 'bulk' || !('wanted' in draft)) return way
  const { credentials, facts } = draft.wanted
  return credentials === 'given' || facts.level?.kind === 'employee' ? 'single' : 'bulk'
}

/** Deleting these loses what hangs on the login. */
const deleting: ReadonlySet<WorkKind> = new Set(['replace', 'remove'])

const holdsOf = (input: AccessPlanInput, draft: WorkDraft, accepted: boolean): AccessReason[] => {
  const { portal } = input
  const holds: AccessReason[] = []
  const unwanted = draft.because.includes('not-wanted-any-more')
  if (unwanted && !accepted) holds.push('removal-needs-word')
  if (deleting.has(draft.kind) && portal.deletingLoses === 'open-change-requests' && !accepted) {
    holds.push('open-change-requests')
  }
  if ('wanted' in draft && draft.wanted.permissions !== null) {
    const contactHasEmail = draft.wanted.address !== null
    holds.push(
      ...holdsOfPermissions(portal, draft.wanted.permissions, { owners: input.owners, contactHasEmail }),
    )
  }
  return holds
}

const notesOf = (input: AccessPlanInput, draft: WorkDraft): AccessReason[] => {
  const { portal, knownComplete } = input
  if (!('wanted' in draft)) return []
  const { permissions, address } = draft.wanted
  const notes: AccessReason[] = permissions === null ? [] : notesOfPermissions(portal, permissions)
  if (draft.kind === 'change') return notes
  notes.push(...portal.createNotes.flatMap((note) => toCreateNote(input, draft, note)))
  if (portal.loginData === 'sent-by-administrator' && address === null) {
    notes.push('no-address-for-login-data')
  }
  if (draft.kind === 'create' && !knownComplete) notes.push('existing-logins-unknown')
  return notes
}

/** Whether someone has a record in the portal is only known where its list of employees is configured. */
const toCreateNote = (
  { portalEmployees }: AccessPlanInput,
  { person }: WorkDraft,
  note: AccessPlanInput['portal']['createNotes'][number],
): AccessReason[] => {
  if (note !== 'employee-must-exist') return [note]
  if (portalEmployees === undefined) return ['employee-record-unknown']
  return portalEmployees.has(person.subject) ? [] : ['employee-record-missing']
}
