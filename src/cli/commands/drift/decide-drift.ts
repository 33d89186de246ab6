import { leaseOf } from '../../../app/compose/lease.js'
import { ConfigError } from '../../../domain/errors.js'
import { toRunId, type RunId, type SourceEmployeeId } from '../../../domain/ids.js'
import type { MappedSection } from '../../../domain/sections.js'
import type { FieldsOfSection } from '../../../plan/sections/keep-fields.js'
import { fillCount } from '../../../domain/language/count.js'
import type { Language } from '../../../domain/language/language.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import { buildAcceptedDriftView, toDriftedPersonView } from '../../../report/sync/view/drift-view.js'
import { buildAcceptedText, buildPersonDriftText, toAcceptedJson } from '../../../report/sync/drift-report.js'
import { prepareDrift, settleDrift, type DriftOrder, type PreparedDrift } from '../../../run/by-hand/drift.js'
import type { RunDeps } from '../../../run/settings.js'
import type { Lease } from '../../../run/store/lease.js'
import { openConnection } from '../../../app/compose/compose.js'
import { openState } from '../../../app/compose/open-state.js'
import { selectConnection } from '../../../app/compose/select-connections.js'
import { openWorkspace } from '../../open-workspace.js'
import { exitCode, toRunExitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { lookUpOne } from '../../people/look-up.js'
import { lookOf } from '../../terminal/output-look.js'
import { printSaid } from '../../connections/over-connections.js'
import { withBothIds } from '../../../report/kit/with-both-ids.js'
import { sayRun } from '../sync/print-run.js'
import type { Prompts } from '../../terminal/prompts.js'
import { withReleases } from '../../../app/compose/releases.js'
import { runOnce } from '../../../app/run/run-once.js'
import { printJson } from '../../print-json.js'

export interface DriftFlags extends ConnectionFlags {
  acceptTarget?: string
  restoreSource?: string
  section?: MappedSection
  field?: string
  yes?: boolean
  employee?: string[]
  verifyAll?: boolean
  showValues?: boolean
}

/** What is decided about the drift of the person whom the typed text means. */
export type AskedOrder = Omit<DriftOrder, 'subject'> & { typed: string }

/**
 * Decides about one person's drift: settles payroll's values, or has the AlexisHR values sent by an ordinary
 * sync of these fields. What is settled was read in this command, while no run went on.
 */
export const decideDrift = async (shellIo: Io, flags: DriftFlags, asked: AskedOrder): Promise<ExitCode> => {
  const prompts = flags.yes === true ? undefined : getPrompts(shellIo, asked)
  return withReleases(async (releases) => {
    const workspace = await openWorkspace(shellIo, flags, releases)
    const connection = selectConnection(workspace.config, flags.connection)
    const state = await openState(workspace, releases)
    const deps = await openConnection(connection, workspace, state, releases)
    const { io } = workspace
    const order: DriftOrder = { ...asked, subject: await lookUpOne(io, deps, asked.typed) }
    const takeLease = leaseOf(connection, workspace.config, state)
    const prepared = await decideAlone({ io, flags, takeLease, deps, prompts }, order)
    if (prepared === undefined) return exitCode.failed
    if (order.order === 'accept-target') return printAccepted(io, flags, prepared, deps)
    return restore({ io, flags, takeLease, deps }, order.subject, prepared.settlements)
  })
}

const getPrompts = ({ prompts }: Io, { order, typed }: AskedOrder): Prompts => {
  if (prompts !== undefined) return prompts
  throw new ConfigError(
    `There is no terminal to ask on. To decide without being asked: nmbrs-sync drift --${order} ${typed} --yes`,
  )
}

interface Deciding {
  io: Io
  flags: DriftFlags
  takeLease: (runId: RunId) => Promise<Lease>
  deps: RunDeps
}

/** Reads, asks and stores while no run goes on. `undefined` when the answer was no. */
const decideAlone = async (
  { io, flags, takeLease, deps, prompts }: Deciding & { prompts: Prompts | undefined },
  order: DriftOrder,
): Promise<PreparedDrift | undefined> => {
  const lease = await takeLease(toRunId(io.newRunId()))
  try {
    const prepared = await prepareDrift(deps, order)
    if (prompts !== undefined) {
      const values = flags.showValues === true ? 'whole' : 'none'
      io.stderr.write(
        buildPersonDriftText(toDriftedPersonView(prepared.person), values, lookOf(io.stderr, io.env)),
      )
      if (!(await prompts.confirm(toQuestion(order, prepared, languageOf(io))))) {
        io.stderr.write(`${byHandTexts[languageOf(io)].nothingChanged}\n`)
        return undefined
      }
    }
    await settleDrift(deps, order, prepared)
    return prepared
  } finally {
    await lease.release()
  }
}

const toQuestion = ({ order }: DriftOrder, { person }: PreparedDrift, language: Language): string => {
  const texts = byHandTexts[language]
  const toText = order === 'accept-target' ? texts.letStand : texts.setBack
  return toText(fillCount(person.fields.length, texts.values), person.targetId)
}

const printAccepted = (
  io: Io,
  flags: DriftFlags,
  prepared: PreparedDrift,
  { addresses }: Pick<RunDeps, 'addresses'>,
): ExitCode => {
  const view = buildAcceptedDriftView(prepared)
  if (flags.json === true) printJson(io, withBothIds(toAcceptedJson(view), addresses))
  else io.stdout.write(buildAcceptedText(view, { language: languageOf(io) }))
  return exitCode.done
}

const restore = async (
  { io, flags, takeLease, deps }: Deciding,
  subject: SourceEmployeeId,
  only: readonly FieldsOfSection[],
): Promise<ExitCode> => {
  const end = await runOnce(io, takeLease, deps, {
    mode: 'sync',
    trigger: 'cli',
    employees: [subject],
    allowPastPeriods: false,
    verifyAll: true,
    only,
  })
  const code = toRunExitCode(end, false)
  printSaid(io, flags, sayRun(io, flags, end, code))
  return code
}
