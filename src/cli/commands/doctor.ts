import type { ConnectionConfig } from '../../config/config.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import { checkSoapEnd } from '../../app/doctor/check-soap-end.js'
import { byHand } from '../../domain/audit/act.js'
import { loadMapping } from '../../mapping/file/load-mapping.js'
import {
  buildDoctorText,
  buildDoctorView,
  toDoctorJson,
  type DoctorCheck,
} from '../../report/operations/doctor-report.js'
import { refuseWrites } from '../../target/port.js'
import { openRemotes } from '../../app/compose/compose.js'
import { openState } from '../../app/compose/open-state.js'
import { toConnectionKey, toConnectionPath } from '../../app/compose/workspace.js'
import { selectConnections } from '../../app/compose/select-connections.js'
import { openWorkspace, type ShownWorkspace } from '../open-workspace.js'
import { checkAlexis } from '../../app/doctor/check-alexis.js'
import { checkConsent } from '../../app/doctor/check-consent.js'
import { checkInstallation } from '../../app/doctor/check-installation.js'
import { checkLoginRules } from '../../app/doctor/check-login-rules.js'
import { checkNmbrs } from '../../app/doctor/check-nmbrs.js'
import { ok, runCheck, type Found } from '../../app/doctor/run-check.js'
import {
  readAddressBook,
  refuseUnknownCompanies,
  toKnownConnection,
} from '../../app/compose/nmbrs/known-ids.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../options/flags.js'
import { lookOf } from '../terminal/output-look.js'
import { withReleases } from '../../app/compose/releases.js'
import { shortenPath } from '../../config/shorten-path.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'

export const addDoctorCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('doctor')
    .summary('check accounts, rights, companies, state file and key file, online')
    .description(
      'Looks at everything a sync needs: configuration, state file, key file, clock, both accounts, the Nmbrs domain, ' +
        'company names to the letter, the payroll period and the right to every call. Writes nothing to a remote. ' +
        'Every check is made, also after one failed; without --connection for every connection.',
    )
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('doctor', 'doctor --connection acme --json'))
  command.action(async () => {
    shell.finish(await doctor(shell, command.optsWithGlobals()))
  })
}

const doctor = (shell: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(shell.io, flags, releases)
    const { io, config } = workspace
    const connections = selectConnections(config, flags.connection)
    const shared = await checkInstallation(workspace, releases)
    const checks: DoctorCheck[] = shared.map((found) => ({ connection: null, ...found }))
    for (const connection of connections) checks.push(...(await checkConnection(connection, workspace)))
    const view = buildDoctorView(checks)
    if (flags.json === true) printJson(io, toDoctorJson(view))
    else io.stdout.write(buildDoctorText(view, lookOf(io.stdout, io.env)))
    return view.ok ? exitCode.done : exitCode.failed
  })

/** Everything that is looked at for one connection alone. */
export const checkConnection = (
  connection: ConnectionConfig,
  workspace: ShownWorkspace,
): Promise<DoctorCheck[]> =>
  withReleases(async (releases) => {
    const { config } = workspace
    const { nmbrs } = connection
    const state = nmbrs.rest === undefined ? undefined : await openState(workspace, releases)
    const consent = state === undefined ? [] : await checkConsent(connection, state, workspace.io.now())
    const { source, target } = await openRemotes(connection, workspace, releases, refuseWrites, state)
    const { companies, unknown } = await findCompanies(connection, state, workspace)
    const key = toConnectionKey(connection, config)
    const mapping = await runCheck('mapping', async () => {
      const { rows } = await loadMapping(connection.mapping)
      return [ok('mapping', `${shortenPath(workspace.io.cwd, connection.mapping)}, ${rows.length} fields`)]
    })
    const alexis = await checkAlexis(connection, source, key)
    // Without a login there are no lists to compare with.
    const isIn = alexis.every(({ check, status }) => check !== 'AlexisHR' || status !== 'fail')
    const found = [
      ...mapping,
      ...alexis,
      ...(isIn ? await checkLoginRules(connection, source, toConnectionPath(connection, config)) : []),
      ...consent,
      ...(await checkNmbrs(
        { companies, nmbrs: nmbrs.api === 'rest' ? { host: nmbrs.rest.host } : nmbrs },
        target,
        key,
      )),
      ...unknown,
      ...checkSoapEnd(connection, toDayInZone(workspace.io.now(), config.timezone)),
    ]
    return found.map((one) => ({ connection: connection.name, ...one }))
  })

/**
 * The companies as everything that is stored knows them. One that is not known over the transport is said,
 * and nothing is asked about any.
 */
const findCompanies = async (
  connection: ConnectionConfig,
  state: StateDatabase | undefined,
  { actor }: Pick<ShownWorkspace, 'actor'>,
): Promise<{ companies: ConnectionConfig['companies']; unknown: readonly Found[] }> => {
  if (state === undefined) return { companies: connection.companies, unknown: [] }
  const book = await readAddressBook(state.store(connection.name, byHand(actor)))
  const keyed = toKnownConnection(connection, book)
  const unknown = await runCheck('Nmbrs company', () => {
    refuseUnknownCompanies(keyed, book)
    return Promise.resolve([])
  })
  return { companies: unknown.length === 0 ? keyed.companies : [], unknown }
}
