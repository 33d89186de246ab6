import { byHand } from '../../domain/audit/act.js'
import { resolve } from 'node:path'

import { Option } from 'commander'

import {
  buildBackupText,
  buildPurgeText,
  buildRestoreText,
  buildStateText,
} from '../../report/operations/state-text.js'
import { leastKeptRuns, toPurgeMoment } from '../../run/old-runs.js'
import { restoreBackup } from '../../app/state/restore-backup.js'
import { selectConnections } from '../../app/compose/select-connections.js'
import { addForget } from './forget/forget-person.js'
import { keepRunsBounds } from '../../config/schema/bounds.js'
import { openWorkspace } from '../open-workspace.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { languageOf } from '../options/language.js'
import {
  connectionsOption,
  jsonOption,
  parseWithin,
  toExamples,
  type ConnectionFlags,
} from '../options/flags.js'
import { lookOf } from '../terminal/output-look.js'
import { withReleases } from '../../app/compose/releases.js'
import { shortenPath } from '../../config/shorten-path.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'
import { withState } from '../with-connection.js'

interface PurgeFlags extends ConnectionFlags {
  olderThan: number
}

export const addStateCommand: AddCommand = (parent, shell) => {
  const state = parent
    .command('state')
    .summary('back up, restore, purge and look at the state file')
    .description(
      'Looks after the state file. Touches no remote, except where it looks whether a person was erased.',
    )
  addInfo(state, shell)
  addBackup(state, shell)
  addRestore(state, shell)
  addPurge(state, shell)
  addForget(state, shell)
}

const addInfo: AddCommand = (state, shell) => {
  const info = state
    .command('info')
    .summary('what the state file is like, after a look through all of it')
    .description(
      'Shows size, schema, rows, the active run and the end of the audit record, and checks the whole file.',
    )
    .addOption(jsonOption())
    .addHelpText('after', toExamples('state info', 'state info --json'))
  info.action(async () => {
    shell.finish(await showInfo(shell, info.optsWithGlobals()))
  })
}

const addBackup: AddCommand = (state, shell) => {
  const backup = state
    .command('backup')
    .summary('copy the state into a new file, also during a run')
    .description(
      'Copies the whole state into one new file and reads the copy through. Never replaces a file. Works during a run. ' +
        'The key file is not in it: keep a copy of that elsewhere.',
    )
    .argument('<file>', 'the file to make')
    .addOption(jsonOption())
    .addHelpText('after', toExamples('state backup /backup/nmbrs-sync-2026-11-22.db'))
  backup.action(async (file: string) => {
    shell.finish(await makeBackup(shell, file, backup.optsWithGlobals()))
  })
}

const addRestore: AddCommand = (state, shell) => {
  const restore = state
    .command('restore')
    .summary('put a backup in the place of the state file')
    .description(
      'Reads the backup through, tries it with the key file, and puts it in the place of the state file, which is kept under another name. ' +
        'Refuses during a run, and while the daemon has the file open.',
    )
    .argument('<file>', 'the backup')
    .addOption(jsonOption())
    .addHelpText('after', toExamples('state restore /backup/nmbrs-sync-2026-11-22.db --as Ann'))
  restore.action(async (file: string) => {
    shell.finish(await putBack(shell, file, restore.optsWithGlobals()))
  })
}

const addPurge: AddCommand = (state, shell) => {
  const purge = state
    .command('purge')
    .summary('remove old runs')
    .description(
      `Removes runs with their changes and findings. The newest ${leastKeptRuns} plans and syncs of a connection stay, and every write whose ` +
        'end is not known. Links, what was last sent, holds and the audit record are never removed. ' +
        'A sync does the same by itself after state.keepRunsDays.',
    )
    .addOption(
      new Option('--older-than <days>', 'runs that started more days ago')
        .argParser(parseWithin(keepRunsBounds))
        .makeOptionMandatory(),
    )
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('state purge --older-than 400'))
  purge.action(async () => {
    shell.finish(await purgeRuns(shell, purge.optsWithGlobals()))
  })
}

const showInfo = ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  withState(io, flags, async (state, { config }) => {
    // Anyone who may not write there is shown a copy, of which the place means nothing.
    const { path, keyFile } = config.state
    const info = { ...(await state.info()), path, keyFile }
    // A damaged file may not let its end be read.
    const auditHead = info.damage.length > 0 ? null : ((await state.audit.head()) ?? null)
    const facts = { ...info, auditHead, forgetAfterDays: config.state.forgetAfterDays ?? null }
    if (flags.json === true) printJson(io, facts)
    else io.stdout.write(buildStateText({ ...facts, ...shorten(io.cwd, facts) }, lookOf(io.stdout, io.env)))
    return info.damage.length === 0 ? exitCode.done : exitCode.failed
  })

const shorten = (cwd: string, { path, keyFile }: { path: string; keyFile: string }) => ({
  path: shortenPath(cwd, path),
  keyFile: shortenPath(cwd, keyFile),
})

const makeBackup = ({ io }: Shell, file: string, flags: ConnectionFlags): Promise<ExitCode> =>
  withState(io, flags, async (state, { config }) => {
    const end = await state.backup(resolve(io.cwd, file))
    const { keyFile } = config.state
    if (flags.json === true) printJson(io, { ...end, keyFile })
    else
      io.stdout.write(
        buildBackupText(
          { ...end, file: shortenPath(io.cwd, end.file) },
          shortenPath(io.cwd, keyFile),
          languageOf(io),
        ),
      )
    return exitCode.done
  })

const putBack = ({ io }: Shell, file: string, flags: ConnectionFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const end = await restoreBackup(workspace, file)
    if (flags.json === true) printJson(io, end)
    else {
      const aside = end.aside === null ? null : shortenPath(io.cwd, end.aside)
      io.stdout.write(
        buildRestoreText({ ...end, path: shortenPath(io.cwd, end.path), aside }, languageOf(io)),
      )
    }
    return exitCode.done
  })

const purgeRuns = ({ io }: Shell, flags: PurgeFlags): Promise<ExitCode> =>
  withState(io, flags, async (state, { config, actor }) => {
    const before = toPurgeMoment(io.now(), flags.olderThan)
    const removed: { connection: string; runs: number }[] = []
    for (const { name: connection } of selectConnections(config, flags.connection)) {
      const runs = await state
        .store(connection, byHand(actor))
        .runs.purgeRuns({ before, keep: leastKeptRuns })
      removed.push({ connection, runs })
    }
    if (flags.json === true) printJson(io, { removed })
    else io.stdout.write(buildPurgeText(removed, languageOf(io)))
    return exitCode.done
  })
