import { InvalidArgumentError, Option } from 'commander'

import type { AuditHead } from '../../domain/audit/audit.js'
import { formatAuditHead, parseAuditHead } from '../../domain/audit/audit-head.js'
import { toFirstMoment } from '../../domain/date/first-moment.js'
import { toSourceEmployeeId, type SourceEmployeeId } from '../../domain/ids.js'
import { auditTexts } from '../../report/operations/audit-texts.js'
import { buildAuditList, buildVerdictText, toAuditJson } from '../../report/operations/audit-text.js'
import { buildAuditView } from '../../report/operations/audit-view.js'
import { parseSourceId } from '../../run/people/look-up-people.js'
import { selectConnections } from '../../app/compose/select-connections.js'
import type { Releases } from '../../app/compose/releases.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { addForgetReason } from './forget/forget-reason.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { languageOf } from '../options/language.js'
import { jsonOption, parseCount, parseDay, toExamples } from '../options/flags.js'
import type { GlobalFlags } from '../options/global-options.js'
import { withNames } from '../../report/people/with-names.js'
import { openNames } from '../people/names.js'
import { lookOf } from '../terminal/output-look.js'
import type { ShownWorkspace } from '../open-workspace.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'
import { withState } from '../with-connection.js'

interface AuditFlags extends GlobalFlags {
  json?: boolean
}

interface VerifyFlags extends AuditFlags {
  head?: AuditHead
}

interface ListFlags extends AuditFlags {
  since?: string
  subject?: string
  connection?: string
  limit: number
}

export const addAuditCommand: AddCommand = (parent, shell) => {
  const audit = parent
    .command('audit')
    .summary('the record of what was written and decided')
    .description(
      'The record of every write, link, release and changed setting: who, when, what. Touches no remote, except where it looks for a person or shows names.',
    )
  addVerify(audit, shell)
  addHead(audit, shell)
  addList(audit, shell)
  addForgetReason(audit, shell)
}

const addVerify: AddCommand = (audit, shell) => {
  const verify = audit
    .command('verify')
    .summary('check that nothing in the record was changed, put in or taken out')
    .description(
      'Walks along the whole chain and names the first entry that was changed; exit code 1 then. ' +
        'With a line of nmbrs-sync audit head that was kept elsewhere, it also shows whether the end was cut off. ' +
        'Works during a run.',
    )
    .addOption(
      new Option('--head <line>', 'what nmbrs-sync audit head printed at an earlier time').argParser(
        parseHeadLine,
      ),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('audit verify', 'audit verify --head "$(cat /mnt/elsewhere/audit-head.txt)" --json'),
    )
  verify.action(async () => {
    shell.finish(await verifyChain(shell, verify.optsWithGlobals()))
  })
}

const addHead: AddCommand = (audit, shell) => {
  const head = audit
    .command('head')
    .summary('the end of the record as one line, to keep elsewhere')
    .description(
      'Prints number, time and hash of the last entry as one line. Keep it where no one who can edit the state file can change it; ' +
        'nmbrs-sync audit verify --head LINE tells later whether the record still holds it.',
    )
    .addOption(jsonOption())
    .addHelpText('after', toExamples('audit head', 'audit head >> /mnt/elsewhere/audit-heads.txt'))
  head.action(async () => {
    shell.finish(await printHead(shell, head.optsWithGlobals()))
  })
}

const addList: AddCommand = (audit, shell) => {
  const list = audit
    .command('list')
    .summary('the latest entries of the record')
    .description(
      'Lists the latest entries, the oldest of them first. Text leaves out the beginning of a write whose end is listed; ' +
        '--json has every entry. Reads names from AlexisHR where it shows them.',
    )
    .addOption(new Option('--since <date>', 'from this day on, YYYY-MM-DD').argParser(parseDay))
    .addOption(
      new Option('--subject <person>', 'about this person: name, employee number, AlexisHR id or Nmbrs id'),
    )
    .addOption(new Option('--connection <name>', 'of this connection'))
    .addOption(new Option('--limit <count>', 'how many at most').argParser(parseCount(1)).default(200))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('audit list', 'audit list --since 2026-11-01 --subject "Anna Mulder"', 'audit list --json'),
    )
  list.action(async () => {
    shell.finish(await listEntries(shell, list.optsWithGlobals()))
  })
}

const parseHeadLine = (text: string): AuditHead => {
  const head = parseAuditHead(text)
  if (head === undefined)
    throw new InvalidArgumentError(
      'It must be a line as nmbrs-sync audit head prints it: number, time and hash.',
    )
  return head
}

const verifyChain = ({ io }: Shell, { head, ...flags }: VerifyFlags): Promise<ExitCode> =>
  withState(io, flags, async (state) => {
    const verdict = await state.audit.verify(head)
    const ok = verdict.flaw === undefined
    if (flags.json === true) {
      const { entries, head: last = null, flaw = null } = verdict
      printJson(io, { ok, entries, head: last, flaw })
    } else io.stdout.write(buildVerdictText(verdict, head !== undefined, lookOf(io.stdout, io.env)))
    return ok ? exitCode.done : exitCode.failed
  })

const printHead = ({ io }: Shell, flags: AuditFlags): Promise<ExitCode> =>
  withState(io, flags, async (state) => {
    const head = await state.audit.head()
    if (flags.json === true) printJson(io, { head: head ?? null })
    else if (head === undefined) io.stderr.write(`${auditTexts[languageOf(io)].empty}\n`)
    else io.stdout.write(`${formatAuditHead(head)}\n`)
    return exitCode.done
  })

const listEntries = ({ io }: Shell, flags: ListFlags): Promise<ExitCode> =>
  withState(io, flags, async (state, workspace, releases) => {
    const { config } = workspace
    const { limit, since, connection, json } = flags
    const subject = await findSubject(flags, { workspace, state, releases })
    const entries = await state.audit.read({
      limit,
      ...(since === undefined ? {} : { since: toFirstMoment(since, config.timezone) }),
      ...(subject === undefined ? {} : { subject }),
      ...(connection === undefined ? {} : { connection }),
    })
    const places = { io: workspace.io, workspace, connections: config.connections, state, releases }
    const subjects = entries.map((entry) => entry.subject)
    const findName = await openNames(places, flags, subjects)
    const view = buildAuditView(entries, findName)
    const document = toAuditJson(view)
    if (json === true) printJson(io, flags.names === true ? withNames(document, findName) : document)
    else workspace.io.stdout.write(buildAuditList(view, lookOf(workspace.io.stdout, io.env)))
    return exitCode.done
  })

/**
 * Whom the list is to be about. Only a text that is no id of AlexisHR, of a contact or of a requester is
 * looked for.
 */
const findSubject = async (
  { subject, connection }: ListFlags,
  { workspace, state, releases }: { workspace: ShownWorkspace; state: StateDatabase; releases: Releases },
): Promise<SourceEmployeeId | undefined> => {
  if (subject === undefined) return undefined
  const id = subject.includes(':') ? toSourceEmployeeId(subject) : parseSourceId(subject)
  if (id !== undefined) return id
  const { openLookUp } = await import('../../app/people/open-look-up.js')
  const { lookUpOne } = await import('../people/look-up.js')
  const connections = selectConnections(workspace.config, connection === undefined ? undefined : [connection])
  const places = await Promise.all(connections.map((one) => openLookUp(one, workspace, state, releases)))
  return lookUpOne(workspace.io, places, subject)
}
