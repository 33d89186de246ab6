/** How much is measured. */
export interface Sizes {
  /** Whether figures that only mean something at real sizes are judged. */
  real: boolean
  /** Numbers of people between which the number of calls must not differ. */
  calls: readonly number[]
  cpu: { people: number; repeats: number }
  memory: { people: number; repeats: number }
  firstExport: { people: number; repeats: number; callsPerSecond: number; latenciesMs: readonly number[] }
  restExports: readonly {
    people: number
    callsPerSecond: number
    maxConcurrent: number
    latencyMs: number
  }[]
  naive: {
    people: number
    repeats: number
    latencyMs: number
    /** People for whom the script is really run. */
    samples: { small: number; large: number }
  }
  stateSize: { people: number; noOpRuns: number; callsPerSecond: number }
  safetyCost: { people: number; repeats: number; callsPerSecond: number }
  soak: { runs: number; people: number }
  access: { people: number; repeats: number }
  /** How many random histories are played. */
  model: { seeds: number }
  /** How many random histories of hand-overs of logins are played. */
  handOvers: { seeds: number }
  start: { repeats: number }
}

export const realSizes: Sizes = {
  real: true,
  calls: [50, 500, 5000],
  cpu: { people: 10_000, repeats: 3 },
  memory: { people: 50_000, repeats: 2 },
  firstExport: { people: 500, repeats: 1, callsPerSecond: 100, latenciesMs: [50, 300] },
  restExports: [
    // The defaults of the configuration, and as fast as it is allowed to be.
    { people: 40, callsPerSecond: 10, maxConcurrent: 4, latencyMs: 300 },
    { people: 300, callsPerSecond: 100, maxConcurrent: 64, latencyMs: 50 },
    { people: 300, callsPerSecond: 100, maxConcurrent: 64, latencyMs: 300 },
  ],
  naive: { people: 5000, repeats: 2, latencyMs: 50, samples: { small: 40, large: 200 } },
  stateSize: { people: 5000, noOpRuns: 30, callsPerSecond: 2000 },
  safetyCost: { people: 500, repeats: 3, callsPerSecond: 1000 },
  soak: { runs: 200, people: 40 },
  access: { people: 10_000, repeats: 3 },
  model: { seeds: 100 },
  handOvers: { seeds: 1000 },
  start: { repeats: 7 },
}

/** Shows in a minute that everything runs; most of its ratios mean nothing. */
export const quickSizes: Sizes = {
  real: false,
  calls: [20, 200],
  cpu: { people: 500, repeats: 1 },
  memory: { people: 1000, repeats: 1 },
  firstExport: { people: 30, repeats: 1, callsPerSecond: 100, latenciesMs: [50, 300] },
  restExports: [
    { people: 4, callsPerSecond: 10, maxConcurrent: 4, latencyMs: 50 },
    { people: 30, callsPerSecond: 100, maxConcurrent: 64, latencyMs: 50 },
  ],
  naive: { people: 200, repeats: 1, latencyMs: 20, samples: { small: 5, large: 20 } },
  stateSize: { people: 60, noOpRuns: 3, callsPerSecond: 2000 },
  safetyCost: { people: 30, repeats: 1, callsPerSecond: 1000 },
  soak: { runs: 12, people: 10 },
  access: { people: 500, repeats: 1 },
  model: { seeds: 3 },
  handOvers: { seeds: 3 },
  start: { repeats: 2 },
}
