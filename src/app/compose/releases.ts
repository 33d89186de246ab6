/** What was opened and is to be given back: in reverse order, each once. */
export interface Releases {
  /** Notes how to give something back. */
  add(release: () => Promise<void> | void): void
}

/**
 * Does the work and gives back everything it opened, in reverse order, also after a failure. The work's own
 * error comes before one of giving back.
 */
export const withReleases = async <T>(work: (releases: Releases) => Promise<T>): Promise<T> => {
  const stack: (() => Promise<void> | void)[] = []
  const result = await settle(() => work({ add: (release) => stack.push(release) }))
  const failures: unknown[] = []
  for (const release of stack.reverse()) {
    const end = await settle(async () => {
      await release()
    })
    if ('error' in end) failures.push(end.error)
  }
  if ('error' in result) throw result.error
  if (failures.length > 0) throw failures[0]
  return result.value
}

const settle = async <T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> => {
  try {
    return { value: await work() }
  } catch (error) {
    return { error }
  }
}
