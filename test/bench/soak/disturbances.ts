import type { AlexisFault } from '../../../src/sandbox/alexis/faults.js'
import type { FaultRequest } from '../../../src/sandbox/nmbrs/faults.js'
import type { SoakTransport } from './transports.js'
import { createRandom, type Random } from '../../../src/sandbox/people/invent/random.js'

/** What happens around one run: in HR, in payroll, on the way, and to the process. */
export interface Disturbance {
  /** How many edits HR makes. */
  edits: number
  /** Whether somebody is hired, and whether somebody leaves. */
  hires: boolean
  leaves: boolean
  /** Whether payroll changes something by hand. */
  payrollEdits: boolean
  faults: readonly FaultRequest[]
  sourceFaults: readonly AlexisFault[]
  /** After which call of the run its process is killed, and whether Nmbrs carries that call out. */
  kill: { nth: number; carriedOut: boolean } | undefined
}

/** What happens around each of so many runs. The same seed gives the same. */
export const buildDisturbances = (
  runs: number,
  seed: number,
  transport: SoakTransport,
): readonly Disturbance[] => {
  const random = createRandom(seed)
  return Array.from({ length: runs }, (_, index) => ({
    edits: random.int(4),
    hires: index % 8 === 1,
    leaves: index % 40 === 20,
    payrollEdits: random.chance(15),
    faults: random.chance(55) ? [aFault(random, transport)] : [],
    sourceFaults: random.chance(8) ? [aSourceFault(random)] : [],
    kill: random.chance(25) ? { nth: 1 + random.int(24), carriedOut: random.chance(50) } : undefined,
  }))
}

const aFault = (random: Random, { writes, faults }: SoakTransport): FaultRequest => {
  const when = random.pick(['before', 'after'] as const)
  const meant = random.chance(80) ? { operation: random.pick(writes) } : { nth: 1 + random.int(12) }
  return random.pick<FaultRequest>([
    { kind: 'cut', when, ...meant },
    { kind: 'status', status: 500, when, ...meant },
    { kind: 'html', status: random.pick([200, 502]), when, ...meant },
    { kind: 'half', ...meant },
    { kind: 'status', status: 429, retryAfter: '0', ...meant },
    ...faults.map((fault) => ({ ...fault, ...meant })),
    { kind: 'body', body: '<Envelope><Body>', when, ...meant },
  ])
}

const aSourceFault = (random: Random): AlexisFault =>
  random.pick<AlexisFault>([
    { kind: 'status', status: 503 },
    { kind: 'reset' },
    { kind: 'truncated' },
    { kind: 'body', body: '{"status":"success","data":[],"total":0,"relations":{}}' },
  ])
