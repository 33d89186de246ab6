import type { AccessSubject } from '../../domain/ids.js'
import type { BatchPart, Screen, Selection } from './batch.js'
import type { Portal } from '../portal/portal.js'
import { levelKey } from './work-digest.js'

/** The state of the people whom a filter ticks, and that of those whom it surely passes over. */
const tickedBy = {
  'all-with-login': { on: 'yes', off: 'no' },
  'all-without-login': { on: 'no', off: 'yes' },
} as const

/**
 * Prepares the choice of what to tick for each batch: the simplest filter that ticks exactly its people given
 * everyone whom the screen lists, else their names. Batches may be done late, in another order or not at all;
 * a filter is chosen only when it ticks the right people no matter what was done of the others.
 */
export const createPickSelection = (
  portal: Portal,
  screens: readonly Screen[],
  parts: readonly BatchPart[],
): ((part: BatchPart) => Selection) => {
  const byLevel = new Map(screens.map((screen) => [levelKey(screen.level), screen]))
  const places = countPlaces(parts)
  return (part) => {
    const screen = byLevel.get(levelKey(part.choices.level))
    const filters = portal.bulkFilters ?? []
    if (screen === undefined || screen.others === 'possible' || part.choices.way !== 'bulk') return 'by-name'
    const ticked = new Set(part.people.map(({ subject }) => subject))
    const listsAll = ticked.size === screen.listed.filter(({ subject }) => ticked.has(subject)).length
    if (!listsAll) return 'by-name'
    if (filters.includes('all') && ticked.size === screen.listed.length) return 'all'
    const fitting = (['all-with-login', 'all-without-login'] as const).find(
      (filter) => filters.includes(filter) && ticksExactly(filter, part, screen, ticked, places),
    )
    return fitting ?? 'by-name'
  }
}

/** How many batches change whether someone has a login. */
const countPlaces = (parts: readonly BatchPart[]): ReadonlyMap<AccessSubject, number> => {
  const places = new Map<AccessSubject, number>()
  for (const { choices, people } of parts) {
    if (choices.step !== 'add' && choices.step !== 'delete') continue
    for (const { subject } of people) places.set(subject, (places.get(subject) ?? 0) + 1)
  }
  return places
}

const ticksExactly = (
  filter: keyof typeof tickedBy,
  { choices, people }: BatchPart,
  screen: Screen,
  ticked: ReadonlySet<AccessSubject>,
  places: ReadonlyMap<AccessSubject, number>,
): boolean => {
  const work = new Map(people.map((person) => [person.subject, person.work]))
  return screen.listed.every(({ subject, login }) => {
    if (!ticked.has(subject)) {
      // No one knows whether another batch that is about them was done before.
      return (places.get(subject) ?? 0) === 0 && login === tickedBy[filter].off
    }
    // The deletion of a replaced login is done before its addition.
    const replaced = work.get(subject)?.kind === 'replace' && choices.step === 'add'
    return (replaced ? 'no' : login) === tickedBy[filter].on
  })
}
