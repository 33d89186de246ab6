import type { AccessSubject } from '../../domain/ids.js'
import { isReady, type AccessPlan, type AccessWork } from './action.js'
import {
  batchSteps,
  type Batch,
  type BatchChoices,
  type BatchPart,
  type BatchPerson,
  type BatchStep,
  type Screen,
} from './batch.js'
import type { EmailKind, LoginFacts } from '../logins/login.js'
import type { AccessPolicy } from '../policy/policy.js'
import type { Portal } from '../portal/portal.js'
import { createPickSelection } from './pick-selection.js'
import { levelKey } from './work-digest.js'

interface Piece {
  choices: BatchChoices
  person: BatchPerson
}

/**
 * Puts the work of a plan that waits for nothing into batches, in the order in which they are to be done:
 * deletions first, the additions of replaced logins after them. Each piece of work stands in exactly one
 * batch, that of a replacement in one that deletes and one that adds. `screens`: whom the bulk screen of each
 * level lists; without one, people are ticked by name.
 */
export const buildBatches = (
  plan: AccessPlan,
  portal: Portal,
  policy: Pick<AccessPolicy, 'maxBatch'>,
  screens: readonly Screen[] = [],
): readonly Batch[] => {
  const pieces = plan.actions.filter(isReady).flatMap((work) => toPieces(portal, work))
  const groups = [...groupPieces(pieces)].sort(byStepAndKey)
  const parts = groups.flatMap(([key, group]) => cut(key, group, Math.max(1, policy.maxBatch)))
  const pick = createPickSelection(portal, screens, parts)
  const deletions = parts.filter(({ choices }) => choices.step === 'delete')
  return parts.map((part) => ({
    ...part.choices,
    key: part.key,
    selection: pick(part),
    people: part.people,
    after: part.choices.step === 'add' ? keysOfShared(deletions, part.people) : [],
  }))
}

const stepsOf = ({ loginData }: Portal, work: AccessWork): BatchStep[] => {
  switch (work.kind) {
    case 'create':
      return ['add']
    case 'replace':
      return ['delete', 'add']
    case 'remove':
      return ['delete']
    case 'change':
      return [isOnlyRename(work) ? 'rename' : 'change']
    case 'deactivate':
      return [work.kind]
    case 'resend':
      return [loginData === 'link' ? 'resend' : 'password']
  }
}

/** A user name has a screen of its own. */
const isOnlyRename = ({ because }: AccessWork): boolean =>
  because.every((reason) => reason === 'user-name-asked' || reason === 'asked-again')

const toPieces = (portal: Portal, work: AccessWork): Piece[] =>
  stepsOf(portal, work).map((step) => ({
    choices: toChoices(portal, work, step),
    person: { subject: work.subject, work },
  }))

/**
 * A login is deleted where it is, with the choices of what comes in its place, so that both batches list the
 * same people.
 */
const toChoices = (portal: Portal, work: AccessWork, step: BatchStep): BatchChoices => {
  const wanted = 'wanted' in work ? work.wanted : null
  const facts: LoginFacts = wanted?.facts ?? ('login' in work ? work.login : work.wanted.facts)
  const where = step === 'delete' ? (work.place ?? facts.level) : (facts.level ?? work.place)
  return {
    portal: portal.portal,
    step,
    way: work.way,
    level: where ?? { kind: 'portal' },
    template: facts.template,
    permissions: wanted?.permissions ?? null,
    emailKind: toEmailKind(facts),
    language: facts.language,
    credentials: step === 'add' && wanted !== null ? wanted.credentials : null,
  }
}

const toEmailKind = ({ email }: LoginFacts): EmailKind | null =>
  email === null || email.kind === 'other' ? null : email.kind

const keyOf = ({
  portal,
  step,
  way,
  level,
  template,
  emailKind,
  language,
  credentials,
}: BatchChoices): string =>
  [portal, step, way, levelKey(level), template, emailKind, language, credentials]
    .map((part) => encodeURIComponent(part ?? ''))
    .join('/')

const groupPieces = (pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> => {
  const groups = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = keyOf(piece.choices)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [piece])
    else group.push(piece)
  }
  return groups
}

const byStepAndKey = (
  [leftKey, left]: readonly [string, readonly Piece[]],
  [rightKey, right]: readonly [string, readonly Piece[]],
): number => stepNumber(left) - stepNumber(right) || (leftKey < rightKey ? -1 : 1)

const stepNumber = ([first]: readonly Piece[]): number =>
  first === undefined ? -1 : batchSteps.indexOf(first.choices.step)

const cut = (key: string, group: readonly Piece[], most: number): BatchPart[] => {
  const [first] = group
  if (first === undefined) return []
  const count = Math.ceil(group.length / most)
  return Array.from({ length: count }, (_, index) => ({
    key: `${key}/${index + 1}`,
    choices: first.choices,
    people: group.slice(index * most, (index + 1) * most).map(({ person }) => person),
  }))
}

const keysOfShared = (parts: readonly BatchPart[], people: readonly BatchPerson[]): string[] => {
  const subjects = new Set<AccessSubject>(people.map(({ subject }) => subject))
  return parts
    .filter((part) => part.people.some(({ subject }) => subjects.has(subject)))
    .map(({ key }) => key)
}
