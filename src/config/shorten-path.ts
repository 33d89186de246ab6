import { isAbsolute, relative } from 'node:path'

/** A path as it is shown: from the folder the user is in when it lies below it, else whole. */
export const shortenPath = (cwd: string, path: string): string => {
  const below = relative(cwd, path)
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below
}
