import type { ShownWorkspace } from '../../open-workspace.js'
import { ConfigError } from '../../../domain/errors.js'
import type { Milestone } from '../../../onboarding/progress/progress.js'
import {
  buildProgressText,
  toProgressJson,
  type ShownProgress,
} from '../../../report/onboarding/progress-text.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { Shell } from '../../shell.js'
import { withStore } from '../../with-connection.js'
import { loadAllProfiles, pickProfiles, type ProfileFlags } from '../../../app/onboarding/known-profiles.js'
import { recordProgress, toDays } from '../../../app/onboarding/record-progress.js'
import { readShown } from '../../../app/onboarding/shown-progress.js'
import { toReminding } from '../../../app/onboarding/standings.js'

interface ProgressFlags extends ConnectionFlags, ProfileFlags {
  company?: string
}

interface RecordFlags extends ProgressFlags {
  on?: string
  firstExchange?: string
  undo?: boolean
}

/** Shows how far the applications at consumers are. */
export const showProgress = ({ io }: Shell, flags: ProgressFlags): Promise<ExitCode> =>
  withStore(io, flags, async (store, { workspace, connection }) => {
    const known = await loadAllProfiles(workspace.config.onboarding.folders, workspace.io, flags)
    const shown = await readShown(store.applications, known, workspace)
    print(workspace, { connection: connection.name, shown }, flags)
    return shown.some(({ standing }) => standing.isOverdue) ? exitCode.held : exitCode.done
  })

/** Records a day for some profiles of a company, and shows them. */
export const record = (
  { io }: Shell,
  names: readonly string[],
  flags: RecordFlags,
  milestone: Milestone,
): Promise<ExitCode> =>
  withStore(io, flags, async (store, { workspace, connection }) => {
    const known = await loadAllProfiles(workspace.config.onboarding.folders, workspace.io, flags)
    const profiles = pickProfiles(known, names)
    const companyId = flags.company ?? findOnlyCompany(connection.companies)
    const { today } = toReminding(workspace)
    await recordProgress(store, { companyId, profiles, days: toDays(milestone, flags, today), today })
    const ids = new Set(profiles.map(({ id }) => id))
    const shown = (await readShown(store.applications, known, workspace)).filter(
      (one) => one.companyId === companyId && ids.has(one.standing.profile),
    )
    print(workspace, { connection: connection.name, shown }, flags)
    return exitCode.done
  })

const findOnlyCompany = (companies: readonly { targetId: string; targetName: string }[]): string => {
  const [only, ...others] = companies
  if (only !== undefined && others.length === 0) return only.targetId
  const list = companies.slice(0, 20).map(({ targetId, targetName }) => `${targetId} ${targetName}`)
  throw new ConfigError(`Say which company with --company ID: ${list.join(', ')}`)
}

const print = (
  { io }: ShownWorkspace,
  view: { connection: string; shown: readonly ShownProgress[] },
  { json }: ProgressFlags,
): void => {
  if (json === true) printJson(io, toProgressJson(view))
  else io.stdout.write(buildProgressText(view, lookOf(io.stdout, io.env)))
}
