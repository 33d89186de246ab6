import { toDayInZone } from '../../../domain/date/plain-date.js'
import type { SourceEmployeeId } from '../../../domain/ids.js'
import { buildPeopleList } from '../../../report/people/people-list.js'
import { buildCandidateLines } from '../../../report/sync/links/candidate-lines.js'
import { buildPairText } from '../../../report/sync/links/pair-text.js'
import type { Alikes } from '../../../run/by-hand/read-alikes.js'
import { weighLinked } from '../../../run/by-hand/weigh-match.js'
import { readPeople } from '../../../run/people/read-people.js'
import type { RunDeps } from '../../../run/settings.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'

export interface OrderView {
  text: string
  /** For the user's own screen only; empty where it is not known. */
  name: string
}

/** Who it is, with those who are alike, or the employee to whom they are connected. */
export const buildOrderView = async (
  io: Io,
  deps: RunDeps,
  sourceId: SourceEmployeeId,
  { isLinked, alikes }: { isLinked: boolean; alikes: Alikes | undefined },
): Promise<OrderView> => {
  const look = lookOf(io.stderr, io.env)
  if (isLinked) {
    const pairs = await weighLinked(deps, sourceId, toDayInZone(io.now(), deps.settings.timeZone))
    const [first] = pairs
    if (first !== undefined)
      return { text: pairs.map((pair) => buildPairText(pair, look)).join(''), name: first.names.source }
  }
  const person = (await readPeople(deps)).find(({ id }) => id === sourceId)
  // Of someone whom AlexisHR does not have any more there is nothing to show but the id.
  const shown = person ?? { id: sourceId, name: '', employeeNumber: undefined, targetIds: [] }
  const candidates = buildCandidateLines(alikes?.candidates ?? [], look, 4)
  const text = buildPeopleList([shown], look) + candidates.map((line) => `${line}\n`).join('')
  return { text, name: shown.name }
}
