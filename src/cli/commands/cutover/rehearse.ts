import { resolve } from 'node:path'

import { leaseOf } from '../../../app/compose/lease.js'
import { openRehearsal, type OpenedRehearsal } from '../../../app/cutover/open-rehearsal.js'
import { toRehearsalJson } from '../../../app/cutover/rehearsal-document.js'
import { writeFileAtomically } from '../../../app/files/write-file-atomically.js'
import { stopped } from '../../../app/run/stopped.js'
import { ConfigError } from '../../../domain/errors.js'
import { toRunId } from '../../../domain/ids.js'
import { buildRehearsalText, type RehearsalJson } from '../../../report/cutover/rehearsal-text.js'
import { overConnections, type OpenedConnection } from '../../connections/over-connections.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { toDocumentText } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'
import type { Prompts } from '../../terminal/prompts.js'

interface RehearseFlags extends ConnectionFlags {
  yes?: boolean
  out?: string
}

export const addRehearseCommand: AddCommand = (cutover, shell) => {
  const command = cutover
    .command('rehearse')
    .summary('try on a demo company how REST behaves where it is not documented')
    .description(
      'Tries, on a company whose name in Nmbrs begins with extdev- and on no other, what is not documented about the REST API, and prints what it found, what that means ' +
        'and what could not be tried. Creates about 15 people with invented names there and writes to no one else. They stay. Run it again at any time: it invents new people and says ' +
        'who is left from before. Keep the file that --out writes: as nmbrs.rest.known it saves calls and waiting.',
    )
    .addOption(connectionOption())
    .option('--out <file>', 'also write what was found into this file, for nmbrs.rest.known')
    .option('--yes', 'write without asking; needed where there is no terminal')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'cutover rehearse --connection demo',
        'cutover rehearse --connection demo --yes --out nmbrs-rest-known.json',
        'cutover rehearse --connection demo --yes --json',
      ),
    )
  command.action(async () => {
    shell.finish(await rehearse(shell, command.optsWithGlobals()))
  })
}

const rehearse = async ({ io }: Shell, flags: RehearseFlags): Promise<ExitCode> => {
  const prompts = flags.yes === true ? undefined : getPrompts(io)
  return overConnections(io, flags, { columns: [], needsOne: true }, async (opened) => {
    const document = await tryAll(opened, prompts)
    if (document === undefined)
      return { code: exitCode.done, document: null, text: () => 'Nothing was written.\n', rows: [] }
    if (flags.out !== undefined)
      await writeFileAtomically(resolve(io.cwd, flags.out), toDocumentText(document))
    return {
      code: document.people.created.length === 0 ? exitCode.failed : exitCode.done,
      document,
      saysIds: true,
      text: () => buildRehearsalText(document, lookOf(opened.workspace.io.stdout, io.env)),
      rows: [],
    }
  })
}

const getPrompts = ({ prompts }: Io): Prompts => {
  if (prompts !== undefined) return prompts
  throw new ConfigError(
    'There is no terminal to ask on. To write without being asked: nmbrs-sync cutover rehearse --yes',
  )
}

/** `undefined` when someone says no. */
const tryAll = async (
  { workspace, connection, state, releases }: OpenedConnection,
  prompts: Prompts | undefined,
): Promise<RehearsalJson | undefined> => {
  const { io } = workspace
  const lease = await leaseOf(connection, workspace.config, state)(toRunId(io.newRunId()))
  releases.add(() => lease.release())
  const isStopped = (): boolean => io.interruption.aborted
  const rehearsal = await openRehearsal(connection, { workspace, state, releases, lease, isStopped })
  if (prompts !== undefined && !(await prompts.confirm(toQuestion(rehearsal)))) return undefined
  if (isStopped()) throw stopped()
  const end = await rehearsal.run((rows) => {
    if (io.stderr.isTerminal) io.stderr.write(`Trying ${rows.join(', ')}\n`)
  })
  return toRehearsalJson(connection.name, rehearsal, end, io.now())
}

const toQuestion = ({ company, host }: OpenedRehearsal): string =>
  `Create about 15 invented people in ${company.name} (${company.id}) at ${host}, and try writes on them?`
