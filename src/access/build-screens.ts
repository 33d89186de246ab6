import type { Screen } from './batch.js'
import type { AccessPlanInput } from './input.js'
import type { KnownAccess } from './order.js'
import { findLevel } from './wanted-login.js'
import { levelKey } from './work-digest.js'

/**
 * Whom the bulk screen of each level lists, as far as the people read can tell: those who are connected and in service. `others`: whether the screen may
 * list people besides them, which only a complete read of the employees in the portal can rule out.
 */
export const buildScreens = (
  input: Pick<AccessPlanInput, 'portal' | 'policy' | 'people' | 'known' | 'knownComplete'>,
  others: Screen['others'],
): readonly Screen[] => {
  const known = new Map(input.known.map((one) => [one.subject, one]))
  const screens = new Map<string, Screen & { listed: Screen['listed'][number][] }>()
  for (const person of input.people) {
    if (person.kind !== 'employee' || person.targetId === null || person.service.state !== 'in-service')
      continue
    const level = findLevel(input, person)
    if ('reason' in level) continue
    const key = levelKey(level.value)
    const screen = screens.get(key) ?? { level: level.value, listed: [], others }
    screen.listed.push({ subject: person.subject, login: loginState(known.get(person.subject), input) })
    screens.set(key, screen)
  }
  return [...screens.values()]
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
