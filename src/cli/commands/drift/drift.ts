import { Option } from 'commander'

import { ConfigError } from '../../../domain/errors.js'
import { fieldNamesOf, mappedSections, type FieldName, type MappedSection } from '../../../domain/sections.js'
import { findNearest } from '../../../yaml/nearest.js'
import { buildDriftText, toDriftJson } from '../../../report/sync/drift-report.js'
import { buildDriftView } from '../../../report/sync/view/drift-view.js'
import { listDrift } from '../../../run/by-hand/drift.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import {
  connectionsOption,
  employeeOption,
  jsonOption,
  toExamples,
  verifyAllOption,
} from '../../options/flags.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import { lookUp } from '../../people/look-up.js'
import { decideDrift, type AskedOrder, type DriftFlags } from './decide-drift.js'
import type { AddCommand, Shell } from '../../shell.js'
import { openConnection } from '../../../app/compose/compose.js'
import { driftColumns, toDriftRow } from '../../../report/overview/rows.js'
import { overConnections } from '../../connections/over-connections.js'

export const addDriftCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('drift')
    .summary('values that payroll changed in Nmbrs, and what to do with them')
    .description(
      'Lists the values that were changed in Nmbrs since they were last in step with AlexisHR, and apart from them those that both sides ' +
        'changed. With --accept-target or --restore-source it decides about those of one person.',
    )
    .addOption(
      new Option('--accept-target <person>', 'this person: keep the values that payroll entered').conflicts([
        'restoreSource',
        'employee',
        'verifyAll',
      ]),
    )
    .addOption(
      new Option(
        '--restore-source <person>',
        'this person: send the AlexisHR values again; a bank account or a salary still waits for its release',
      ).conflicts(['employee', 'verifyAll']),
    )
    .addOption(new Option('--section <section>', 'decide only about this section').choices(mappedSections))
    .option('--field <field>', 'decide only about this field, as in IBAN or City')
    .option('--yes', 'decide without asking; needed where there is no terminal')
    .addOption(employeeOption())
    .addOption(verifyAllOption())
    .option('--show-values', 'show both sides: whole on a terminal, masked in a file, a pipe or a document')
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'drift --verify-all',
        'drift --accept-target 65f1c0ffee0000000000000a --section address',
        'drift --restore-source 65f1c0ffee0000000000000a --field EmailWork',
      ),
    )
  command.action(async () => {
    const flags = command.optsWithGlobals<DriftFlags>()
    const order = findOrder(flags)
    shell.finish(await (order === undefined ? list(shell, flags) : decideDrift(shell.io, flags, order)))
  })
}

const list = ({ io }: Shell, flags: DriftFlags): Promise<ExitCode> => {
  const needsOne = flags.employee !== undefined
  return overConnections(io, flags, { columns: driftColumns, needsOne }, async (opened) => {
    const { workspace, connection, state, releases } = opened
    const deps = await openConnection(connection, workspace, state, releases)
    const employees = await lookUp(workspace.io, deps, flags.employee ?? [])
    const drift = await listDrift(deps, { employees, verifyAll: flags.verifyAll === true })
    const { stdout } = workspace.io
    const view = buildDriftView(drift, connection.name)
    return {
      code: view.people.length === 0 ? exitCode.done : exitCode.held,
      document: toDriftJson(view, flags.showValues === true ? 'masked' : 'none'),
      text: () => buildDriftText(view, toShown(flags, workspace.io), lookOf(stdout, io.env)),
      rows: [toDriftRow(view)],
      isQuiet: view.people.length === 0,
    }
  })
}

const toShown = ({ showValues }: DriftFlags, { stdout }: Io): 'none' | 'whole' | 'masked' => {
  if (showValues !== true) return 'none'
  return stdout.isTerminal ? 'whole' : 'masked'
}

/**
 * What the flags decide; `undefined` when they only ask. Throws `ConfigError` for a field that there is not.
 */
const findOrder = (flags: DriftFlags): AskedOrder | undefined => {
  const { acceptTarget, restoreSource, section } = flags
  const id = acceptTarget ?? restoreSource
  if (id === undefined) {
    if (section === undefined && flags.field === undefined) return undefined
    throw new ConfigError('--section and --field go with --accept-target ID or --restore-source ID')
  }
  const field = flags.field === undefined ? undefined : getField(flags.field, section)
  return {
    order: acceptTarget === undefined ? 'restore-source' : 'accept-target',
    typed: id,
    section,
    field,
  }
}

const getField = (name: string, section: MappedSection | undefined): FieldName => {
  const known = (section === undefined ? mappedSections : [section]).flatMap(fieldNamesOf)
  const found = known.find((field) => field === name)
  if (found !== undefined) return found
  const nearest = findNearest(name, known)
  const where = section === undefined ? '' : ` in ${section}`
  throw new ConfigError(
    `There is no field ${name}${where}. ${nearest === undefined ? 'See the names in the mapping.' : `Did you mean ${nearest}?`}`,
  )
}
