import { readPeople, type LookUpDeps } from './read-people.js'

/** Longer than this no one waits for the names on a list that is there already. */
const usualWaitMs = 5_000

/**
 * The names of everyone of some connections by their ids, for a screen; nothing of them is kept. `undefined`
 * when AlexisHR did not give them in time or refused: a name is a help, and its lack must stop nothing.
 */
export const readNames = async (
  places: readonly LookUpDeps[],
  waitMs = usualWaitMs,
): Promise<ReadonlyMap<string, string> | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined)
    }, waitMs)
  })
  try {
    return await Promise.race([readAll(places), tooLate])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

const readAll = async (places: readonly LookUpDeps[]): Promise<ReadonlyMap<string, string>> => {
  const people = (await Promise.all(places.map(readPeople))).flat()
  return new Map(people.map(({ id, name }) => [id, name]))
}
