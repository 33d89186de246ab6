/** Reads a list once for those who asked for someone in it before it began. Anyone who asks meanwhile waits for the next. */
export interface SharedLooks<Entries> {
  look: (list: string, employeeId: string) => Promise<Entries | undefined>
}

interface Waiting<Entries> {
  employeeId: string
  resolve: (entries: Entries | undefined) => void
  reject: (error: unknown) => void
}

/** `read`: the entries of these employees, of a list that is read whole. It begins after everyone whom it serves has asked, so that it shows what they wrote. */
export const createSharedLooks = <Entries>(
  read: (list: string, employeeIds: ReadonlySet<string>) => Promise<ReadonlyMap<string, Entries>>,
): SharedLooks<Entries> => {
  const queues = new Map<string, Waiting<Entries>[]>()
  const serve = async (list: string, queue: Waiting<Entries>[]): Promise<void> => {
    while (queue.length > 0) {
      const served = queue.splice(0)
      try {
        const found = await read(list, new Set(served.map(({ employeeId }) => employeeId)))
        for (const { employeeId, resolve } of served) resolve(found.get(employeeId))
      } catch (error) {
        for (const { reject } of served) reject(error)
      }
    }
    queues.delete(list)
  }
  return {
    look: (list, employeeId) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(list)
        const one = { employeeId, resolve, reject }
        if (queue !== undefined) {
          queue.push(one)
          return
        }
        const own = [one]
        queues.set(list, own)
        // Those who ask in the same turn are served together.
        queueMicrotask(() => void serve(list, own))
      }),
  }
}
