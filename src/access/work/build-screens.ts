import type { Screen } from './batch.js'
import type { AccessPlanInput } from '../input.js'
import type { KnownAccess } from './order.js'
import type { AccessPerson } from '../person.js'
import { findLevel } from '../wanted/wanted-login.js'
import { levelKey } from './work-digest.js'

/**
 * Whom the bulk screen of each level lists, as far as the people read can tell: those who are connected,
 * those who left and are still in payroll included. `others`: whether the screen may list people besides
 * them, which only a complete read of the employees in the portal can rule out. It may as well when someone
 * is connected whose level is not known, or a login is known whose owner was not read.
 */
export const buildScreens = (
  input: Pick<AccessPlanInput, 'portal' | 'policy' | 'people' | 'known' | 'knownComplete'>,
  configured: Screen['others'],
): readonly Screen[] => {
  const known = new Map(input.known.map((one) => [one.subject, one]))
  const screens = new Map<string, Screen & { listed: Screen['listed'][number][] }>()
  const others = mayListOthers(input) ? 'possible' : configured
  for (const person of input.people) {
    if (!isConnected(person)) continue
    const level = findLevel(input, person)
    if ('reason' in level) continue
    const key = levelKey(level.value)
    const screen = screens.get(key) ?? { level: level.value, listed: [], others }
    screen.listed.push({ subject: person.subject, login: loginState(known.get(person.subject), input) })
    screens.set(key, screen)
  }
  return [...screens.values()]
}

const isConnected = (person: AccessPerson): boolean => person.kind === 'employee' && person.targetId !== null

/** Whether someone may be on a screen who cannot be put on one. */
const mayListOthers = (input: Pick<AccessPlanInput, 'portal' | 'policy' | 'people' | 'known'>): boolean => {
  const read = new Set(input.people.map(({ subject }) => subject))
  return (
    input.known.some(({ subject }) => !read.has(subject)) ||
    input.people.some((person) => isConnected(person) && 'reason' in findLevel(input, person))
  )
}

const loginState = (
  known: KnownAccess | undefined,
  { knownComplete }: Pick<AccessPlanInput, 'knownComplete'>,
): Screen['listed'][number]['login'] => {
  const unsettled = known?.order?.state === 'handed-over' || known?.order?.state === 'expired'
  if (unsettled) return 'unknown'
  if (known?.login) return 'yes'
  return knownComplete ? 'no' : 'unknown'
}
