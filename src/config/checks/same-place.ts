import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Whether there is something at a path that this account can get at. A folder that it may not look into is
 * none of its own: an account that is changed to (sudo) often stands in the home folder of someone else.
 */
export const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

/** Whether both paths lead to one file or folder, by links perhaps. */
export const isOneFile = async (left: string, right: string): Promise<boolean> => {
  try {
    const [a, b] = await Promise.all([stat(left, { bigint: true }), stat(right, { bigint: true })])
    return a.dev === b.dev && a.ino === b.ino
  } catch {
    return false
  }
}

/**
 * Whether two files say the same, or two folders hold files of the same names that do. What cannot be read is
 * not the same.
 */
export const isSameContent = async (left: string, right: string): Promise<boolean> => {
  try {
    if (await isOneFile(left, right)) return true
    const [a, b] = await Promise.all([stat(left), stat(right)])
    if (a.isDirectory() && b.isDirectory()) return await isSameFolder(left, right)
    if (!a.isFile() || !b.isFile() || a.size !== b.size) return false
    return (await readFile(left)).equals(await readFile(right))
  } catch {
    return false
  }
}

const isSameFolder = async (left: string, right: string): Promise<boolean> => {
  const [names, others] = await Promise.all([readdir(left), readdir(right)])
  if (names.length !== others.length) return false
  for (const name of names) if (!(await isSameContent(join(left, name), join(right, name)))) return false
  return true
}
