import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { expectThat, StoryError, writtenIn } from '../../src/cli/commands/demo/expect-story.js'
import { parseSwitch } from '../../src/cli/commands/sandbox/sandbox-switches.js'
import { aChange } from '../report/run-builders.js'
import { comeBack, findAddress } from './auth/rest-world.js'
import { runCommand, type CommandEnd, type CommandOptions } from './cli-world.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-sandbox-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a sandbox until it has introduced itself and `use` is done with it. */
const withSandbox = async (
  commandLine: string,
  use: (introduction: string) => Promise<void>,
): Promise<CommandEnd> => {
  const interruption = new AbortController()
  let used: Promise<void> | undefined
  const end = await runCommand(commandLine.split(' '), {
    cwd: folder,
    interruption: interruption.signal,
    onOutput: (text) => {
      used ??= use(text).finally(() => {
        interruption.abort()
      })
    },
  })
  await used
  return end
}

describe('sandbox', () => {
  it('writes a folder that every command works in, and stops when it is interrupted', async () => {
    const ends: CommandEnd[] = []
    const end = await withSandbox('sandbox --people 40 --write-config play', async () => {
      const cwd = join(folder, 'play')
      for (const verb of ['doctor', 'plan']) ends.push(await runCommand([verb], { cwd }))
    })

    expect(ends.map(({ code }) => code)).toEqual([0, 3])
    expect(end.code).toBe(0)
    expect(end.stdout).toContain('  cd play\n  nmbrs-sync doctor\n')
    expect(end.stdout).toMatch(/Stopped\.\n$/)
    expect(statSync(join(folder, 'play', '.env')).mode & 0o777).toBe(0o600)
  })

  it('writes a configuration over REST beside it, which works after a consent and shares no state', async () => {
    const ends: CommandEnd[] = []
    const introduced = await withSandbox('sandbox --people 40 --write-config play', async () => {
      const cwd = join(folder, 'play')
      const over = (words: string, options: CommandOptions = {}) =>
        runCommand([...words.split(' '), '--config', 'config/nmbrs-sync-rest.yaml'], { cwd, ...options })
      let address = ''
      const login = over('auth login --paste', {
        onOutput: (text) => (address ||= findAddress(text) ?? ''),
        readLine: () => comeBack(address),
      })
      ends.push(await login, await over('doctor'), await over('plan'), await runCommand(['plan'], { cwd }))
    })

    expect(introduced.stdout).toContain('auth login --paste --config config/nmbrs-sync-rest.yaml\n')
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 3, 3])
    expect(ends[2]!.stdout).toContain('the REST API of Nmbrs has no field for it: bankAccount.BIC')
    expect(readdirSync(join(folder, 'play', 'data'))).toHaveLength(2)
  })

  it('prints what to set and a configuration without --write-config, and leaves no file', async () => {
    const end = await withSandbox('sandbox --people 40', () => Promise.resolve())

    expect(end.stdout).toContain('ALEXIS_TOKEN=')
    expect(end.stdout).toContain('  connections:')
    expect(end.stdout).toMatch(/# config\/nmbrs-sync-rest\.yaml[^]*api: rest/)
    expect(readdirSync(folder)).toEqual([])
  })

  it('behaves as its switches say, and changes people when told so', async () => {
    await withSandbox(
      'sandbox --people 40 --switch relations=current --switch limitCap=7 --switch openEnd=0001',
      async (text) => {
        const control = /http:\/\/\S+\/_sandbox\/state/.exec(text)?.[0] ?? ''
        const state = (await (await fetch(control)).json()) as { switches: object }

        expect(state.switches).toMatchObject({ relations: 'current', limitCap: 7 })
      },
    )
  })

  it('never overwrites a configuration that is not a sandbox\u2019s', async () => {
    writeFileSync(join(folder, '.env'), 'ALEXIS_TOKEN=real\n')

    const end = await runCommand(['sandbox', '--people', '40', '--write-config', '.'], { cwd: folder })

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('was not made by a sandbox')
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('ALEXIS_TOKEN=real\n')
    expect(readdirSync(folder)).toEqual(['.env'])
  })
})

describe('sandbox --json', () => {
  it('prints one document and nothing else', async () => {
    const end = await withSandbox('sandbox --people 40 --json', () => Promise.resolve())

    expect(JSON.parse(end.stdout)).toMatchObject({
      alexis: { baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1$/) },
      env: { ALEXIS_TOKEN: expect.any(String), NMBRS_CLIENT_SECRET: expect.any(String) },
      restConfig: expect.stringContaining('api: rest'),
    })
  })
})

describe('a switch of the command line', () => {
  it.each([
    ['relations=history', { alexis: { relations: 'history' }, nmbrs: {} }],
    ['limitCap=50', { alexis: { limitCap: 50 }, nmbrs: {} }],
    ['totalHonoursFilters=false', { alexis: { totalHonoursFilters: false }, nmbrs: {} }],
    ['openEnd=0001', { alexis: {}, nmbrs: { openEnd: '0001' } }],
    ['bulkOmits=2', { alexis: {}, nmbrs: { bulkOmits: 2 } }],
    ['soapActionRequired=true', { alexis: {}, nmbrs: { soapActionRequired: true } }],
  ])('%s has the type its fake wants', (text, switches) => {
    expect(parseSwitch(text, undefined)).toEqual(switches)
  })

  it('adds to the ones before it', () => {
    const before = parseSwitch('limitCap=50', undefined)

    expect(parseSwitch('order=unstable', before)).toEqual({
      alexis: { limitCap: 50, order: 'unstable' },
      nmbrs: {},
    })
  })

  it.each(['limitCap', 'limitCap=many', 'relations=', 'nowhere=1', 'toString=1'])('cannot be %s', (text) => {
    expect(() => parseSwitch(text, undefined)).toThrow()
  })
})

describe('demo', () => {
  it.each([
    ['over SOAP', [], 10],
    ['over REST, after a consent,', ['--rest'], 11],
  ])('tells a story %s that came true, and leaves nothing behind', async (_over, flags, steps) => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('nmbrs-sync-demo-'))

    // An installation in the working folder has nothing to do with it.
    mkdirSync(join(folder, 'mappings'), { recursive: true })
    writeFileSync(join(folder, 'mappings', 'alexis-nmbrs.yaml'), 'of somebody')

    const end = await runCommand(['demo', ...flags], { cwd: folder })

    expect(end.stderr).toBe('')
    expect(end.code).toBe(0)
    const told = end.stdout.split('\n').flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])
    expect(told).toEqual(Array.from({ length: steps }, (_step, index) => String(index + 1)))
    expect(end.stdout.includes('Consent given for sandbox')).toBe(flags.includes('--rest'))
    expect(end.stdout).not.toContain('code_challenge')
    expect(end.stdout).toContain('$ nmbrs-sync sync --allow create=')
    expect(end.stdout).toContain('Nothing to do: 0 writes to Nmbrs.')
    expect(end.stdout).not.toContain('\u001b[')
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('nmbrs-sync-demo-'))
    expect(after.filter((name) => !before.includes(name))).toEqual([])
  })

  it('tells the change from SOAP to REST and back, with nothing written by it', async () => {
    const end = await runCommand(['demo', '--cutover'], { cwd: folder })
    const told = end.stdout.split('\n').flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])

    expect(end).toMatchObject({ code: 0, stderr: '' })
    expect(told).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    // Before the change, reading along, after the change, and on the way back.
    expect(end.stdout.match(/Nothing to do: 0 writes to Nmbrs\./g)).toHaveLength(4)
    expect(end.stdout).toContain('200 connected, 200 known to the converter, 200 with an id over both')
    expect(end.stdout).toContain('1 day without a difference')
    expect(end.stdout).toContain('no difference between SOAP and REST')
    expect(end.stdout).not.toContain('code_challenge')
  })

  it('tells one story at a time', async () => {
    expect((await runCommand(['demo', '--rest', '--cutover'], { cwd: folder })).code).toBe(2)
  })

  it('ends with 1 and says so when it is interrupted', async () => {
    const interruption = new AbortController()
    const end = await runCommand(['demo'], {
      cwd: folder,
      interruption: interruption.signal,
      onOutput: (text) => {
        if (text.includes('2. What would')) interruption.abort()
      },
    })

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('interrupted')
  })

  it('says what was expected when the story did not come true', () => {
    expect(() => {
      expectThat(false, 'nothing is written')
    }).toThrow(new StoryError('It was expected that nothing is written.'))
    expect(writtenIn([aChange({ outcome: 'held' }), aChange({ outcome: 'applied' })])).toEqual([
      'a1 address applied',
    ])
  })
})
