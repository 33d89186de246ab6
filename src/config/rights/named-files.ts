import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { packageRoot } from '../../package-root.js'
import { portalsFolder } from '../portal-files.js'
import type { ConfigFile } from '../schema/schema.js'

/** What was read before, of a configuration that may be wrong elsewhere. */
export interface NamedFiles {
  /** `undefined` when the configuration does not keep to its schema. */
  file: ConfigFile | undefined
  base: string
  /** Mapping files, absolute. */
  mappings: Iterable<string>
  /** Files of secrets, as given. */
  secretFiles: Iterable<string>
}

/**
 * Every file beside the configuration that decides with it what is sent where: mappings, portals, contacts,
 * onboarding profiles and answers, what is known of the REST API, and the files of secrets. Absolute, each
 * once. Whether they are there is not looked at.
 */
export const findNamedFiles = async ({
  file,
  base,
  mappings,
  secretFiles,
}: NamedFiles): Promise<readonly string[]> => {
  const connections = file?.connections ?? []
  const portals = connections.flatMap(({ access }) => Object.values(access?.portals ?? {}))
  const facts = connections.flatMap(({ onboarding }) => onboarding.map((one) => one.facts))
  const known = connections.map(({ nmbrs }) => nmbrs.rest?.known)
  const given = [...facts, ...known, ...portals.map(({ contacts }) => contacts), ...secretFiles]
  const folders = [...(portals.length === 0 ? [] : [portalsFolder]), ...(file?.onboarding.folders ?? [])].map(
    (folder) => resolve(base, folder),
  )
  const inFolders = await Promise.all(folders.map(listYaml))
  const named = given.flatMap((path) => (path === undefined ? [] : [resolve(base, path)]))
  return [...new Set([...mappings, ...named, ...inFolders.flat()])]
}

/** Files that came with the program are those of the person who installed it. */
export const isShipped = (path: string, base: string): boolean =>
  path.startsWith(`${packageRoot}/`) && base !== packageRoot && !path.startsWith(`${base}/`)

const listYaml = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => /\.ya?ml$/i.test(name)).map((name) => join(folder, name))
  } catch {
    return []
  }
}
