import { readFile } from 'node:fs/promises'
import { release } from 'node:os'

import type { ConfigNames } from '../../config/installation.js'
import { findInstallation } from '../../config/installation.js'
import type { LoadedConfig } from '../../config/load-config.js'
import { byHand } from '../../domain/audit/act.js'
import type { Actor } from '../../domain/audit/actor.js'
import type { Problem } from '../../domain/errors.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import type { Store } from '../../run/store/store.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { readVersion } from '../../version.js'
import { parseYaml } from '../../yaml/parse-yaml.js'
import { countBy, countRun } from './count-run.js'
import { describeConfig } from './describe-config.js'

/** How many of the latest runs of each connection are told. */
const mostRuns = 20

/** What a bundle is made from; a part that could not be opened is told by its error. */
export interface BundleInput {
  names: ConfigNames
  /** Epoch milliseconds. */
  now: number
  config: { loaded: LoadedConfig } | { error: unknown; problems: readonly Problem[] }
  /** `undefined` when the configuration is not usable; then no one knows where the state is. */
  state: StateDatabase | { error: unknown } | undefined
  actor: Actor
}

/**
 * Everything that helps to find out what is wrong with an installation, and nothing about a person: versions,
 * the configuration without texts of its own, the state in numbers, and the latest runs as counts of codes.
 * Connections are numbered.
 */
export const buildBundle = async (input: BundleInput): Promise<unknown> => ({
  format: 1,
  madeAt: new Date(input.now).toISOString(),
  versions: readVersions(),
  configuration: await describeConfiguration(input),
  state: await describeState(input),
})

const readVersions = (): unknown => ({
  nmbrsSync: readVersion(),
  node: process.version,
  sqlite: process.versions.sqlite ?? null,
  openssl: process.versions.openssl,
  icu: process.versions.icu ?? null,
  platform: `${process.platform} ${process.arch} ${release()}`,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  memoryMb: Math.round(process.memoryUsage.rss() / 1_000_000),
})

const describeConfiguration = async ({ names, config }: BundleInput): Promise<unknown> => {
  const problems = 'loaded' in config ? config.loaded.warnings : config.problems
  const told = problems.map(({ severity, line, key, expected }) => ({ severity, line, key, expected }))
  const failure = 'loaded' in config ? null : toRunFailure(config.error).code
  const { file } = await findInstallation(names)
  const files = [file, ...('loaded' in config ? config.loaded.employerFiles : [])]
  return { failure, problems: told, files: await Promise.all(files.map(describeFile)) }
}

/** A file of an employer is a connection; it is described as one of a configuration. */
const describeFile = async (file: string, index: number): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const yaml = text === undefined ? undefined : parseYaml(text, '')
  if (yaml === undefined || !('data' in yaml)) return null
  return index === 0 ? describeConfig(yaml.data) : describeConfig({ connections: [yaml.data] })
}

const describeState = async ({ state, config, actor }: BundleInput): Promise<unknown> => {
  if (state === undefined) return null
  if ('error' in state) return { failure: toRunFailure(state.error).code }
  const { schemaVersion, sizeBytes, rows, damage, holder } = await state.info()
  const facts = {
    schemaVersion,
    sizeBytes,
    rows,
    isSound: damage.length === 0,
    runGoesOnSince: holder?.since ?? null,
  }
  const connections = 'loaded' in config ? config.loaded.config.connections : []
  const stores = connections.map(({ name }) => state.store(name, byHand(actor)))
  return { ...facts, connections: await Promise.all(stores.map(describeStore)) }
}

const describeStore = async (store: Store, index: number): Promise<unknown> => {
  const links = await store.links.readLinks()
  const holds = await store.holds.readHolds()
  const runs = await store.runs.readRuns(mostRuns)
  const told = await Promise.all(
    runs.map(async (run) => {
      const { changes, findings } = (await store.runs.readRun(run.id)) ?? { changes: [], findings: [] }
      return countRun(run, { changes, findings })
    }),
  )
  return {
    connection: index + 1,
    links: countBy(links, ({ status }) => status),
    holds: countBy(holds, ({ section, reason }) => `${section} ${reason}`),
    runs: told,
  }
}
