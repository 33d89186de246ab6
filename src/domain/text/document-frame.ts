/** Goes up when a key changes its meaning or goes away, which is not to happen: keys are added. */
export const formatVersion = 1

/**
 * A document for programs, with the version of its form in front: what commands print, files and messages to
 * other programs. A list stays a list: who reads it would find none any more.
 */
export const frameDocument = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && !Array.isArray(document)
    ? { formatVersion, ...document }
    : document
