import { resolve } from 'node:path'

import { openState } from '../../../app/compose/open-state.js'
import { withReleases, type Releases } from '../../../app/compose/releases.js'
import { writeFileAtomically } from '../../../app/files/write-file-atomically.js'
import { buildBundle, type BundleInput } from '../../../app/support/bundle.js'
import { isThere } from '../../../config/checks/same-place.js'
import { ConfigError } from '../../../domain/errors.js'
import { findActor } from '../../options/actor.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { jsonOption, toExamples } from '../../options/flags.js'
import type { GlobalFlags } from '../../options/global-options.js'
import type { Io } from '../../io.js'
import { openWorkspace } from '../../open-workspace.js'
import { printJson, toDocumentText } from '../../print-json.js'
import type { AddCommand } from '../../shell.js'

interface BundleFlags extends GlobalFlags {
  out?: string
  json?: boolean
}

export const addSupportCommand: AddCommand = (parent, shell) => {
  const support = parent
    .command('support')
    .summary('gather what helps to find out what is wrong')
    .description('Gathers what helps to find out what is wrong with an installation.')
  const bundle = support
    .command('bundle')
    .summary('write versions, settings and counts of the last runs into one file')
    .description(
      'Writes one JSON file to send to the people who help you: versions, the configuration with its numbers, switches and choices, the state in numbers, and the last 20 runs of each ' +
        'connection as counts of codes, with their times and calls. No names, ids of people, values, addresses, accounts or secrets are in it: other texts of the configuration are left ' +
        'out. Also works when the configuration is not usable. Touches no remote.',
    )
    .option('--out <file>', 'the file to make; nmbrs-sync-support.json when left out')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('support bundle', 'support bundle --out /tmp/nmbrs-sync.json', 'support bundle --json'),
    )
  bundle.action(async () => {
    shell.finish(await writeBundle(shell.io, bundle.optsWithGlobals()))
  })
}

const usualFile = 'nmbrs-sync-support.json'

const writeBundle = (io: Io, flags: BundleFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const shown = flags.out ?? usualFile
    const file = resolve(io.cwd, shown)
    if (flags.json !== true && (await isThere(file)))
      throw new ConfigError(`${shown} is there already. Choose another with --out FILE`)
    const names = { file: flags.config, env: io.env, cwd: io.cwd }
    const input: BundleInput = {
      names,
      now: io.now(),
      actor: findActor(flags, io.env),
      ...(await open(io, flags, releases)),
    }
    const bundle = await buildBundle(input)
    if (flags.json === true) printJson(io, bundle)
    else {
      await writeFileAtomically(file, toDocumentText(bundle))
      io.stdout.write(
        `Written: ${shown}\nIt holds nothing about a person. Look through it, and send it with what you see and what you expected.\n`,
      )
    }
    return exitCode.done
  })

/** What can be opened of the configuration and the state; the bundle tells what could not. */
const open = async (
  io: Io,
  flags: BundleFlags,
  releases: Releases,
): Promise<Pick<BundleInput, 'config' | 'state'>> => {
  try {
    const workspace = await openWorkspace(io, flags, releases)
    const state = await openState(workspace, releases).catch((error: unknown) => ({ error }))
    return { config: { loaded: workspace }, state }
  } catch (error) {
    const problems = error instanceof ConfigError ? error.problems : []
    return { config: { error, problems }, state: undefined }
  }
}
