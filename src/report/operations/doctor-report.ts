import { withLocalTimes } from '../../domain/date/clock.js'
import { toRemedyKeys } from '../../domain/remedy/remedy.js'
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

/** All that `doctor` says. */
export interface DoctorView {
  /** Nothing failed; a warning is not a failure. */
  ok: boolean
  checks: readonly DoctorCheck[]
  /** How many checks ended how. */
  counts: Readonly<Record<DoctorCheck['status'], number>>
  /** The checks of what all share, and of each connection. */
  groups: readonly { connection: string | null; checks: readonly DoctorCheck[] }[]
}

/** Puts together what `doctor` says. Pure. */
export const buildDoctorView = (checks: readonly DoctorCheck[]): DoctorView => {
  const count = (status: DoctorCheck['status']): number =>
    checks.filter((check) => check.status === status).length
  const names = [...new Set(checks.map(({ connection }) => connection))]
  return {
    ok: count('fail') === 0,
    checks,
    counts: { ok: count('ok'), warn: count('warn'), fail: count('fail') },
    groups: names.map((connection) => ({
      connection,
      checks: checks.filter((check) => check.connection === connection),
    })),
  }
}

/** The checks as text, grouped by connection, with a remedy under each that needs one. */
export const buildDoctorText = (view: DoctorView, look: Look): string => {
  const parts = view.groups.map(({ connection, checks }) => {
    const rows = checks.flatMap((check) => toRows(check, look))
    const title = connection === null ? 'This installation' : `Connection ${connection}`
    return [look.paint.bold(title), ...layOutTable(rows, { width: look.width, indent: 2 })].join('\n')
  })
  return `${[...parts, toVerdict(view)].join('\n\n')}\n`
}

/** The document of `doctor --json`, with the next steps as values beside their words. */
export const toDoctorJson = ({ ok, checks }: DoctorView): object => ({
  ok,
  checks: checks.map((check) => ({ ...check, ...toRemedyKeys(check.remedy) })),
})

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

const toVerdict = ({ checks, counts }: DoctorView): string => {
  if (counts.fail > 0) return `${counts.fail} of ${checks.length} checks failed.`
  const rest = counts.warn === 0 ? '' : `, ${counts.warn} worth a look`
  return `All ${checks.length} checks passed${rest}. Next: nmbrs-sync plan`
}
