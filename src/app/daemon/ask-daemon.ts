import * as z from 'zod'

import type { Config, ConnectionConfig } from '../../config/config.js'
import { ConfigError } from '../../domain/errors.js'
import { findControl } from './control-file.js'

const answerSchema = z.object({ connections: z.array(z.string()) })

/**
 * Asks the running daemon for a run of these connections, or of all. Gives their names. Throws `ConfigError`
 * when there is no daemon.
 */
export const askForRun = async (
  config: Config,
  connections: readonly ConnectionConfig[] | undefined,
): Promise<readonly string[]> => {
  const asked: string[] = []
  for (const name of connections?.map((connection) => connection.name) ?? [undefined])
    asked.push(...(await askOnce(config, name)))
  return asked
}

const askOnce = async (config: Config, connection: string | undefined): Promise<readonly string[]> => {
  const control = await findControl(config.state.path)
  if (control?.url == null) throw noDaemon(config)
  const url = new URL('/run', control.url)
  if (connection !== undefined) url.searchParams.set('connection', connection)
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${control.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  if (response === undefined || response.status === 401) throw noDaemon(config)
  if (response.status === 404)
    throw new ConfigError(
      `The daemon knows no connection ${connection ?? ''}. After a change of the configuration send it SIGHUP`,
    )
  if (response.status !== 202) throw new ConfigError(`The daemon answered with status ${response.status}`)
  return answerSchema.parse(await response.json()).connections
}

const noDaemon = ({ state, endpoint }: Config): ConfigError =>
  new ConfigError(
    endpoint === undefined
      ? 'The daemon cannot be asked, because daemon.http is false. Send it SIGUSR2'
      : `No daemon answers for ${state.path}. Start one with nmbrs-sync daemon, or run nmbrs-sync sync`,
  )
