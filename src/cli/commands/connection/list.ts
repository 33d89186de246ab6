import { loadConfig } from '../../../config/load-config.js'
import { layOutTable } from '../../../report/kit/table.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'

export const addListCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('list')
    .summary('the connections of the configuration')
    .description(
      'Lists the connections with their transport, their companies, their schedule and the file they stand in. Touches no remote.',
    )
    .addOption(jsonOption())
    .addHelpText('after', toExamples('connection list', 'connection list --json'))
  command.action(async () => {
    shell.finish(await list(shell, command.optsWithGlobals()))
  })
}

const list = async ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> => {
  const { config, placeOf } = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
  const rows = config.connections.map((one, index) => ({
    name: one.name,
    api: one.nmbrs.api,
    companies: one.companies.map(({ sourceId, targetId, targetName }) => ({
      alexisCompanyId: sourceId,
      nmbrsCompanyId: targetId,
      nmbrsCompanyName: targetName,
    })),
    schedule: one.schedule?.cron ?? null,
    file: placeOf(['connections', index, 'companies']).file,
  }))
  if (flags.json === true) {
    printJson(io, { connections: rows })
    return exitCode.done
  }
  const look = lookOf(io.stdout, io.env)
  const cells = rows.map(({ name, api, companies, schedule, file }) => [
    name,
    api,
    schedule ?? 'by hand',
    file,
    companies.map((company) => `${company.nmbrsCompanyName} (${company.nmbrsCompanyId})`).join(', '),
  ])
  const head = ['connection', 'Nmbrs', 'schedule', 'file', 'companies'].map((text) => ({
    text,
    paint: look.paint.dim,
  }))
  io.stdout.write(`${layOutTable(cells, { width: look.width, head }).join('\n')}\n`)
  return exitCode.done
}
