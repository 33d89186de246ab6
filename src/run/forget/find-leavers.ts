import { toDayInZone } from '../../domain/date/plain-date.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { isDue, type KnownPerson, type Leaver } from '../../domain/people/leaver.js'
import { judgeLeaver, type LeaverFacts } from '../../plan/service/judge-leaver.js'
import type { RunDeps } from '../settings.js'
import { readLists, toTargetWord, type ReadWorld } from './read-places.js'
import { readSourceWords } from './read-source-words.js'

/**
 * Everyone of whom something is kept and whom the source did not give, each with whether they are to be
 * forgotten. Who cannot be due by what is known already is judged by that; for the others the source is read
 * whole, and the list of employees where one of theirs is not among the rows. Throws as the readings do: one
 * that failed says nothing of anyone.
 */
export const findLeavers = async (
  deps: RunDeps,
  world: ReadWorld,
  afterDays: number,
): Promise<readonly Leaver[]> => {
  const { store, settings, now } = deps
  const today = toDayInZone(now(), settings.timeZone)
  const given = new Set([...world.source.people.map(({ sourceId }) => sourceId), ...world.source.elsewhere])
  const people = (await store.forgetting.readKnown()).filter(({ subject }) => !given.has(subject))
  const judge = (
    person: KnownPerson,
    facts: Pick<LeaverFacts, 'source' | 'targetOf' | 'lastNoted'>,
  ): Leaver => judgeLeaver(person, { ...facts, today, afterDays })
  const read = toTargetWord(world, new Map(), today)
  const isOpen = (person: KnownPerson, source: LeaverFacts['source']): boolean =>
    mayBeDue(judge(person, { source, targetOf: read }))

  const candidates = people.filter((person) => isOpen(person, { state: 'gone' }))
  const sourceOf =
    candidates.length === 0 ? undefined : await readSourceWords(deps, world.source, given, today)
  const wordOf = (id: SourceEmployeeId): LeaverFacts['source'] => sourceOf?.(id) ?? { state: 'gone' }
  const likely = candidates.filter((person) => isOpen(person, wordOf(person.subject)))
  const targetOf = toTargetWord(world, await readLists(deps, world, likely), today)
  return Promise.all(
    people.map(async (person) => {
      const facts = { source: wordOf(person.subject), targetOf }
      const leaver = judge(person, facts)
      if (!isUndated(leaver)) return leaver
      return judge(person, { ...facts, lastNoted: await findLastNoted(deps, person) })
    }),
  )
}

/** No side names a day, and nothing else keeps them. */
const isUndated = ({ lastDay, reasons }: Leaver): boolean =>
  lastDay === undefined && reasons.every((reason) => reason === 'no-last-day')

const mayBeDue = (leaver: Leaver): boolean => isDue(leaver) || isUndated(leaver)

const findLastNoted = async (
  { store, settings }: RunDeps,
  { subject }: KnownPerson,
): Promise<string | undefined> => {
  const at = await store.forgetting.findLastNoted(subject)
  return at === undefined ? undefined : toDayInZone(Date.parse(at), settings.timeZone)
}
