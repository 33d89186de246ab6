import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse as parseEnv } from 'dotenv'
import fc from 'fast-check'

import { findOtherValues, mergeEnv } from '../../src/cli/commands/init/env-file.js'
import { ConfigError } from '../../src/domain/errors.js'
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { runCommand, scriptPrompts, today } from './cli-world.js'

let sandbox: Sandbox
let folder: string
beforeAll(async () => {
  sandbox = await startSandbox({ people: 2, seed: 3, today, mix: 'all-linked' })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-init-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const configFile = (): string => join(folder, 'config', 'nmbrs-sync.yaml')
const envFile = (): string => join(folder, '.env')
const anotherAddress = (labels: readonly string[]): number => labels.indexOf('another address')
const first = (): number => 0
const last = (labels: readonly string[]): number => labels.length - 1

/** The answers of somebody who gets everything right, in the order of the questions. */
const answers = (differs: { alexisToken?: string; pair?: (labels: readonly string[]) => number } = {}) => [
  'acme',
  sandbox.alexis.baseUrl,
  differs.alexisToken ?? sandbox.alexis.token,
  anotherAddress,
  sandbox.nmbrs.host,
  sandbox.nmbrs.account.username,
  sandbox.nmbrs.account.domain,
  sandbox.nmbrs.account.token,
  differs.pair ?? first,
]

const init = (prompts: ReturnType<typeof scriptPrompts>, env: Record<string, string> = {}) =>
  runCommand(['init'], { cwd: folder, prompts, env, isTerminal: true })

describe('init', () => {
  it('writes a configuration that works, with the secrets in .env only', async () => {
    const end = await init(scriptPrompts(answers()))
    const doctor = await runCommand(['doctor'], { cwd: folder })

    expect(end.code).toBe(0)
    expect(end.stdout).toBe('Written: config/nmbrs-sync.yaml and .env\nNext: nmbrs-sync doctor\n')
    expect(doctor.code).toBe(0)
    const config = readFileSync(configFile(), 'utf8')
    for (const secret of [sandbox.alexis.token, sandbox.nmbrs.account.token]) {
      expect(config).not.toContain(secret)
      expect(end.stdout + end.stderr).not.toContain(secret)
    }
    expect(config).toContain(sandbox.company.name)
    expect([statSync(envFile()).mode & 0o777, statSync(configFile()).mode & 0o777]).toEqual([0o600, 0o600])
  })

  it('writes into the folder of the configuration, so that commands work from any folder', async () => {
    const [config, elsewhere] = [join(folder, 'acme', 'nmbrs-sync.yaml'), join(folder, 'elsewhere')]
    mkdirSync(elsewhere)

    const end = await runCommand(['init', '--config', config], {
      cwd: elsewhere,
      prompts: scriptPrompts(answers()),
      isTerminal: true,
    })
    const doctor = await runCommand(['doctor', '--config', config], { cwd: tmpdir() })

    expect(end.stdout).toContain(`Written: ${config} and ${join(folder, 'acme', '.env')}`)
    expect(doctor.code).toBe(0)
    expect(readdirSync(elsewhere)).toEqual([])
    expect(existsSync(join(folder, 'acme', 'data', 'nmbrs-sync.db'))).toBe(true)
  })

  it('offers the company of the same name first', async () => {
    const offered: string[] = []
    const pair = (labels: readonly string[]): number => {
      offered.push(...labels)
      return 0
    }

    await init(scriptPrompts(answers({ pair })))

    expect(offered[0]).toBe(`${sandbox.company.name} (${sandbox.company.nmbrsId})`)
    expect(offered).toHaveLength(3)
  })

  it('says why an account is refused and asks for it again', async () => {
    const [name = '', url = '', ...rest] = answers({ alexisToken: 'wrong' })
    const prompts = scriptPrompts([
      name,
      url,
      ...rest.slice(0, 1),
      url,
      sandbox.alexis.token,
      ...rest.slice(1),
    ])

    const end = await init(prompts)

    expect(end.code).toBe(0)
    expect(end.stderr).toContain('AlexisHR: ')
    expect(end.stderr).not.toMatch(/\.\s*\./)
    expect(end.stdout + end.stderr).not.toContain('wrong')
  })

  it('asks again for an address that would carry tokens in the clear', async () => {
    const [name = '', url = '', ...rest] = answers()
    const prompts = scriptPrompts([name, 'http://alexis.example/v1', url, ...rest])

    const end = await init(prompts)

    expect(end.code).toBe(0)
    expect(prompts.asked).toContain(
      'Address of the AlexisHR API (It must be https:// (plain http only to this machine))',
    )
  })

  it('wants at least one pair of companies', async () => {
    const prompts = scriptPrompts([...answers({ pair: last }), first])

    const end = await init(prompts)

    expect(end.code).toBe(0)
    expect(end.stderr).toContain('choose at least one')
  })

  it('replaces a configuration only after a yes', async () => {
    await init(scriptPrompts(answers()))
    writeFileSync(configFile(), 'mine')

    const refused = await init(scriptPrompts([false]))
    const kept = readFileSync(configFile(), 'utf8')
    const agreed = await init(scriptPrompts([true, ...answers()]))

    expect([refused.code, agreed.code]).toEqual([1, 0])
    expect(refused.stderr).toContain('Nothing was changed')
    expect(kept).toBe('mine')
    expect(readFileSync(configFile(), 'utf8')).toContain('connections')
  })

  it('keeps the other lines of .env, and other secrets unless a yes says otherwise', async () => {
    writeFileSync(envFile(), '# mine\nOTHER=1\nALEXIS_TOKEN=older\n')

    const refused = await init(scriptPrompts([...answers(), false]))
    const written = existsSync(configFile())
    const agreed = await init(scriptPrompts([...answers(), true]))

    expect([refused.code, written, agreed.code]).toEqual([1, false, 0])
    expect(readFileSync(envFile(), 'utf8')).toMatch(/^# mine\nOTHER=1\nALEXIS_TOKEN=/)
    expect(parseEnv(readFileSync(envFile()))).toMatchObject({
      OTHER: '1',
      ALEXIS_TOKEN: sandbox.alexis.token,
    })
  })

  it('says when a variable of the environment wins over what it wrote', async () => {
    const end = await init(scriptPrompts(answers()), { NMBRS_DOMAIN: 'elsewhere' })

    expect(end.stdout).toContain('NMBRS_DOMAIN is set in the environment')
    expect(end.stdout).not.toContain('elsewhere')
  })
})

describe('.env', () => {
  const settings = { ALEXIS_TOKEN: 'new', NMBRS_TOKEN: 'b c' }

  it.each([
    ['an empty file', '', "ALEXIS_TOKEN=new\nNMBRS_TOKEN='b c'\n"],
    ['other lines', '# a\n\nX=1\n\n\n', "# a\n\nX=1\nALEXIS_TOKEN=new\nNMBRS_TOKEN='b c'\n"],
    [
      'older values',
      'export ALEXIS_TOKEN=old\nX=1\nALEXIS_TOKEN = older\n',
      "X=1\nALEXIS_TOKEN=new\nNMBRS_TOKEN='b c'\n",
    ],
  ])('takes the settings into %s', (_what, before, after) => {
    expect(mergeEnv(before, settings)).toBe(after)
  })

  it('is not touched when a line of another value looks like one of ours', () => {
    const text = 'CERT="first\nALEXIS_TOKEN=inside\nlast"\n'

    expect(() => mergeEnv(text, settings)).toThrow(ConfigError)
  })

  it('gives back every value that can be written, and refuses the others', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (value) => {
        let text: string
        try {
          text = mergeEnv('', { TOKEN: value })
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError)
          return
        }
        expect(parseEnv(text)).toEqual({ TOKEN: value })
      }),
    )
  })

  it('tells which settings have another value', () => {
    expect(findOtherValues('ALEXIS_TOKEN=old\nNMBRS_TOKEN=\n', settings)).toEqual(['ALEXIS_TOKEN'])
  })
})
