import { readlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** As many as Linux follows; a circle is told where the file is opened. */
const mostLinks = 40

/**
 * The file that a path means when its last step is a link, also where that file is not there yet. SQLite
 * keeps its side files beside the file itself, so the state has to be known by that name.
 */
export const followLink = async (path: string): Promise<string> => {
  let place = path
  for (let links = 0; links < mostLinks; links += 1) {
    const next = await findLink(place)
    if (next === undefined) return place
    place = resolve(dirname(place), next)
  }
  return path
}

const findLink = async (path: string): Promise<string | undefined> => {
  try {
    return await readlink(path)
  } catch {
    return undefined
  }
}
