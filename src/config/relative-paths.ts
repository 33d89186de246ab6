import { isAbsolute } from 'node:path'

import type { KeyPath } from '../yaml/key-path.js'
import type { ConfigFile, ConnectionFile } from './schema/schema.js'

/** A path of the configuration that starts at its base folder. */
export interface RelativePath {
  key: KeyPath
  given: string
}

/** Every relative path that the checked file holds, those that it holds by default too. */
export const findRelativePaths = (file: ConfigFile): RelativePath[] => [
  ...findStatePaths(file.state),
  ...[
    toPath(['log', 'file'], file.log.file),
    ...file.onboarding.folders.map((folder, index) => toPath(['onboarding', 'folders', index], folder)),
    ...file.connections.flatMap((connection, index) => pathsOf(connection, ['connections', index])),
  ].filter(isRelative),
]

/** Those of the state file and its key. */
export const findStatePaths = ({
  path,
  keyFile,
}: Pick<ConfigFile['state'], 'path' | 'keyFile'>): RelativePath[] =>
  [toPath(['state', 'path'], path), toPath(['state', 'keyFile'], keyFile)].filter(isRelative)

const isRelative = (path: { key: KeyPath; given: string | undefined }): path is RelativePath =>
  path.given !== undefined && !isAbsolute(path.given)

const pathsOf = (connection: ConnectionFile, key: KeyPath) => [
  toPath([...key, 'mapping'], connection.mapping),
  toPath([...key, 'nmbrs', 'rest', 'known'], connection.nmbrs.rest?.known),
  ...connection.onboarding.map(({ facts }, index) => toPath([...key, 'onboarding', index, 'facts'], facts)),
  ...Object.entries(connection.access?.portals ?? {}).flatMap(([name, { contacts, delivery }]) => {
    const portal = [...key, 'access', 'portals', name]
    return [
      toPath([...portal, 'contacts'], contacts),
      toPath([...portal, 'delivery', 'worklist', 'folder'], delivery?.worklist?.folder),
    ]
  }),
]

const toPath = (key: KeyPath, given: string | undefined): { key: KeyPath; given: string | undefined } => ({
  key,
  given,
})
