import type { Api } from '../company.js'
import { usualBankSlices } from '../connection.js'
import type { JobEnd } from '../contender-process.js'
import { withLaboratory, type Laboratory } from '../laboratory.js'

export interface LinkedOptions {
  compiled: string
  /** SOAP unless said otherwise. */
  api?: Api
  people: number
  latencyMs?: number
  oneRowEach?: boolean
}

/**
 * A company in which everybody is linked and in sync, after a first sync that made it so and one that found
 * it so.
 */
export interface LinkedPeople {
  laboratory: Laboratory
  /** One sync that finds nothing to do, from the same stored state each time. */
  runNoOp: (options?: NoOpOptions) => Promise<JobEnd>
}

export interface NoOpOptions {
  through?: 'product' | 'plain'
  callsPerSecond?: number
  bankSlices?: number
  watchStalls?: boolean
  /**
   * Begins from what a run through the plain client stored, so that it too passes over people in whom nothing
   * moved.
   */
  remembered?: boolean
}

/**
 * The first links everybody and settles every section, the second finds nothing to do; every night after it
 * is like those that are measured.
 */
const syncsBefore = 2
/** As fast as it goes: the preparing run is not what is measured. */
const unpaced = 5000
/**
 * The vendor's limit, so that waiting for the pace is the same small part everywhere (Nmbrs contract, section
 * 5).
 */
const vendorLimit = 150

/** Prepares such a company and works with it. Throws when a sync finds something to do after all. */
export const withLinkedPeople = <Result>(
  { compiled, api = 'soap', people, latencyMs = 0, oneRowEach = false }: LinkedOptions,
  work: (linked: LinkedPeople) => Promise<Result>,
): Promise<Result> =>
  withLaboratory(compiled, { people, mix: 'all-linked', latencyMs, oneRowEach }, async (laboratory) => {
    const prepared = laboratory.makeFolder()
    const job = { kind: 'sync', api, remotes: laboratory.remotes, bankSlices: usualBankSlices } as const
    for (let sync = 1; sync <= syncsBefore; sync += 1) {
      await laboratory.runJob({
        ...job,
        through: 'product',
        folder: prepared,
        callsPerSecond: unpaced,
        watchStalls: false,
      })
    }
    await laboratory.readSeen()
    const remember = async (): Promise<string> => {
      const folder = laboratory.makeFolder(prepared)
      await laboratory.runJob({
        ...job,
        through: 'plain',
        folder,
        callsPerSecond: unpaced,
        watchStalls: false,
      })
      return folder
    }
    let ofPlain: Promise<string> | undefined
    const runNoOp: LinkedPeople['runNoOp'] = async ({ remembered = false, ...options } = {}) => {
      const from = remembered ? await (ofPlain ??= remember()) : prepared
      const end = await laboratory.runJob({
        ...job,
        through: 'product',
        callsPerSecond: vendorLimit,
        watchStalls: false,
        ...options,
        folder: laboratory.makeFolder(from),
      })
      refuseOddRun(end, people)
      return end
    }
    return work({ laboratory, runNoOp })
  })

/** A figure of a run that did something else than it should says nothing. */
const refuseOddRun = ({ people, changes, findings }: JobEnd, expected: number): void => {
  if (people !== expected) throw new Error(`${people} of ${expected} people are linked`)
  if (changes + findings > 0)
    throw new Error(`a no-op sync found ${changes} changes and ${findings} findings`)
}

/** Measures both sides in turn, so that a change of the machine's mood meets both. */
export const alternate = async <One, Other>(
  repeats: number,
  runOne: () => Promise<One>,
  runOther: () => Promise<Other>,
): Promise<{ one: One[]; other: Other[] }> => {
  const ends = { one: new Array<One>(), other: new Array<Other>() }
  for (let turn = 0; turn < repeats; turn += 1) {
    ends.one.push(await runOne())
    ends.other.push(await runOther())
  }
  return ends
}
