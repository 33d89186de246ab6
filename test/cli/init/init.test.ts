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
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse as parseEnv } from 'dotenv'
import fc from 'fast-check'
import { parse } from 'yaml'

import { findOtherValues, mergeEnv } from '../../../src/cli/commands/init/env-file.js'
import { ConfigError } from '../../../src/domain/errors.js'
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { runCommand, scriptPrompts, today } from '../cli-world.js'

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
const overSoap = (labels: readonly string[]): number => labels.indexOf('SOAP')
/** No pilot group, a sync every night, and nobody who is told. */
const asUsual = [
  '',
  (labels: readonly string[]) => labels.indexOf('every night at 2:00'),
  (labels: readonly string[]) => labels.indexOf('no one yet'),
]
const first = (): number => 0
const last = (labels: readonly string[]): number => labels.length - 1

/** The answers of somebody who gets everything right, in the order of the questions. */
const answers = (differs: { alexisToken?: string; pair?: (labels: readonly string[]) => number } = {}) => [
  'acme',
  sandbox.alexis.baseUrl,
  differs.alexisToken ?? sandbox.alexis.token,
  overSoap,
  anotherAddress,
  sandbox.nmbrs.host,
  sandbox.nmbrs.account.username,
  sandbox.nmbrs.account.domain,
  sandbox.nmbrs.account.token,
  differs.pair ?? first,
  ...asUsual,
]

const init = (prompts: ReturnType<typeof scriptPrompts>, env: Record<string, string> = {}) =>
  runCommand(['init'], { cwd: folder, prompts, env, isTerminal: true })

describe('init', () => {
  it('writes a configuration that works, with the secrets in .env only', async () => {
    const end = await init(scriptPrompts(answers()))
    const doctor = await runCommand(['doctor'], { cwd: folder })

    expect(end.code).toBe(0)
    expect(end.stdout).toMatch(
      /^Written: config\/nmbrs-sync.yaml and .env\n[^\n]*\nNext: nmbrs-sync doctor\n$/,
    )
    expect(doctor.code).toBe(0)
    const config = readFileSync(configFile(), 'utf8')
    for (const secret of [sandbox.alexis.token, sandbox.nmbrs.account.token]) {
      expect(config).not.toContain(secret)
      expect(end.stdout + end.stderr).not.toContain(secret)
    }
    expect(config).toContain(sandbox.company.name)
    expect(config).toContain('cron: 0 2 * * *')
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

    expect(end.stdout.replace(/\n +/g, ' ')).toContain(
      `Written: ${config} and ${join(folder, 'acme', '.env')}`,
    )
    expect(doctor.code).toBe(0)
    expect(readdirSync(elsewhere)).toEqual([])
    // Doctor only reads; the first plan makes the state file.
    expect(existsSync(join(folder, 'acme', 'data', 'nmbrs-sync.db'))).toBe(false)
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

  it('says why a token is refused and asks for the token alone, and lets the person say which answer it was when that does not help', async () => {
    const right = answers()
    const { token } = sandbox.nmbrs.account
    const secondOf = (labels: readonly string[]): number => labels.indexOf('the domain')
    const end = await init(
      scriptPrompts([
        ...right.slice(0, 2),
        'wrong-one',
        ...right.slice(2, 7),
        'elsewhere',
        'wrong-two',
        token,
        secondOf,
        sandbox.nmbrs.account.domain,
        ...right.slice(9),
      ]),
    )

    expect(end).toMatchObject({ code: 0 })
    expect(end.stderr.match(/^AlexisHR: /gm)).toHaveLength(1)
    expect(end.stderr.match(/^Nmbrs: /gm)).toHaveLength(2)
    expect(end.stderr).not.toMatch(/\.\s*\./)
    expect(end.stderr).not.toMatch(/AlexisHR: AlexisHR|Nmbrs: Nmbrs/)
    expect(end.stdout + end.stderr).not.toMatch(/wrong-(?:one|two)/)
  })

  it('asks again for an address that would carry tokens in the clear', async () => {
    const [name = '', url = '', ...rest] = answers()
    const prompts = scriptPrompts([name, 'http://alexis.example/v1', url, ...rest])

    const end = await init(prompts)

    expect(end.code).toBe(0)
    expect(prompts.asked).toContain(
      'Address of the AlexisHR API (nothing: https://api.alexishr.com/v1) (It must be https:// (plain http only to this machine))',
    )
  })

  it('wants at least one pair of companies', async () => {
    const prompts = scriptPrompts([...answers({ pair: last }).slice(0, -asUsual.length), first, ...asUsual])

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

  it('adds a connection to a configuration that can be used, with the accounts of one that is there', async () => {
    await init(scriptPrompts(answers()))
    const before = parseEnv(readFileSync(envFile()))

    const add = (labels: readonly string[]): number => labels.indexOf('add a connection to it')
    const leave = (labels: readonly string[]): number => labels.indexOf('leave it as it is')
    const none = await init(scriptPrompts([add, 'acme', 'other', first]))
    const left = await init(scriptPrompts([leave]))

    const { companies } = sandbox.alexis.data
    companies.push({ ...companies[0]!, id: '65f1c0ffee0000000000000b', name: 'Other B.V.' })
    const added = await init(scriptPrompts([add, 'acme', 'other', first, first]))
    companies.pop()
    const list = await runCommand(['connection', 'list', '--json'], { cwd: folder })

    expect(added).toMatchObject({
      code: 0,
      stdout: 'Written: employers/other.yaml\nNext: nmbrs-sync doctor --connection other\n',
    })
    expect(list.stdout).toContain('65f1c0ffee0000000000000b')
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toContain(
      'There is no company that no connection has in AlexisHR; nothing was changed',
    )
    expect([left.code, parseEnv(readFileSync(envFile()))]).toEqual([1, before])
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

  it('writes a pilot group, and no schedule for somebody who syncs by hand', async () => {
    const [one, other] = sandbox.alexis.data.employees.map(({ id }) => id)
    const byHand = (labels: readonly string[]): number => labels.indexOf('never; only by hand')

    const begun = answers().slice(0, -asUsual.length)
    await init(scriptPrompts([...begun, `${one}, ${other}`, byHand, asUsual[2]!]))
    const config = parse(readFileSync(configFile(), 'utf8')) as { connections: [{ scope: unknown }] }

    expect(config.connections[0].scope).toEqual({ employees: [one, other] })
    expect(config).not.toHaveProperty('schedule')
  })

  it('takes a pilot group by names and numbers, and asks again where a text means no one', async () => {
    const [one, other] = sandbox.alexis.data.employees
    const name = `${one?.firstName ?? ''} ${one?.lastName ?? ''}`

    const begun = answers().slice(0, -asUsual.length)
    const end = await init(
      scriptPrompts([
        ...begun,
        'Nowhere Man',
        `${name}, ${other?.employeeNumber ?? ''}`,
        ...asUsual.slice(1),
      ]),
    )
    const config = parse(readFileSync(configFile(), 'utf8')) as { connections: [{ scope: unknown }] }

    expect(end.stderr).toContain('AlexisHR has no Nowhere Man in these companies.')
    expect(end.stderr).toContain(`${name}: ${name}`)
    expect(config.connections[0].scope).toEqual({ employees: [one?.id, other?.id] })
    expect(readFileSync(configFile(), 'utf8')).not.toContain(one?.lastName)
  })

  it('writes who is told by e-mail, asks again for each answer that is wrong, and keeps the login in .env', async () => {
    const byMail = (labels: readonly string[]): number => labels.indexOf('people, by e-mail')
    const prompts = scriptPrompts([
      ...answers().slice(0, -1),
      ...[byMail, 'https://mail.example.test', 'mail.example.test', 'none', '465'],
      ...[
        'sync',
        'sync@example.test',
        'a@example.test, b',
        'a@example.test, b@example.test',
        'me',
        'pa$$w0rd "x"',
      ],
      false,
    ])

    const end = await init(prompts)
    const check = await runCommand(['config', 'check'], { cwd: folder })

    expect([end.code, check.code]).toEqual([0, 0])
    const { notices } = parse(readFileSync(configFile(), 'utf8')) as { notices: unknown }
    expect(notices).toEqual({
      email: {
        ...{ host: 'mail.example.test', port: 465, secure: true, from: 'sync@example.test' },
        ...{ username: '${SMTP_USERNAME}', password: '${SMTP_PASSWORD}' },
        to: ['a@example.test', 'b@example.test'],
      },
    })
    expect(parseEnv(readFileSync(envFile()))).toMatchObject({
      SMTP_USERNAME: 'me',
      SMTP_PASSWORD: 'pa$$w0rd "x"',
    })
    expect(end.stdout + end.stderr).not.toContain('pa$$w0rd')
    expect(end.stdout).toContain('nmbrs-sync notices test')
  })

  it('makes a secret for a webhook in the form that receivers read, and shows neither it nor the address', async () => {
    const toProgram = (labels: readonly string[]): number => labels.indexOf('a program, by webhook')
    const url = 'https://hooks.example.test/t?key=abc'

    const end = await init(
      scriptPrompts([
        ...answers().slice(0, -1),
        toProgram,
        'http://hooks.example.test',
        url,
        'short',
        '',
        false,
      ]),
    )
    const check = await runCommand(['config', 'check'], { cwd: folder })

    expect([end.code, check.code]).toEqual([0, 0])
    expect(readFileSync(configFile(), 'utf8')).not.toContain('hooks.example.test')
    const { NOTICE_URL, NOTICE_SECRET = '' } = parseEnv(readFileSync(envFile()))
    expect(NOTICE_URL).toBe(url)
    expect(NOTICE_SECRET).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(end.stdout + end.stderr).not.toMatch(/whsec_|hooks\.example/)
  })

  it('sends a test notice, and asks again for the answer that it fails for until it is taken', async () => {
    const received: string[] = []
    const receiver = createServer((asked, answer) => {
      received.push(asked.url ?? '')
      answer.writeHead(asked.url === '/here' ? 204 : 404).end()
    })
    await new Promise<void>((resolve) => {
      receiver.listen(0, '127.0.0.1', resolve)
    })
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
    const toProgram = (labels: readonly string[]): number => labels.indexOf('a program, by webhook')
    const address = (labels: readonly string[]): number => labels.indexOf('the address of the webhook')

    const end = await init(
      scriptPrompts([...answers().slice(0, -1), toProgram, `${url}/there`, '', true, address, `${url}/here`]),
    )
    receiver.close()

    expect(end.code).toBe(0)
    expect(received).toEqual(['/there', '/here'])
    expect(end.stderr).toContain('webhook: not sent, the webhook answered with status 404')
    expect(end.stderr).toContain('webhook: sent, answered with status 204')
    expect(parseEnv(readFileSync(envFile())).NOTICE_URL).toBe(`${url}/here`)
  })

  it('goes on with what is not taken when the person leaves it', async () => {
    const toPeople = (labels: readonly string[]): number => labels.indexOf('people, by e-mail')
    const leave = (labels: readonly string[]): number => labels.indexOf('nothing; leave it like this for now')
    const mail = ['127.0.0.1', '1', 'sync@example.test', 'a@example.test', '']

    const end = await init(scriptPrompts([...answers().slice(0, -1), toPeople, ...mail, true, leave]))

    expect(end.code).toBe(0)
    expect(end.stderr).toMatch(/^email: not sent, /m)
    expect(readFileSync(configFile(), 'utf8')).toContain('port: 1')
  })

  it.each([
    ['a folder', 'there', /there is a folder\. Name a file in it/],
    ['below a file', 'file/nmbrs-sync.yaml', /cannot be written: .*a file where a folder should be/],
  ])('says before the first question that the configuration would be %s', async (_what, path, words) => {
    mkdirSync(join(folder, 'there'))
    writeFileSync(join(folder, 'file'), '')

    const end = await runCommand(['init', '--config', path], {
      cwd: folder,
      prompts: scriptPrompts([]),
      isTerminal: true,
    })

    expect(end.code).toBe(2)
    expect(end.stderr.replace(/\n +/g, ' ')).toMatch(words)
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'there'])
  })

  it('takes the domain out of a whole address', async () => {
    const { domain } = sandbox.nmbrs.account
    const all = answers().map((each) => (each === domain ? `https://${domain}.nmbrs.nl/` : each))

    expect((await init(scriptPrompts(all))).code).toBe(0)
    expect(parseEnv(readFileSync(envFile())).NMBRS_DOMAIN).toBe(domain)
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
