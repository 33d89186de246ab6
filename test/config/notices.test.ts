import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

const environment = {
  ...env,
  SMTP_PASSWORD: 'smtp-password-of-a-test',
  NOTICE_SECRET: 'notice-secret-of-a-test',
}

const load = async (text: string) => {
  await folder.write('config/nmbrs-sync.yaml', configText + text)
  return folder.load({ env: environment })
}

const whole = `notices:
  on: [failed]
  repeat: always
  email:
    host: smtp.acme.example
    username: api
    password: \${SMTP_PASSWORD}
    from: nmbrs-sync@acme.example
    to: [payroll@acme.example, beheer@acme.example]
  webhook:
    url: https://hooks.acme.example/in?key=1
    secret: \${NOTICE_SECRET}
`

describe('the notices of the configuration', () => {
  it('are nobody when they are left out', async () => {
    expect((await load('')).config.notices).toBeUndefined()
  })

  it('are read whole, with secrets that do not show', async () => {
    const { config, warnings } = await load(whole)

    expect(warnings).toEqual([])
    expect(config.notices).toMatchObject({
      on: ['failed'],
      repeat: 'always',
      email: { host: 'smtp.acme.example', port: 587, secure: false, login: { username: 'api' } },
    })
    expect(config.notices?.email?.login?.password.reveal()).toBe('smtp-password-of-a-test')
    expect(config.notices?.webhook?.url.reveal()).toBe('https://hooks.acme.example/in?key=1')
    expect(JSON.stringify(config.notices)).not.toMatch(/of-a-test|hooks/)
  })

  it('tell of everything, each once, unless they say otherwise', async () => {
    const { config } = await load(`notices:
  email: { host: smtp.acme.example, secure: true, from: a@acme.example, to: [b@acme.example] }
`)

    expect(config.notices).toMatchObject({
      on: ['failed', 'held', 'quarantined', 'not-ready', 'recovered'],
      repeat: 'changes',
      email: { port: 465, login: undefined },
      webhook: undefined,
    })
  })

  it.each([
    { what: 'no channel', text: 'notices: { on: [failed] }', key: 'notices' },
    { what: 'an unknown kind', text: whole.replace('[failed]', '[faild]'), key: 'notices.on[0]' },
    { what: 'nobody to write to', text: whole.replace(/to: \[.*\]/, 'to: []'), key: 'notices.email.to' },
    {
      what: 'no address',
      text: whole.replace('payroll@acme.example', 'payroll'),
      key: 'notices.email.to[0]',
    },
    {
      what: 'a user without a password',
      text: whole.replace(/ +password.*\n/, ''),
      key: 'notices.email.password',
    },
    { what: 'plain http', text: whole.replace('https:', 'http:'), key: 'notices.webhook.url' },
    {
      what: 'a short secret',
      text: whole.replace('${NOTICE_SECRET}', 'short'),
      key: 'notices.webhook.secret',
    },
  ])('are refused with $what', async ({ text, key }) => {
    const problems = await folder.problems(configText + text, environment)

    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.key)).toEqual([
      key,
    ])
  })

  it('never show a secret that is too short', async () => {
    const problems = await folder.problems(
      configText + whole.replace('${NOTICE_SECRET}', 'hunter-two'),
      environment,
    )

    expect(problems.map(({ key }) => key)).toContain('notices.webhook.secret')
    expect(JSON.stringify(problems)).not.toContain('hunter')
  })

  it('warn of a secret that stands in the file', async () => {
    const { warnings } = await load(
      whole.replace('${SMTP_PASSWORD}', 'hunter-two').replace('${NOTICE_SECRET}', 'a-secret-in-the-file'),
    )

    expect(warnings.map(({ key }) => key)).toEqual(['notices.email.password', 'notices.webhook.secret'])
    expect(JSON.stringify(warnings)).not.toMatch(/hunter-two|a-secret-in/)
  })
})

describe('the log of the configuration', () => {
  it('keeps ten files of twenty megabytes unless it says otherwise', async () => {
    expect((await load('')).config.log).toMatchObject({ maxBytes: 20_000_000, keepFiles: 10 })
    expect((await load('log: { maxSizeMb: 0.5, keepFiles: 2 }\n')).config.log).toMatchObject({
      maxBytes: 500_000,
      keepFiles: 2,
    })
  })
})

describe('the heartbeat of the daemon', () => {
  const failure = async (url: string): Promise<string> => {
    const error = await load(`daemon: { heartbeat: '${url}' }\n`).catch((caught: unknown) => caught)
    return JSON.stringify(error) + String(error)
  }

  it('is read and does not show', async () => {
    const { config } = await load("daemon: { heartbeat: 'https://monitor.example/ping/of-a-test' }\n")

    expect(config.heartbeat?.reveal()).toBe('https://monitor.example/ping/of-a-test')
    expect(JSON.stringify(config)).not.toContain('of-a-test')
  })

  it.each([
    'https://user:of-a-test@monitor.example/ping',
    'http://monitor.example/of-a-test',
    'ftp://monitor.example/of-a-test',
    'monitor.example/of-a-test',
  ])('is refused as %s, and a wrong one is not echoed', async (url) => {
    const said = await failure(url)

    expect(said).toContain('daemon.heartbeat')
    expect(said).not.toContain('of-a-test')
  })
})
