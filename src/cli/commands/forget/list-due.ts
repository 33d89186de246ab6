import { ConfigError } from '../../../domain/errors.js'
import { isDue } from '../../../domain/people/leaver.js'
import { buildDueText } from '../../../report/operations/forget-text.js'
import { findLeavers } from '../../../run/forget/find-leavers.js'
import { readAndPlan } from '../../../run/plan/read-and-plan.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import { printJson } from '../../print-json.js'
import type { Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'
import { withConnection } from '../../with-connection.js'

/** Lists whom the next sync of everyone would forget, or after another number of days. Changes nothing. */
export const listDue = (
  { io: shellIo }: Shell,
  typed: number | true,
  flags: ConnectionFlags,
): Promise<ExitCode> =>
  withConnection(shellIo, flags, async (deps, io, { config }) => {
    const { forgetAfterDays } = config.state
    const afterDays = typed === true ? forgetAfterDays : typed
    if (afterDays === undefined)
      throw new ConfigError(
        'state.forgetAfterDays is not set, so no sync forgets anyone. To see who would be after some days: nmbrs-sync state forget --due 730',
      )
    const read = await readAndPlan(deps, { employees: [], allowPastPeriods: false })
    const leavers = await findLeavers(deps, read, afterDays)
    const due = leavers.filter(isDue)
    const kept = leavers.filter((leaver) => !isDue(leaver))
    const facts = { afterDays, forgetAfterDays: forgetAfterDays ?? null, due, kept }
    if (flags.json === true) printJson(io, { ...facts, due: due.map(toRow), kept: kept.map(toRow) })
    else io.stdout.write(buildDueText(facts, lookOf(io.stdout, io.env)))
    return exitCode.done
  })

const toRow = ({ subject, lastDay, dueOn, reasons }: Parameters<typeof isDue>[0]) => ({
  subject,
  lastDay: lastDay ?? null,
  dueOn: dueOn ?? null,
  reasons,
})
