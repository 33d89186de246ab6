import { toSourceEmployeeId } from '../../../src/domain/ids.js'
import type { FaultRequest } from '../../../src/sandbox/nmbrs/faults.js'
import type { Random } from '../../../src/sandbox/people/invent/random.js'
import { pick, recordsOf, type Play } from '../play.js'
import { slips, type RunTroubles } from '../world.js'
import { hrDeeds } from './hr.js'
import type { Deed } from './operation.js'
import { payrollDeeds } from './payroll.js'

const writes = [
  ...['Employee_Insert', 'PersonalInfo_UpdateCurrent', 'Address_InsertCurrent', 'Address_Update'],
  ...['BankAccount_InsertCurrent', 'BankAccount_DeleteCurrent', 'Salary_Update'],
]

const aFault = (random: Random): FaultRequest => {
  const when = random.pick(['before', 'after'] as const)
  const meant = random.chance(70) ? { operation: random.pick(writes) } : { nth: 1 + random.int(25) }
  return random.pick<FaultRequest>([
    { kind: 'cut', when, ...meant },
    { kind: 'status', status: 500, when, ...meant },
    { kind: 'html', status: random.pick([200, 502]), when, ...meant },
    { kind: 'half', ...meant },
    { kind: 'status', status: 429, retryAfter: '0', ...meant },
    { kind: 'slow', delayMs: 20, ...meant },
    // Refused for good: a change of the past, and a wage tax declaration that was sent.
    { kind: 'soap-fault', code: random.pick([2011, 2012, 9999]), operation: random.pick(writes) },
  ])
}

export const drawByWeight = <Item extends { weight: number }>(
  items: readonly Item[],
  random: Random,
): Item => {
  let left = random.int(items.reduce((sum, { weight }) => sum + weight, 0))
  for (const item of items) {
    left -= item.weight
    if (left < 0) return item
  }
  throw new Error('nothing to draw from')
}

/** Somebody works while the run goes on, or the run meets an end before its own. */
const drawTroubles = (play: Play, random: Random, said: string[]): RunTroubles => {
  const troubles: RunTroubles = {}
  if (random.chance(20)) {
    troubles.kill = { write: 1 + random.int(8), carriedOut: random.chance(50) }
    said.push(`dies at write ${troubles.kill.write}, ${troubles.kill.carriedOut ? '' : 'not '}carried out`)
  } else if (random.chance(15)) {
    troubles.stopAtWrite = 1 + random.int(6)
    said.push(`is asked to stop at write ${troubles.stopAtWrite}`)
  }
  if (random.chance(35)) {
    const at = random.chance(50) ? 'question' : 1 + random.int(30)
    const deed = drawByWeight<Deed>(random.chance(60) ? payrollDeeds : hrDeeds, random)
    troubles.meanwhile = {
      at,
      act: () => {
        const done = deed.run(play, random)
        if (done !== undefined) said.push(`at ${at}: ${done}`)
      },
    }
  }
  if (random.chance(20)) {
    troubles.slip = random.pick(Object.keys(slips))
    said.push(`configured with ${troubles.slip}`)
  }
  return troubles
}

/** One run with what happens around it. Says what it was and how it ended. */
export const runDisturbed = async (play: Play, random: Random): Promise<string> => {
  const said: string[] = []
  const { faults } = play.world.nmbrs
  faults.clear()
  for (let count = random.chance(40) ? 1 + random.int(2) : 0; count > 0; count -= 1) {
    const fault = aFault(random)
    said.push(`fault ${JSON.stringify(fault)}`)
    faults.add(fault)
  }
  const one = random.chance(12)
    ? pick(
        random,
        recordsOf(play, ({ active }) => active),
      )
    : undefined
  if (one !== undefined) said.push(`for ${one.id.slice(-4)} only`)
  const verifyAll = random.chance(20)
  if (verifyAll) said.push('verifies all')
  const employees = one === undefined ? [] : [toSourceEmployeeId(one.id)]
  const note = await play.world.run({ employees, verifyAll }, drawTroubles(play, random, said))
  play.lastRun = note
  faults.clear()
  return `sync ${said.join(', ')}: ${note.end?.document.run.result ?? 'killed'}`
}

/** A run in peace. */
export const runCalmly = async (play: Play): Promise<string> => {
  play.world.nmbrs.faults.clear()
  play.lastRun = await play.world.run({ verifyAll: true })
  const { run, forgotten } = play.lastRun.end?.document ?? {}
  const gone = forgotten === undefined ? '' : `, ${forgotten.people.length} forgotten`
  return `sync in peace: ${run?.result ?? 'killed'}${gone}`
}
