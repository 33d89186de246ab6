import { withLocalTimes } from '../../domain/date/clock.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type Cell } from '../kit/table.js'

/** One thing that was looked at, and what to do when it is not as it should be. */
export interface DoctorCheck {
  /** `null` for what all connections share. */
  connection: string | null
  check: string
  status: 'ok' | 'warn' | 'fail'
  detail: string
  remedy: string | null
}

/** Nothing failed; a warning is not a failure. */
export const isHealthy = (checks: readonly DoctorCheck[]): boolean =>
  checks.every(({ status }) => status !== 'fail')

/** The checks as text, grouped by connection, with a remedy under each that needs one. */
export const buildDoctorText = (checks: readonly DoctorCheck[], look: Look): string => {
  const groups = [...new Set(checks.map(({ connection }) => connection))]
  const parts = groups.map((connection) => {
    const rows = checks
      .filter((check) => check.connection === connection)
      .flatMap((check) => toRows(check, look))
    const title = connection === null ? 'This installation' : `Connection ${connection}`
    return [look.paint.bold(title), ...layOutTable(rows, { width: look.width, indent: 2 })].join('\n')
  })
  return `${[...parts, toVerdict(checks)].join('\n\n')}\n`
}

const toRows = ({ status, check, detail, remedy }: DoctorCheck, look: Look): Cell[][] => {
  const row = [{ text: status, paint: paintOf(status, look) }, check, withLocalTimes(detail, look.timeZone)]
  return remedy === null ? [row] : [row, ['', '', `Next: ${remedy}`]]
}

const paintOf = (status: DoctorCheck['status'], { paint }: Look): ((text: string) => string) => {
  switch (status) {
    case 'ok':
      return paint.green
    case 'warn':
      return paint.yellow
    case 'fail':
      return paint.red
  }
}

const toVerdict = (checks: readonly DoctorCheck[]): string => {
  const failed = checks.filter(({ status }) => status === 'fail').length
  const warned = checks.filter(({ status }) => status === 'warn').length
  if (failed > 0) return `${failed} of ${checks.length} checks failed.`
  const rest = warned === 0 ? '' : `, ${warned} worth a look`
  return `All ${checks.length} checks passed${rest}. Next: nmbrs-sync plan`
}
