import fc from 'fast-check'

import { oneTo, sampleOf } from '../support/matrix.js'

/**
 * How many inputs each part has: ten thousand together, the same ones each time. All of them are tried by
 * `npm run test:matrix`.
 */
export const inputs = {
  alexisBytes: 1000,
  alexisValues: 1400,
  alexisLists: 300,
  alexisRuns: 100,
  nmbrsBytes: 1500,
  nmbrsValues: 1900,
  nmbrsRuns: 150,
  mappings: 1000,
  portals: 400,
  configs: 600,
  commandLines: 1000,
  savedPlans: 500,
  savedPlanRuns: 50,
  stateFiles: 400,
  keyFiles: 100,
} as const

/**
 * The inputs of a part are so many lots, each with a seed of its own: a run tries all of them or a sample of
 * them.
 */
const lots = 8

const base = Number(process.env.NMBRS_SYNC_MALFORMED_SEED ?? '20261122')

/** Asserts a property for the inputs of a part. NMBRS_SYNC_MALFORMED_SEED takes other ones. */
export const assertFor = async <Input>(
  part: keyof typeof inputs,
  property: fc.IRawProperty<Input>,
): Promise<void> => {
  for (const lot of sampleOf(`malformed ${part}`, oneTo(lots)))
    await fc.assert(property, { numRuns: Math.ceil(inputs[part] / lots), seed: base + lot })
}
