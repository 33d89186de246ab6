/** How many inputs each part gets: ten thousand together, the same ones each time. */
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

/** Settings of fast-check for one part. The seed is fixed; NMBRS_SYNC_MALFORMED_SEED takes another. */
export const countInputs = (part: keyof typeof inputs): { numRuns: number; seed: number } => ({
  numRuns: inputs[part],
  seed: Number(process.env.NMBRS_SYNC_MALFORMED_SEED ?? '20261122'),
})
