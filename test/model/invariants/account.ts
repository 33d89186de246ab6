import type { WriteNote } from '../observe-writes.js'
import type { Play } from '../play.js'
import type { RunNote } from '../world.js'
import { recordsOfOwner, writesOf } from './identity.js'
import type { Invariant } from './invariant.js'

interface Told {
  targetId: string | null
  section: string
  subject: string
  outcome: string
}

const mayHaveHappened = ['applied', 'unchanged', 'failed', 'unknown', 'held', 'skipped']

/** What a run says of a write: in its document, or, when it was killed, in the state. */
const toldOf = async ({ world }: Play, { id, end }: RunNote): Promise<readonly Told[]> => {
  if (end !== undefined) return end.document.changes
  return world.command(async ({ store }) => {
    const stored = await store.runs.readRun(id as never)
    const open = await store.journal.readOpenIntents()
    return [...(stored?.changes ?? []), ...open.map((intent) => ({ ...intent, outcome: 'unknown' }))]
  })
}

const isTold = (play: Play, { employeeId, section }: WriteNote, told: readonly Told[]): boolean =>
  told.some(
    (one) =>
      one.section === section &&
      mayHaveHappened.includes(one.outcome) &&
      // Of a creation whose answer was lost only the person is known.
      (one.targetId === String(employeeId) ||
        (section === 'employee' && recordsOfOwner(play, employeeId).includes(one.subject))),
  )

const everyWriteIsReported: Invariant = {
  name: 'every write is reported, or left open in the state when the run was killed',
  check: async (play, run) => {
    const writes = writesOf(play, run)
    if (writes.length === 0) return []
    const told = await toldOf(play, run)
    return writes
      .filter((write) => !isTold(play, write, told))
      .map(({ operation, employeeId }) => `${operation} on ${employeeId} in ${run.id}`)
  },
}

const everyBegunIsComplete: Invariant = {
  name: 'whoever was created is finished, also after a first signal to stop',
  check: (play, run) => {
    const { end } = run
    if (end === undefined) return []
    const created = writesOf(play, run).filter(
      ({ section, before }) => section === 'employee' && before === undefined,
    )
    return created.flatMap(({ employeeId }) =>
      end.document.changes
        .filter(
          ({ targetId, outcome, reason }) =>
            targetId === String(employeeId) && outcome === 'skipped' && reason === 'stopped',
        )
        .map(({ section }) => `${employeeId} has no ${section}`),
    )
  },
}

export const accountInvariants: readonly Invariant[] = [everyWriteIsReported, everyBegunIsComplete]
