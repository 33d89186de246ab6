import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { CliWorld } from './cli-world.js'

/** A world that tests share: set up once, and put back before each of them. */
export interface RememberedWorld {
  /** Brings back the files, the people, payroll and the switches; no fault waits, and no call was made. */
  putBack: () => void
  close: () => Promise<void>
}

/** Remembers how a world stands. Nothing may be running in it. */
export const rememberWorld = (world: CliWorld): RememberedWorld => {
  const { alexis, nmbrs } = world.sandbox
  const copy = mkdtempSync(join(tmpdir(), 'nmbrs-sync-remembered-'))
  cpSync(world.folder, copy, { recursive: true })
  const data = structuredClone(alexis.data)
  const switches = structuredClone({ alexis: alexis.switches, nmbrs: nmbrs.switches })
  const [companies, employees] = [nmbrs.store.companies(), nmbrs.store.allEmployees()]
  const moment = nmbrs.store.nextCreationDate()
  return {
    putBack: () => {
      rmSync(world.folder, { recursive: true })
      cpSync(copy, world.folder, { recursive: true })
      Object.assign(alexis.data, structuredClone(data))
      Object.assign(alexis.switches, switches.alexis)
      Object.assign(nmbrs.switches, switches.nmbrs)
      alexis.faults.clear()
      nmbrs.faults.clear()
      nmbrs.calls.clear()
      nmbrs.store.reset()
      for (const { id, ...company } of companies) nmbrs.store.changeCompany(id, company)
      for (const employee of employees) putEmployee(nmbrs.store, employee)
      // A record that is written from now on is younger than every one that is there.
      while (nmbrs.store.nextCreationDate() < moment);
    },
    close: async () => {
      await world.close()
      rmSync(copy, { recursive: true })
    },
  }
}

type Store = CliWorld['sandbox']['nmbrs']['store']

const putEmployee = (store: Store, employee: ReturnType<Store['allEmployees']>[number]): void => {
  if (store.findEmployee(employee.id) === undefined) store.addEmployee(employee)
  else store.changeEmployee(employee.id, employee)
}
