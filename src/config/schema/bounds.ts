/** The whole numbers that a key takes, and the command-line option that says the same once. */
export interface Bounds {
  least: number
  most: number
}

/** The key `canary` and `sync --canary`. */
export const canaryBounds: Bounds = { least: 0, most: 100 }

/** `state.keepRunsDays` and `state purge --older-than`. */
export const keepRunsBounds: Bounds = { least: 1, most: 36_500 }

/** `state.forgetAfterDays` and `state forget --due`. */
export const forgetBounds: Bounds = { least: 1, most: 36_500 }
