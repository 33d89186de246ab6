import { chmod, mkdir, realpath, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { loadConfig, type LoadedConfig } from '../../src/config/load-config.js'
import { ConfigError, type Problem } from '../../src/domain/errors.js'
import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder
/** The folder of the installation, and one that has nothing to do with it. */
let home: string
let elsewhere: string

beforeEach(async () => {
  folder = await makeFolder()
  home = join(folder.cwd, 'home')
  elsewhere = join(folder.cwd, 'elsewhere')
  await mkdir(elsewhere)
  await folder.write('home/config/nmbrs-sync.yaml', configText)
})

afterEach(() => folder.remove())

const file = (): string => join(home, 'config/nmbrs-sync.yaml')

interface From {
  cwd?: string
  file?: string | undefined
  env?: Record<string, string | undefined>
}

const load = (from: From = {}): Promise<LoadedConfig> =>
  loadConfig({ cwd: elsewhere, env, file: file(), ...from })

const problemsOf = async (from: From = {}): Promise<readonly Problem[]> => {
  try {
    await load(from)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

const withEverything = `${configText}    mapping: mappings/own.yaml
    onboarding:
      - profiles: [asr-per-debtor]
        cron: 0 6 * * *
        facts: facts/acme.yaml
state:
  path: ./data/nmbrs-sync.db
  keyFile: data/state.key
onboarding:
  folders: [profiles]
log:
  file: log/nmbrs-sync.log
`.replace('${ALEXIS_TOKEN}', '${file:secrets/alexis}')

const filesOf = (base: string): Record<string, string> => ({
  [`${base}/mappings/own.yaml`]: `# ${base}`,
  [`${base}/facts/acme.yaml`]: `# ${base}`,
  [`${base}/secrets/alexis`]: `token-${base}`,
  [`${base}/data/nmbrs-sync.db`]: base,
  [`${base}/data/state.key`]: base,
  [`${base}/profiles/one.yaml`]: `# ${base}`,
  [`${base}/log/nmbrs-sync.log`]: base,
})

const writeAll = async (files: Record<string, string>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) await folder.write(path, text)
}

describe('where relative paths start', () => {
  it('is the parent of a folder called config, from whatever folder the program is run', async () => {
    await folder.write('home/config/nmbrs-sync.yaml', withEverything)
    await writeAll(filesOf('home'))

    const loaded = await Promise.all([
      load({ cwd: home, file: undefined }),
      load({ cwd: join(home, 'config'), file: 'nmbrs-sync.yaml' }),
      load({ file: '../home/config/nmbrs-sync.yaml' }),
      load({ cwd: '/', file: undefined, env: { ...env, NMBRS_SYNC_CONFIG: file() } }),
    ])

    for (const { config, base } of loaded) {
      expect(base).toBe(home)
      expect(config.state).toMatchObject({
        path: join(home, 'data/nmbrs-sync.db'),
        keyFile: join(home, 'data/state.key'),
      })
      expect(config.log.file).toBe(join(home, 'log/nmbrs-sync.log'))
      expect(config.onboarding.folders).toEqual([join(home, 'profiles')])
      const [connection] = config.connections
      expect(connection?.mapping).toBe(join(home, 'mappings/own.yaml'))
      expect(connection?.onboarding[0]?.facts).toBe(join(home, 'facts/acme.yaml'))
      expect(connection?.alexis.token.reveal()).toBe('token-home')
    }
  })

  it('is the folder of the configuration when that is called otherwise', async () => {
    await folder.write('acme/nmbrs-sync.yaml', configText)

    const { config } = await load({ file: '../acme/nmbrs-sync.yaml' })

    expect(config.state.path).toBe(join(folder.cwd, 'acme/data/nmbrs-sync.db'))
  })

  it('is the folder of a link to a configuration, not of what it leads to', async () => {
    await mkdir(join(folder.cwd, 'mounted'))
    await symlink(file(), join(folder.cwd, 'mounted/nmbrs-sync.yaml'))

    const { base } = await load({ file: '../mounted/nmbrs-sync.yaml' })

    expect(base).toBe(join(folder.cwd, 'mounted'))
  })

  it('does not matter to an absolute path', async () => {
    await folder.write('elsewhere/state.db', 'a state')
    const text = `${configText}state: { path: ${elsewhere}/state.db, keyFile: ${elsewhere}/state.key }\n`
    await folder.write('home/config/nmbrs-sync.yaml', text)

    const { config } = await load()

    expect(config.state.path).toBe(join(elsewhere, 'state.db'))
  })
})

describe('.env', () => {
  const secrets = 'ALEXIS_TOKEN=of-home\n'
  const others = { ...env, ALEXIS_TOKEN: undefined }

  it('is read beside the configuration, from whatever folder the program is run', async () => {
    await folder.write('home/.env', secrets)

    const { config } = await load({ env: others })

    expect(config.connections[0]?.alexis.token.reveal()).toBe('of-home')
  })

  it('of the working folder may name the configuration, and nothing else of it counts', async () => {
    await folder.write('home/.env', secrets)
    await folder.write('elsewhere/.env', 'NMBRS_SYNC_CONFIG=../home/config/nmbrs-sync.yaml\nUNRELATED=1\n')

    const { config, file: read } = await load({ file: undefined, env: others })

    expect(read).toBe(file())
    expect(config.connections[0]?.alexis.token.reveal()).toBe('of-home')
  })

  it('of the working folder is not read for a name when the environment has one, even an empty one', async () => {
    await folder.write('home/.env', 'NMBRS_SYNC_CONFIG=/nowhere.yaml\n')

    const { file: read } = await load({
      cwd: home,
      file: undefined,
      env: { ...env, NMBRS_SYNC_CONFIG: '' },
    })

    expect(read).toBe(file())
  })

  it('of another program in the working folder is no matter', async () => {
    await folder.write('home/.env', secrets)
    await folder.write('elsewhere/.env', 'DATABASE_URL=postgres://\n')
    await chmod(join(elsewhere, '.env'), 0o666)

    expect(await problemsOf({ env: others })).toEqual([])
  })

  it.each([
    { name: 'only there', here: undefined },
    { name: 'there with another value', here: 'ALEXIS_TOKEN=of-home\n' },
  ])('that a version before would have read $name stops, and both are named', async ({ here }) => {
    if (here !== undefined) await folder.write('home/.env', here)
    await folder.write('elsewhere/.env', 'ALEXIS_TOKEN=of-elsewhere\n')

    const moved = (await problemsOf({ env: others })).find(({ key }) => key === 'ALEXIS_TOKEN')

    expect(moved?.found).toContain(join(elsewhere, '.env'))
    expect(moved?.found).toContain(join(home, '.env'))
    expect(JSON.stringify(moved)).not.toContain('of-elsewhere')
  })

  it('that says the same in both folders is no matter', async () => {
    await folder.write('home/.env', secrets)
    await folder.write('elsewhere/.env', secrets)

    expect(await problemsOf({ env: others })).toEqual([])
  })
})

describe('an installation that would look elsewhere than before', () => {
  it.each([
    { name: 'has none yet', state: undefined },
    { name: 'has one too', state: 'another state' },
  ])('stops and names both places when the new place $name', async ({ state }) => {
    await folder.write('elsewhere/data/nmbrs-sync.db', 'the state of all the years')
    if (state !== undefined) await folder.write('home/data/nmbrs-sync.db', state)

    const [problem, ...more] = await problemsOf()

    expect(more).toEqual([])
    expect(problem).toMatchObject({ severity: 'error', key: 'state.path' })
    expect(problem?.found).toContain(join(elsewhere, 'data/nmbrs-sync.db'))
    expect(problem?.found).toContain(join(home, 'data/nmbrs-sync.db'))
    expect(problem?.expected).toContain(`write ${join(elsewhere, 'data/nmbrs-sync.db')} here, or move it`)
  })

  it('goes on once the file is moved', async () => {
    await folder.write('elsewhere/data/nmbrs-sync.db', 'the state of all the years')
    await mkdir(join(home, 'data'))
    await rename(join(elsewhere, 'data/nmbrs-sync.db'), join(home, 'data/nmbrs-sync.db'))

    expect(await problemsOf()).toEqual([])
  })

  it('goes on when both places are one by a link', async () => {
    await folder.write('elsewhere/data/nmbrs-sync.db', 'the state of all the years')
    await symlink(join(elsewhere, 'data'), join(home, 'data'))

    expect(await problemsOf()).toEqual([])
  })

  it('hears of every file at once', async () => {
    await folder.write('home/config/nmbrs-sync.yaml', withEverything)
    await writeAll({ ...filesOf('home'), ...filesOf('elsewhere') })

    const problems = await problemsOf()

    expect(problems.map(({ key }) => key).sort()).toEqual(
      [
        '${file:secrets/alexis}',
        'connections[0].mapping',
        'connections[0].onboarding[0].facts',
        'log.file',
        'onboarding.folders[0]',
        'state.keyFile',
        'state.path',
      ].sort(),
    )
    expect(JSON.stringify(problems)).not.toContain('token-')
  })

  it('goes on where files that are only read say the same', async () => {
    await folder.write('home/config/nmbrs-sync.yaml', withEverything)
    await writeAll(filesOf('home'))
    const copies = Object.entries(filesOf('home')).map(([path, text]) => [
      path.replace('home', 'elsewhere'),
      text,
    ])
    await writeAll(Object.fromEntries(copies) as Record<string, string>)

    expect((await problemsOf()).map(({ key }) => key)).toEqual(['state.path', 'log.file'])
  })

  it('stops for a mapping of its own that the shipped one would take the place of', async () => {
    await folder.write('elsewhere/mappings/alexis-nmbrs.yaml', '# of this employer')

    expect((await problemsOf()).map(({ key }) => key)).toEqual(['connections[0].mapping'])
  })

  it('stops for portals of its own that the shipped ones would take the place of', async () => {
    const access = '    access: { portals: { visma-customer-portal: { rules: [], otherwise: none } } }\n'
    await folder.write('home/config/nmbrs-sync.yaml', configText + access)
    await folder.write('elsewhere/mappings/portals/visma-customer-portal.yaml', '# of this employer')

    expect((await problemsOf()).map(({ key }) => key)).toContain('mappings/portals')
  })

  it('goes on beside folders that this account may not look into', async () => {
    await folder.write('elsewhere/data/nmbrs-sync.db', 'of somebody else')
    await chmod(join(elsewhere, 'data'), 0o000)

    const problems = await problemsOf()
    await chmod(join(elsewhere, 'data'), 0o700)

    // A superuser looks into every folder.
    expect(problems).toHaveLength(process.getuid?.() === 0 ? 1 : 0)
  })

  it('stops when a link to its configuration would make a second state', async () => {
    await folder.write('home/data/nmbrs-sync.db', 'the state of all the years')
    await symlink(file(), join(elsewhere, 'nmbrs-sync.yaml'))

    const [problem] = await problemsOf({ file: 'nmbrs-sync.yaml' })

    expect(problem?.key).toBe('state.path')
    expect(problem?.found).toContain(join(await realpath(home), 'data/nmbrs-sync.db'))
    expect(problem?.found).toContain(join(elsewhere, 'data/nmbrs-sync.db'))
  })
})
