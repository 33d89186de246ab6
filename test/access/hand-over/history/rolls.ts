/** Gives whole numbers from 0 up to a limit, the same for the same seed. */
export type Roll = (below: number) => number

export const createRoll = (seed: number): Roll => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
