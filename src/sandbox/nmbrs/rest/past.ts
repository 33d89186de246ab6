import type { NmbrsEmployee } from '../world/data.js'
import type { NmbrsStore } from '../world/store.js'

/**
 * What reads showed before the latest writes, for a service that shows a write late (Nmbrs REST contract,
 * section 15, row 33).
 */
export interface Past {
  /** To be called before a write: how the employee was. `undefined`: not there yet. */
  remember(id: number, before: NmbrsEmployee | undefined): void
  /** The employees as reads show them. */
  shown(employees: readonly NmbrsEmployee[], lagMs: number): readonly NmbrsEmployee[]
  clear(): void
}

interface Written {
  id: number
  before: NmbrsEmployee | undefined
  at: number
}

export const createPast = (now: () => number): Past => {
  let written: Written[] = []
  return {
    remember: (id, before) => {
      written.push({ id, before, at: now() })
    },
    shown: (employees, lagMs) => {
      written = written.filter(({ at }) => lagMs > 0 && at + lagMs > now())
      if (written.length === 0) return employees
      const before = new Map<number, NmbrsEmployee | undefined>()
      for (const each of written) if (!before.has(each.id)) before.set(each.id, each.before)
      return employees.flatMap((employee) => {
        const earlier = before.has(employee.id) ? before.get(employee.id) : employee
        return earlier === undefined ? [] : [earlier]
      })
    },
    clear: () => {
      written = []
    },
  }
}

/** Changes an employee and remembers how they were. */
export const changeRemembered = (
  { store, past }: { store: NmbrsStore; past: Past },
  { id }: NmbrsEmployee,
  change: Partial<Omit<NmbrsEmployee, 'id'>>,
): void => {
  past.remember(id, store.findEmployee(id))
  store.changeEmployee(id, change)
}
