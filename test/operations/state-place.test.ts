import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { ConfigError } from '../../src/domain/errors.js'
import { loadConfig } from '../../src/config/load-config.js'
import { configText, env, makeFolder, type Folder } from '../config/a-config-folder.js'
import { readDockerfile } from './read-dockerfile.js'
import { readUnitFile } from './unit-file.js'

/** What docs/operations.md says to write into the configuration of a service. */
const example = /```yaml\n(state:\n[^`]*)```/.exec(readFileSync('docs/operations.md', 'utf8'))![1]!

const units = ['nmbrs-sync.service', 'nmbrs-sync-once.service'].map((name) =>
  readUnitFile(`config/systemd/${name}`),
)

describe('the configuration of a service', () => {
  it('keeps state and key in the one folder that services and containers may write', () => {
    const { state } = parse(example) as { state: Record<string, string> }
    const [, image = []] = readDockerfile('Dockerfile')
    const volume = image.find(({ name }) => name === 'VOLUME')!.text
    const writable = [volume, ...units.map((unit) => unit.get('Service.WorkingDirectory')!.at(-1)!)]

    expect(new Set(writable)).toEqual(new Set(['/var/lib/nmbrs-sync']))
    for (const path of [state.path, state.keyFile]) expect(path).toMatch(/^\/var\/lib\/nmbrs-sync\/[^.]/)
  })
})

describe('a service of an earlier version, in two folders', () => {
  let folder: Folder
  beforeEach(async () => {
    folder = await makeFolder()
    await folder.write('etc/nmbrs-sync/nmbrs-sync.yaml', configText)
    await folder.write('var/lib/nmbrs-sync/data/nmbrs-sync.db', 'a state')
    await folder.write('var/lib/nmbrs-sync/data/state.key', 'a key')
  })
  afterEach(() => folder.remove())

  const place = (): string => join(folder.cwd, 'var/lib/nmbrs-sync')
  const load = (differs: Record<string, string | undefined> = {}) =>
    loadConfig({
      cwd: place(),
      env: { ...env, ...differs, NMBRS_SYNC_CONFIG: join(folder.cwd, 'etc/nmbrs-sync/nmbrs-sync.yaml') },
    })

  it('stops with every place that it would leave', async () => {
    const error = await load().catch((cause: unknown) => cause)

    expect(error).toBeInstanceOf(ConfigError)
    const { problems } = error as ConfigError
    expect(problems.map(({ key }) => key)).toEqual(['state.path', 'state.keyFile'])
    for (const [index, name] of ['nmbrs-sync.db', 'state.key'].entries())
      for (const base of ['var/lib/nmbrs-sync', 'etc/nmbrs-sync'])
        expect(problems[index]?.found).toContain(join(folder.cwd, base, 'data', name))
  })

  it('hears of its state at once, also while its secrets have to be moved too', async () => {
    await folder.write('var/lib/nmbrs-sync/.env', 'ALEXIS_TOKEN=of-before\n')

    const error = await load({ ALEXIS_TOKEN: undefined }).catch((cause: unknown) => cause)

    const { problems } = error as ConfigError
    expect(problems.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['ALEXIS_TOKEN', 'state.path', 'state.keyFile']),
    )
  })

  it('goes on with the same state once the paths are absolute', async () => {
    const absolute = example.replaceAll('/var/lib/nmbrs-sync', place())
    await folder.write('etc/nmbrs-sync/nmbrs-sync.yaml', configText + absolute)

    const { config } = await load()

    expect(config.state.path).toBe(join(place(), 'data/nmbrs-sync.db'))
    expect(config.state.keyFile).toBe(join(place(), 'data/state.key'))
  })
})
