import { hostname } from 'node:os'
import { join } from 'node:path'

import type { ChangeReport } from '../../../src/domain/change.js'
import { silentLog } from '../../../src/domain/log.js'
import type { RunDocument } from '../../../src/domain/run/run.js'
import { loadMapping } from '../../../src/mapping/file/load-mapping.js'
import { mapEmployee } from '../../../src/mapping/map-employee.js'
import { pathsUsedBy } from '../../../src/mapping/source-paths.js'
import type { Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { createAlexisSource } from '../../../src/source/alexis/alexis-source.js'
import { openStateDatabase } from '../../../src/state/open-state-database.js'
import { isProcessAlive } from '../../../src/state/sqlite/lease/process-mark.js'
import { asTester } from '../../support/builders.js'
import { findDifferences } from '../../support/find-differences.js'
import { timeZone } from '../company.js'
import type { SoakFolder } from './soak-folder.js'
import type { SoakTransport } from './transports.js'

/** What is wrong when all is over; every list should be empty. */
export interface SoakFlaws {
  /**
   * Where Nmbrs is not what the mapped source says; a person who is there twice included. Not what is held,
   * nor what belongs to people in whose data payroll had a hand.
   */
  differences: readonly string[]
  /** Employees more or fewer than there should be. */
  employees: readonly string[]
  /** What a run still had to do. */
  changes: readonly string[]
  /**
   * Writes of which the state does not know what became, but for people who left or in whose data payroll had
   * a hand.
   */
  openIntents: readonly string[]
  /** What `audit verify` says against the chain. */
  audit: readonly string[]
  /** Requests that were not as the contract has them. */
  violations: readonly string[]
}

interface Ending {
  sandbox: Sandbox
  folder: SoakFolder
  transport: SoakTransport
  today: string
  /** People whose data payroll changed by hand. */
  touched: ReadonlySet<string>
  left: ReadonlySet<string>
  /** How many employees there should be. */
  expected: number
}

/** Gives what is wrong, and what is held for a person's word, which is not. */
export const checkEnd = async (ending: Ending): Promise<{ flaws: SoakFlaws; held: readonly string[] }> => {
  const { sandbox, folder, touched, expected } = ending
  const { stdout } = await folder.run('plan', '--json')
  const { changes } = JSON.parse(stdout) as RunDocument
  const audit = await folder.run('audit', 'verify')
  const found = sandbox.nmbrs.store.allEmployees().length
  const held = changes.filter(({ outcome }) => outcome === 'held')
  const differences = await compareSides(ending)
  const flaws: SoakFlaws = {
    differences: differences.filter(
      (text) => !held.some(({ subject, section }) => text.startsWith(`${subject}: ${section}.`)),
    ),
    employees: found === expected ? [] : [`${found} instead of ${expected}`],
    changes: changes.filter((change) => !held.includes(change) && !touched.has(change.subject)).map(toText),
    openIntents: await readOpenIntents(ending),
    audit: audit.code === 0 ? [] : [audit.stdout + audit.stderr],
    violations: sandbox.nmbrs.violations.map(({ operation, path, kind }) => `${operation} ${path} ${kind}`),
  }
  return { flaws, held: held.map(toText) }
}

const toText = ({ subject, section, outcome, reason }: ChangeReport): string =>
  `${subject} ${section} ${outcome} ${reason ?? ''}`

const compareSides = async ({ sandbox, transport, today, touched }: Ending): Promise<readonly string[]> => {
  const { alexis, nmbrs } = sandbox
  const mapping = transport.toMapping(await loadMapping('mappings/alexis-nmbrs.yaml'))
  const source = createAlexisSource({
    baseUrl: alexis.baseUrl,
    token: alexis.token,
    timeZone,
    log: silentLog,
  })
  try {
    const query = { paths: pathsUsedBy(mapping), activeOnly: true, today, allCompensations: false }
    const { employees } = await source.readSnapshot(query, (one) => mapEmployee(one, mapping, { timeZone }))
    const people = employees.filter(({ sourceId }) => !touched.has(sourceId))
    return findDifferences(people, nmbrs.store, mapping)
  } finally {
    source.close()
  }
}

const readOpenIntents = async ({ folder, touched, left }: Ending): Promise<readonly string[]> => {
  const state = await openStateDatabase({
    path: join(folder.path, 'data/nmbrs-sync.db'),
    keyFile: join(folder.path, 'data/state.key'),
    now: Date.now,
    pid: process.pid,
    host: hostname(),
    isProcessAlive,
    log: silentLog,
  })
  try {
    const open = await state.store('sandbox', asTester).journal.readOpenIntents()
    return open
      .filter(({ subject }) => !touched.has(subject) && !left.has(subject))
      .map(({ subject, section, kind }) => `${subject} ${section} ${kind}`)
  } finally {
    await state.close()
  }
}
