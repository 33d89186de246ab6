import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'

import type { RunDocument } from '../../../src/domain/run/run.js'
import type { CallStep, OnCall } from '../../../src/sandbox/nmbrs/serve-call.js'
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { checkEnd, type SoakFlaws } from './check-end.js'
import { buildDisturbances, type Disturbance } from './disturbances.js'
import { openOffices, type Offices } from './offices.js'
import type { SoakTransport } from './transports.js'
import { openSoakFolder, type CommandEnd, type SoakFolder } from './soak-folder.js'

export interface SoakOptions {
  /** The folder of the compiled benchmark. */
  compiled: string
  transport: SoakTransport
  seed: number
  runs: number
  people: number
  tell: (message: string) => void
}

/** What happened on the way. */
export interface SoakCounts {
  kills: number
  /** Logins after the first, because a killed process took the consent with it. */
  logins: number
  faultsMet: number
  edits: number
  hires: number
  /** Writes that Nmbrs carried out. */
  writes: number
  /** Runs by their result. */
  results: Record<string, number>
}

/** The process that is to be killed, and when. */
interface Trap {
  /** Calls until then. */
  left: number
  carriedOut: boolean
  child: ChildProcess | undefined
}

export interface SoakEnd {
  counts: SoakCounts
  flaws: SoakFlaws
  /** What waits for a person's word in the end. */
  held: readonly string[]
}

interface Soak {
  sandbox: Sandbox
  folder: SoakFolder
  transport: SoakTransport
  offices: Offices
  counts: SoakCounts
  setTrap: (trap: Trap | undefined) => void
}

/**
 * Many runs, one after the other, while HR and payroll go on working, calls meet faults and processes are
 * killed; then three runs in peace. Gives what happened, and what was found wrong in the end.
 */
export const runSoak = async (options: SoakOptions): Promise<SoakEnd> => {
  const { compiled, transport, seed, runs, people, tell } = options
  const counts: SoakCounts = { kills: 0, logins: 0, faultsMet: 0, edits: 0, hires: 0, writes: 0, results: {} }
  let trap: Trap | undefined
  const onCall: OnCall = async (step) => {
    if (step.phase === 'committed' && transport.isWrite(step.operation)) counts.writes += 1
    if (trap !== undefined) await killWhenDue(trap, step)
  }
  const today = realToday()
  const mix = { newHire: Math.floor(people / 2) }
  const switches = { nmbrs: transport.switches }
  const sandbox = await startSandbox({ people, seed, today, mix, switches, onCall })
  const folder = openSoakFolder(sandbox, compiled, transport)
  const atFirst = sandbox.nmbrs.store.allEmployees().length
  const soak: Soak = {
    sandbox,
    folder,
    transport,
    offices: openOffices(sandbox, today),
    counts,
    setTrap: (next) => (trap = next),
  }
  try {
    await transport.logIn(sandbox, folder.path)
    for (const [index, disturbance] of buildDisturbances(runs, seed, transport).entries()) {
      if (index % 20 === 0) tell(`soak over ${transport.name} with seed ${seed}: run ${index + 1} of ${runs}`)
      disturb(soak, disturbance, seed + index)
      await runOnce(soak, disturbance)
    }
    for (let run = 0; run < 3; run += 1) await folder.run(...sync)
    const { touched, left } = soak.offices
    const found = await checkEnd({
      sandbox,
      folder,
      transport,
      today,
      touched,
      left,
      expected: atFirst + counts.hires,
    })
    return { counts, ...found }
  } finally {
    folder.remove()
    await sandbox.close()
  }
}

const sync = ['sync', '--yes', '--json']

const realToday = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())

const killWhenDue = async (trap: Trap, { phase }: CallStep): Promise<void> => {
  if (phase !== (trap.carriedOut ? 'committed' : 'received')) return
  trap.left -= 1
  if (trap.left !== 0 || trap.child === undefined) return
  const exited = once(trap.child, 'exit')
  trap.child.kill('SIGKILL')
  // Only then does the call go on: nobody is left to hear of it.
  await exited
}

const disturb = ({ sandbox, offices, counts }: Soak, disturbance: Disturbance, seed: number): void => {
  counts.edits += offices.editPeople(disturbance.edits, seed)
  if (disturbance.hires && offices.hire()) counts.hires += 1
  if (disturbance.leaves) offices.letGo()
  if (disturbance.payrollEdits) offices.editPayroll(seed)
  for (const fault of disturbance.faults) sandbox.nmbrs.faults.add(fault)
  for (const fault of disturbance.sourceFaults) sandbox.alexis.faults.add(fault)
}

const runOnce = async (soak: Soak, disturbance: Disturbance): Promise<void> => {
  const { sandbox, folder, counts, setTrap } = soak
  const { kill, faults } = disturbance
  if (kill === undefined) {
    await note(await folder.run(...sync), soak)
  } else {
    const trap: Trap = { left: kill.nth, carriedOut: kill.carriedOut, child: undefined }
    setTrap(trap)
    const end = await folder.spawn((child) => (trap.child = child), ...sync)
    setTrap(undefined)
    // A run with fewer calls than that comes to its end.
    if (end.code === null) counts.kills += 1
    else await note(end, soak)
  }
  counts.faultsMet += faults.length - sandbox.nmbrs.faults.waiting()
  sandbox.nmbrs.faults.clear()
  sandbox.alexis.faults.clear()
}

/** A run that says nothing is no run: then the soak would prove nothing. Whoever is told to log in does. */
const note = async (
  { stdout, stderr }: CommandEnd,
  { sandbox, folder, transport, counts }: Soak,
): Promise<void> => {
  if (/no consent|consent .* gone/i.test(stderr)) {
    counts.logins += 1
    await transport.logIn(sandbox, folder.path)
  }
  if (stdout === '') throw new Error(`a run ended without its document: ${stderr}`)
  const { result } = (JSON.parse(stdout) as RunDocument).run
  counts.results[result] = (counts.results[result] ?? 0) + 1
}
