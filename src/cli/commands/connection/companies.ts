import { resolve } from 'node:path'

import { openRemotes } from '../../../app/compose/compose.js'
import { openState } from '../../../app/compose/open-state.js'
import { withReleases } from '../../../app/compose/releases.js'
import { selectConnection } from '../../../app/compose/select-connections.js'
import { employerColumns } from '../../../app/employers/employer-list.js'
import { pairByName, toConnectionName, type CompanyRow } from '../../../app/employers/pair-by-name.js'
import { writeFileAtomically } from '../../../app/files/write-file-atomically.js'
import type { ConnectionConfig } from '../../../config/config.js'
import { toCsv } from '../../../report/kit/csv.js'
import { layOutTable } from '../../../report/kit/table.js'
import { refuseWrites } from '../../../target/port.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import { openWorkspace } from '../../open-workspace.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'

interface CompaniesFlags extends ConnectionFlags {
  csv?: string
}

export const addCompaniesCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('companies')
    .summary('the companies that the accounts of a connection see')
    .description(
      'Lists the companies that AlexisHR and Nmbrs show to the accounts of a connection, side by side where they have one name, and which connection has them already. ' +
        'With --csv the pairs that no connection has are written to a list, to be looked through and added with: nmbrs-sync connection add --csv FILE. Writes nothing to the remotes.',
    )
    .option(
      '--csv <file>',
      'write the pairs that no connection has, with a name for each, to a file for a spreadsheet',
    )
    .addOption(
      connectionOption(
        'the connection whose accounts are used; needed only when the configuration has several',
      ),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('connection companies', 'connection companies --connection acme --csv employers.csv'),
    )
  command.action(async () => {
    shell.finish(await showCompanies(shell, command.optsWithGlobals()))
  })
}

const showCompanies = ({ io: shellIo }: Shell, flags: CompaniesFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(shellIo, flags, releases)
    const { io, config } = workspace
    const connection = selectConnection(config, flags.connection)
    // A consent to REST is in the state; SOAP needs none.
    const state = connection.nmbrs.api === 'rest' ? await openState(workspace, releases) : undefined
    const { source, target } = await openRemotes(connection, workspace, releases, refuseWrites, state)
    const pairs = pairByName(await source.readCompanies(), await target.readCompanies())
    const rows = pairs.map((pair) => ({ ...pair, usedBy: findUser(pair, config.connections) }))
    if (flags.json === true) printJson(io, { connection: connection.name, companies: rows.map(toJson) })
    else io.stdout.write(toText(rows, lookOf(io.stdout, io.env)))
    if (flags.csv !== undefined) {
      const free = rows.filter(({ usedBy, source: one }) => usedBy === undefined && one !== undefined)
      await writeFileAtomically(resolve(io.cwd, flags.csv), toEmployerCsv(free))
      io.stderr.write(
        `Written: ${flags.csv}, ${free.length} companies. Look it through, empty the connection of those to leave out, then: nmbrs-sync connection add --csv ${flags.csv}\n`,
      )
    }
    return exitCode.done
  })

interface UsedRow extends CompanyRow {
  /** The connection that has one of the two. */
  usedBy: string | undefined
}

const findUser = (
  { source, target }: CompanyRow,
  connections: readonly ConnectionConfig[],
): string | undefined =>
  connections.find(({ companies }) =>
    companies.some(
      ({ sourceId, targetId }) =>
        sourceId === source?.id || targetId.toLowerCase() === target?.id.toLowerCase(),
    ),
  )?.name

const toJson = ({ source, target, usedBy }: UsedRow): unknown => ({
  alexisCompanyId: source?.id ?? null,
  alexisCompanyName: source?.name ?? null,
  nmbrsCompanyId: target?.id ?? null,
  nmbrsCompanyName: target?.name ?? null,
  connection: usedBy ?? null,
})

const toText = (rows: readonly UsedRow[], look: ReturnType<typeof lookOf>): string => {
  const head = ['AlexisHR', '', 'Nmbrs', '', 'connection'].map((text) => ({ text, paint: look.paint.dim }))
  const cells = rows.map(({ source, target, usedBy }) => [
    source?.name ?? '',
    source?.id ?? '',
    target?.name ?? '',
    target?.id ?? '',
    usedBy ?? '',
  ])
  return `${layOutTable(cells, { width: look.width, head }).join('\n')}\n`
}

/** A name only where both companies are known: a line without one is left out when the list is added. */
const toEmployerCsv = (rows: readonly UsedRow[]): string =>
  toCsv([
    Object.values(employerColumns).map(({ headers: [title] }) => title),
    ...rows.map(({ source, target }) => [
      target === undefined ? '' : toConnectionName(target.name),
      source?.id ?? '',
      target?.id ?? '',
      target?.name ?? source?.name ?? '',
    ]),
  ])
