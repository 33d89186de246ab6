import type { Look } from '../kit/look.js'
import { layOutTable, type Cell } from '../kit/table.js'
import type { DoctorCheck } from './doctor-report.js'

/** What is asked of a connection, in the order of the table. */
const topics = ['alexis', 'nmbrs', 'companies', 'rights'] as const
type Topic = (typeof topics)[number]
type Status = DoctorCheck['status']

const titles: Readonly<Record<Topic, string>> = {
  alexis: 'AlexisHR',
  nmbrs: 'Nmbrs',
  companies: 'companies',
  rights: 'rights',
}

/** One connection, tested. `null`: not looked at, because something before it failed. */
export interface TestedConnection {
  connection: string
  ok: boolean
  topics: Readonly<Record<Topic, Status | null>>
  checks: readonly DoctorCheck[]
}

/**
 * Sums the checks of a connection up under what was asked. What is about none of it, such as the mapping,
 * counts for the connection alone.
 */
export const toTested = (connection: string, found: readonly DoctorCheck[]): TestedConnection => {
  // How long SOAP is still there is no matter of whether the connection works; doctor says it.
  const checks = found.filter(({ check }) => check !== 'Nmbrs SOAP')
  return {
    connection,
    ok: checks.every(({ status }) => status !== 'fail'),
    topics: {
      alexis: worstOf(checks, 'alexis'),
      nmbrs: worstOf(checks, 'nmbrs'),
      companies: worstOf(checks, 'companies'),
      rights: worstOf(checks, 'rights'),
    },
    checks,
  }
}

const worstOf = (checks: readonly DoctorCheck[], topic: Topic): Status | null => {
  const found = checks.filter(({ check }) => topicOf(check) === topic).map(({ status }) => status)
  return (['fail', 'warn', 'ok'] as const).find((status) => found.includes(status)) ?? null
}

const topicOf = (check: string): Topic | undefined => {
  if (check === 'AlexisHR company' || check === 'Nmbrs company') return 'companies'
  if (check === 'Nmbrs rights' || check === 'Nmbrs period') return 'rights'
  if (check.startsWith('AlexisHR')) return 'alexis'
  return check.startsWith('Nmbrs') ? 'nmbrs' : undefined
}

/** A line for each connection, and under the table what is wrong and what to do about it. */
export const buildConnectionTestText = (tested: readonly TestedConnection[], look: Look): string => {
  const head = ['connection', ...topics.map((topic) => titles[topic])]
  const table = layOutTable(
    tested.map((one) => [one.connection, ...topics.map((topic) => toCell(one.topics[topic], look))]),
    { width: look.width, head: head.map((text) => ({ text, paint: look.paint.dim })) },
  )
  const wrong = tested.flatMap((one) => toWrongLines(one, look))
  const good = tested.filter(({ ok }) => ok).length
  const sum = `${good} of ${tested.length} ${tested.length === 1 ? 'connection works' : 'connections work'}.`
  return `${[...table, ...(wrong.length === 0 ? [] : ['', ...wrong]), '', sum].join('\n')}\n`
}

const toCell = (status: Status | null, { paint }: Look): Cell => {
  switch (status) {
    case 'ok':
      return { text: 'ok', paint: paint.green }
    case 'warn':
      return { text: 'ok, see below', paint: paint.yellow }
    case 'fail':
      return { text: 'no', paint: paint.red }
    case null:
      return { text: 'not tried', paint: paint.dim }
  }
}

const toWrongLines = ({ connection, checks }: TestedConnection, look: Look): string[] => {
  const wrong = checks.filter(({ status }) => status !== 'ok')
  if (wrong.length === 0) return []
  const rows = wrong.flatMap(({ check, detail, remedy }) => [
    [check, detail],
    ...(remedy === null ? [] : [['', `Next: ${remedy}`]]),
  ])
  return [look.paint.bold(connection), ...layOutTable(rows, { width: look.width, indent: 2 })]
}

/** One document for all of them. */
export const toConnectionTestJson = (tested: readonly TestedConnection[]): object => ({
  ok: tested.every(({ ok }) => ok),
  connections: tested.map(({ connection, ok, topics: found, checks }) => ({
    connection,
    ok,
    ...found,
    checks: checks.map(({ check, status, detail, remedy }) => ({ check, status, detail, remedy })),
  })),
})
