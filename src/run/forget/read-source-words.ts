import { AbortError } from '../../domain/errors.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { SourceWord } from '../../plan/service/judge-leaver.js'
import { createFindStanding } from '../keep-person.js'
import { refuseEmptySource } from '../read/refuse-empty-source.js'
import type { SourceWorld } from '../read/read-source.js'
import type { RunDeps } from '../settings.js'

/**
 * Says of people whom a run was not given whether the source has them. Where a run gets active people only,
 * everyone is read once more. Throws as the reading does, and `AbortError` when it lacks someone whom the run
 * was given: then it is no whole one.
 */
export const readSourceWords = async (
  { source, settings }: Pick<RunDeps, 'source' | 'settings'>,
  world: SourceWorld,
  given: ReadonlySet<SourceEmployeeId>,
  today: string,
): Promise<(id: SourceEmployeeId) => SourceWord> => {
  // Then everyone was read, and whoever is inactive is one of those given.
  if (!settings.scope.active)
    return (id) => ({ state: world.mayBeUnread(id) ? 'unsure' : given.has(id) ? 'here' : 'gone' })
  const findStanding = createFindStanding(today)
  const words = new Map<SourceEmployeeId, SourceWord>()
  const query = { paths: new Set<string>(), activeOnly: false, today, allCompensations: false }
  const { employees, unreadable } = await source.readSnapshot(query, (employee) => {
    const standing = findStanding(employee)
    const word: SourceWord =
      standing.state === 'after' ? { state: 'left', lastDay: standing.lastDay } : { state: 'here' }
    words.set(employee.id, word)
  })
  refuseEmptySource(employees.length + unreadable.length)
  const unread = new Set(unreadable.map(({ id }) => id))
  for (const id of given) if (!words.has(id) && !unread.has(id) && !unread.has(undefined)) throw toPartial()
  return (id) =>
    words.get(id) ?? {
      state: unread.has(undefined) || unread.has(id) || world.mayBeUnread(id) ? 'unsure' : 'gone',
    }
}

const toPartial = (): AbortError =>
  new AbortError(
    'AlexisHR gave fewer people when everyone was asked for than when only active people were',
    'source-incomplete',
    'Read again: nmbrs-sync state forget --due',
  )
