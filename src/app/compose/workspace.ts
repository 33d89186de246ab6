import type { Config, ConnectionConfig } from '../../config/config.js'
import type { LoadedConfig } from '../../config/load-config.js'
import type { Actor } from '../../domain/audit/actor.js'
import type { Language } from '../../domain/language/language.js'
import type { Log } from '../../domain/log.js'
import type { OnFault, OnProgress } from '../../domain/run/progress.js'
import { formatKeyPath, type KeyPath } from '../../yaml/key-path.js'
import type { Surroundings } from '../surroundings.js'
import type { NmbrsPaces } from './nmbrs/nmbrs-paces.js'

/** The configuration, and where to log and show progress. Nothing is opened yet. */
export interface Workspace extends LoadedConfig {
  /** Who acts, for the audit record. */
  actor: Actor
  log: Log
  onProgress: OnProgress
  /** Told of every call that failed. */
  onFault: OnFault
  /** One for the whole process: connections that use one Nmbrs account share its pace. */
  paces: NmbrsPaces
  surroundings: Surroundings
  /** The language of documents. */
  language: Language
}

/** What a way to Nmbrs is opened with. */
export type RemoteSpace = Pick<Workspace, 'config' | 'log' | 'paces' | 'onFault' | 'surroundings'>

/** The place of a connection in the configuration: `connections[0]`. */
export const toConnectionKey = (connection: ConnectionConfig, config: Config): string =>
  formatKeyPath(toConnectionPath(connection, config))

export const toConnectionPath = ({ name }: ConnectionConfig, { connections }: Config): KeyPath => [
  'connections',
  connections.findIndex((one) => one.name === name),
]
