import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse as parseEnv } from 'dotenv'
import { parse } from 'yaml'

import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { comeBack, findAddress, visit } from '../auth/rest-world.js'
import { runCommand, scriptPrompts, today, type CommandEnd } from '../cli-world.js'
import { freePort } from '../../support/free-port.js'

type Answer = Parameters<typeof scriptPrompts>[0][number]

let sandbox: Sandbox
let folder: string
let redirectUri: string
beforeAll(async () => {
  sandbox = await startSandbox({ people: 2, seed: 3, today, mix: 'all-linked' })
  sandbox.nmbrs.switches.restPersonalInfoOmits = 0
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-init-rest-'))
  redirectUri = `http://127.0.0.1:${await freePort()}/callback`
  sandbox.nmbrs.app.redirectUris = [redirectUri]
})
afterEach(() => {
  sandbox.nmbrs.faults.clear()
  rmSync(folder, { recursive: true, force: true })
})

const pick =
  (label: string) =>
  (labels: readonly string[]): number =>
    labels.findIndex((one) => one.startsWith(label))

/** The answers of somebody who gets everything right, by what is asked. */
const right = () => {
  const { app, host } = sandbox.nmbrs
  return {
    begin: ['acme', sandbox.alexis.baseUrl, sandbox.alexis.token, pick('REST')],
    hasApp: [pick('yes')],
    host: [pick('another'), host, ''],
    app: [app.clientId, app.clientSecret],
    key: [app.subscriptionKeys[0]!, ''],
    redirect: [redirectUri],
    scopes: [pick('what a sync needs')],
    login: [pick('on this machine')],
    pairs: [pick(sandbox.company.name), pick('months')],
    end: ['', pick('every night'), pick('no one yet')],
  } satisfies Record<string, readonly Answer[]>
}

const whole = (differs: Partial<Record<keyof ReturnType<typeof right>, readonly Answer[]>> = {}) =>
  Object.values({ ...right(), ...differs }).flat()

/** A person in a browser goes to every address that is printed. */
const init = async (answers: readonly Answer[]): Promise<CommandEnd & { asked: readonly string[] }> => {
  const prompts = scriptPrompts(answers)
  const end = await runCommand(['init'], {
    cwd: folder,
    prompts,
    isTerminal: true,
    onOutput: (text) => {
      const address = findAddress(text)
      if (address !== undefined) void visit(address).catch(() => undefined)
    },
  })
  return { ...end, asked: prompts.asked }
}

const filesText = (): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== '.env')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

describe('init over REST', () => {
  it('writes a configuration that works at once, with the consent kept and the secrets in .env only', async () => {
    const end = await init(whole())
    const doctor = await runCommand(['doctor'], { cwd: folder })
    const plan = await runCommand(['plan'], { cwd: folder })
    const { app } = sandbox.nmbrs
    const config = parse(readFileSync(join(folder, 'config/nmbrs-sync.yaml'), 'utf8')) as unknown

    expect([end.code, doctor.code, plan.code]).toEqual([0, 0, 0])
    expect(config).toMatchObject({
      connections: [
        {
          nmbrs: {
            api: 'rest',
            rest: {
              clientId: '${NMBRS_CLIENT_ID}',
              clientSecret: '${NMBRS_CLIENT_SECRET}',
              subscriptionKey: '${NMBRS_SUBSCRIPTION_KEY}',
              redirectUri,
            },
          },
          companies: [
            {
              nmbrsCompanyId: expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
              nmbrsCompanyName: sandbox.company.name,
              payrollPeriod: 'month',
            },
          ],
        },
      ],
    })
    expect(parseEnv(readFileSync(join(folder, '.env')))).toEqual({
      ALEXIS_TOKEN: sandbox.alexis.token,
      NMBRS_CLIENT_ID: app.clientId,
      NMBRS_CLIENT_SECRET: app.clientSecret,
      NMBRS_SUBSCRIPTION_KEY: app.subscriptionKeys[0],
    })
    const secrets = [app.clientSecret, app.subscriptionKeys[0]!, sandbox.alexis.token]
    expect(secrets.filter((each) => (end.stdout + end.stderr + filesText()).includes(each))).toEqual([])
  })

  it('ends with a text for the vendor, in which the app and its scopes stand', async () => {
    const { stdout } = await init(whole())

    expect(stdout).toContain(`App: ${sandbox.nmbrs.app.clientId}.`)
    expect(stdout).toContain('scopes: offline_access, company.info.read, employee.info,')
    expect(stdout).toMatch(/Next: nmbrs-sync doctor\n$/)
  })

  it('goes through the steps at the vendor one by one, and can be left at each', async () => {
    const all = await init(whole({ hasApp: [pick('not yet'), ...Array<Answer>(5).fill(pick('yes'))] }))
    const left = await init([
      pick('replace it'),
      ...right().begin,
      pick('not yet'),
      pick('yes'),
      pick('it takes longer'),
    ])

    expect(all.code).toBe(0)
    expect(all.stderr.match(/^Step \d of 5: /gm)).toHaveLength(5)
    expect(left.code).toBe(1)
    expect(left.stderr.match(/^Step \d of 5: /gm)).toHaveLength(2)
    expect(left.stderr).toContain('nothing was changed')
  })

  const secondKey = () => ['wrong-secret', sandbox.nmbrs.app.subscriptionKeys[1] ?? '']

  it.each<[what: string, before: () => void, answers: () => readonly Answer[], again: readonly string[]]>([
    [
      'a client secret that is refused: the app and the login',
      () => undefined,
      () =>
        whole({
          app: [sandbox.nmbrs.app.clientId, 'wrong-secret'],
          login: [...right().login, ...right().app, ...right().login],
        }),
      ['Client id of the app', 'Client secret', 'Where is the browser?'],
    ],
    [
      'a key that is refused: the keys alone, without a new login',
      () => undefined,
      () => whole({ key: ['wrong-secret', ''], login: [...right().login, ...right().key] }),
      ['Primary subscription key', 'Secondary key'],
    ],
    [
      'a code that is refused: the login alone',
      () => {
        sandbox.nmbrs.faults.add({
          kind: 'body',
          status: 400,
          operation: 'requestToken',
          body: '{"error":"invalid_grant"}',
        })
      },
      () => whole({ login: [...right().login, ...right().login] }),
      ['Where is the browser?'],
    ],
    [
      'an address that answers no login: what the person says it was',
      () => undefined,
      () => whole({ login: [pick('elsewhere'), '', pick('nothing but the login'), ...right().login] }),
      ['The whole address', 'What shall be asked again?', 'Where is the browser?'],
    ],
  ])('asks again after %s', async (_what, before, answers, again) => {
    before()
    const { code, asked, stdout, stderr } = await init(answers())

    expect(code).toBe(0)
    const from = asked.findIndex((each) => each.startsWith('Where is the browser?'))
    const repeated = asked.slice(
      from + 1,
      asked.findIndex((each) => each.startsWith('Which Nmbrs company is')),
    )
    expect(repeated.map((each) => again.find((one) => each.startsWith(one)) ?? each)).toEqual(again)
    expect(stdout + stderr + filesText()).not.toContain('wrong-secret')
  })

  it('takes the secondary key while the primary one is refused', async () => {
    const { code } = await init(whole({ key: secondKey() }))

    expect(code).toBe(0)
    expect(parseEnv(readFileSync(join(folder, '.env')))).toMatchObject({
      NMBRS_SUBSCRIPTION_KEY_SECONDARY: sandbox.nmbrs.app.subscriptionKeys[1],
    })
  })

  it('takes an address that was pasted, and shows nothing of it', async () => {
    let pasted = ''
    const prompts = scriptPrompts(whole({ login: [pick('elsewhere')] }))
    const plain = { ...prompts }
    let came: Promise<string> = Promise.resolve('')
    prompts.askSecret = async (question) => {
      if (!question.message.startsWith('The whole address')) return plain.ask(question)
      pasted = await came
      return pasted
    }
    const end = await runCommand(['init'], {
      cwd: folder,
      prompts,
      isTerminal: true,
      onOutput: (text) => {
        const address = findAddress(text)
        if (address !== undefined) came = comeBack(address)
      },
    })

    expect(end.code).toBe(0)
    const code = new URL(pasted).searchParams.get('code')!
    expect(end.stdout + end.stderr + filesText()).not.toContain(code)
  })

  it('adds an employer who consents to the same app', async () => {
    await init(whole())
    const { companies } = sandbox.alexis.data
    companies.push({ ...companies[0]!, id: '65f1c0ffee0000000000000b', name: 'Other B.V.' })
    const end = await init([
      pick('add'),
      'other',
      pick('those of acme (rest)'),
      ...right().login,
      (): number => 0,
      pick('weeks'),
    ])
    companies.pop()
    const status = await runCommand(['auth', 'status', '--json'], { cwd: folder })
    const written = parse(readFileSync(join(folder, 'employers/other.yaml'), 'utf8')) as unknown

    expect([end.code, status.code]).toEqual([0, 0])
    expect(written).toMatchObject({
      nmbrs: { rest: { clientSecret: '${NMBRS_CLIENT_SECRET}' } },
      companies: [{ alexisCompanyId: '65f1c0ffee0000000000000b', payrollPeriod: 'week' }],
    })
    const consents = JSON.parse(status.stdout) as { connection: string; consent: string }[]
    expect(consents).toMatchObject([
      { connection: 'acme', consent: 'ok' },
      { connection: 'other', consent: 'ok' },
    ])
  })

  it('takes the consent back when the person leaves afterwards', async () => {
    const answers = whole()
    const { code } = await init(answers.slice(0, answers.length - 3))
    const names = sandbox.nmbrs.calls.records.map(({ operation }) => operation)

    expect(code).toBe(1)
    expect(names.filter((name) => name === 'revokeToken')).toHaveLength(2)
    expect(readdirSync(folder)).toEqual([])
  })
})
