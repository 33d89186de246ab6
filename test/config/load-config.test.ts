import { copyFile, mkdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { findSoapAccount } from '../../src/config/nmbrs-accounts.js'
import { ConfigError } from '../../src/domain/errors.js'
import { configText, env, makeFolder, secondConnection, type Folder } from './a-config-folder.js'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
  await folder.write('config/nmbrs-sync.yaml', configText)
})

afterEach(() => folder.remove())

/** `line key`, in short. */
const places = (problems: readonly { line: number; key: string }[]): string[] =>
  problems.map(({ line, key }) => `${line} ${key}`)

describe('a key in the wrong group', () => {
  it.each([
    ['thresholds: { salary: 5 }', 'thresholds', 'this key under connections[]'],
    ['api: rest', 'api', 'this key under connections[].nmbrs'],
    ['defaults: { timezone: Europe/Berlin }', 'defaults.timezone', 'this key at the top of the file'],
    ['defaults: { nmbrs: { notices: {} } }', 'defaults.nmbrs.notices', 'this key at the top of the file'],
  ])('is told where it belongs: %s', async (line, key, expected) => {
    const problems = await folder.problems(`${configText}\n${line}\n`)

    expect(problems).toMatchObject([{ key, expected }])
  })

  it('is an unknown key where no group has it', async () => {
    const [one] = await folder.problems(`${configText}\ntresholds: {}\n`)

    expect(one?.expected).toMatch(/^(one of version|a known key)/)
  })
})

describe('a small configuration', () => {
  it('is filled with the defaults', async () => {
    const { config, warnings } = await folder.load()

    const { alexis, nmbrs, ...connection } = config.connections[0]!
    expect(warnings).toEqual([])
    expect({ ...config, connections: [] }).toEqual({
      version: 1,
      timezone: 'Europe/Amsterdam',
      state: {
        path: join(folder.cwd, 'data/nmbrs-sync.db'),
        keyFile: join(folder.cwd, 'data/state.key'),
        keepRunsDays: 400,
      },
      connections: [],
      endpoint: { host: '127.0.0.1', port: 9464, hosts: [] },
      heartbeat: undefined,
      notices: undefined,
      onboarding: { folders: [], remindAfterDays: 14 },
      log: { level: 'info', file: undefined, maxBytes: 20_000_000, keepFiles: 10 },
    })
    expect(alexis.baseUrl).toBe('https://api.alexishr.com/v1')
    expect(nmbrs).toMatchObject({
      api: 'soap',
      host: 'https://api.nmbrs.nl',
      domain: 'acme',
      maxCallsPerSecond: 100,
    })
    expect(connection).toEqual({
      name: 'acme',
      companies: [{ sourceId: '65f1c0ffee0000000000000a', targetId: '1234', targetName: 'Acme B.V.' }],
      mapping: resolve('mappings/alexis-nmbrs.yaml'),
      scope: { active: true, employees: [] },
      match: {
        rules: [
          { name: 'employeeNumber+birthDate', attributes: ['employeeNumber', 'birthDate'] },
          { name: 'employeeNumber+lastName', attributes: ['employeeNumber', 'lastName'] },
          { name: 'workEmail+birthDate', attributes: ['workEmail', 'birthDate'] },
          { name: 'lastName+birthDate+firstName', attributes: ['lastName', 'birthDate', 'firstName'] },
        ],
      },
      thresholds: {
        create: { max: 10, percent: undefined },
        update: { max: 50, percent: 30 },
        bankAccount: { max: 3, percent: 10 },
        salary: { max: 10, percent: 20 },
        sameField: { percent: 80 },
        shrink: { percent: 20 },
      },
      holds: {
        bankAccountChange: 'always',
        identityFirstContact: 'hold',
        salaryChangePercent: 25,
        salaryBounds: {
          month: { min: 50, max: 25_000 },
          fourWeeks: { min: 50, max: 25_000 },
          week: { min: 12, max: 6_000 },
          hour: { min: 3, max: 250 },
        },
        hireDate: { pastYears: 60, futureDays: 366 },
        waitDays: 0,
        releasers: 1,
        expireDays: 30,
      },
      employment: { updateStartDate: false },
      schedule: undefined,
      onboarding: [],
      salary: { lookAheadDays: 0, beforeEmployment: 'hold' },
      reads: { bankSlice: 30 },
    })
  })

  it('gives the secrets only when asked', async () => {
    const { config } = await folder.load()

    const { alexis, nmbrs } = config.connections[0]!
    expect(alexis.token.reveal()).toBe(env.ALEXIS_TOKEN)
    expect(findSoapAccount(nmbrs)?.token.reveal()).toBe(env.NMBRS_TOKEN)
    expect(JSON.stringify(config)).not.toContain('token-of-a-test')
  })

  it('keeps an id and a name made of digits as they were typed', async () => {
    const text = configText
      .replace('65f1c0ffee0000000000000a', '650000000000000000000e12')
      .replace('Acme B.V.', '0042')
      .replace('${ALEXIS_TOKEN}', '00123456789012345678')
    await folder.write('config/nmbrs-sync.yaml', text)

    const { config } = await folder.load()

    const { alexis, companies } = config.connections[0]!
    expect(alexis.token.reveal()).toBe('00123456789012345678')
    expect(companies).toEqual([
      { sourceId: '650000000000000000000e12', targetId: '1234', targetName: '0042' },
    ])
  })
})

describe('the file', () => {
  it('is the one given, else the one of NMBRS_SYNC_CONFIG, else config/nmbrs-sync.yaml', async () => {
    const named = (zone: string): string => `timezone: ${zone}\n${configText}`
    await folder.write('given.yaml', named('Europe/Oslo'))
    await folder.write('variable.yaml', named('Europe/Stockholm'))
    const withVariable = { ...env, NMBRS_SYNC_CONFIG: 'variable.yaml' }

    const zones = [
      (await folder.load({ file: 'given.yaml', env: withVariable })).config.timezone,
      (await folder.load({ env: withVariable })).config.timezone,
      (await folder.load({ env: { ...env, NMBRS_SYNC_CONFIG: '' } })).config.timezone,
    ]

    expect(zones).toEqual(['Europe/Oslo', 'Europe/Stockholm', 'Europe/Amsterdam'])
  })

  it('is named in full in the result', async () => {
    expect((await folder.load()).file).toBe(join(folder.cwd, 'config/nmbrs-sync.yaml'))
  })

  it('is named when it is not there', async () => {
    const error: unknown = await folder.load({ file: 'nowhere.yaml' }).catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).message).toContain('nowhere.yaml')
    expect((error as ConfigError).problems).toMatchObject([
      { file: 'nowhere.yaml', found: 'none there (ENOENT)' },
    ])
  })
})

describe('a wrong configuration', () => {
  it('gives all its problems at once, each with its line', async () => {
    const text = `version: 1
timezone: Europe/Amsterdm
conections: []
connections:
  - name: Acme One
    alexis:
      baseUrl: http://api.alexishr.com/v1
      token: \${NOT_SET}
    nmbrs:
      api: json
      host: https://api.nmbrs.nl/soap
      username: \${NMBRS_USERNAME}
      token: \${file:/nowhere/at/all}
      domain: acme.nmbrs.nl
      maxCallsPerSecond: 151
    companies:
      - alexisCompanyId: 65f1
        nmbrsCompanyId: 0
    mapping: mappings/nowhere.yaml
    scope: { active: maybe }
    match:
      autoLink: [employeeNumber, workEmial+birthDate]
    thresholds:
      create: {}
      bankAccount: { max: 3, percnt: 10 }
    holds: { salaryChangePercent: -1, salaryBounds: { month: { min: 60, max: 50 } }, hireDate: { pastYears: -1, futureDays: 1.5 } }
schedule: { cron: "61 2 * * *" }
log: { level: loud }
`

    const problems = await folder.problems(text)

    expect(places(problems)).toEqual([
      '2 timezone',
      '3 conections',
      '5 connections[0].name',
      '7 connections[0].alexis.baseUrl',
      '8 connections[0].alexis.token',
      '10 connections[0].nmbrs.api',
      '11 connections[0].nmbrs.host',
      '13 connections[0].nmbrs.token',
      '14 connections[0].nmbrs.domain',
      '15 connections[0].nmbrs.maxCallsPerSecond',
      '17 connections[0].companies[0].alexisCompanyId',
      '17 connections[0].companies[0].nmbrsCompanyName',
      '18 connections[0].companies[0].nmbrsCompanyId',
      '19 connections[0].mapping',
      '20 connections[0].scope.active',
      '22 connections[0].match.autoLink[0]',
      '22 connections[0].match.autoLink[1]',
      '24 connections[0].thresholds.create',
      '25 connections[0].thresholds.bankAccount.percnt',
      '26 connections[0].holds.salaryChangePercent',
      '26 connections[0].holds.salaryBounds.month.min',
      '26 connections[0].holds.hireDate.pastYears',
      '26 connections[0].holds.hireDate.futureDays',
      '27 schedule.cron',
      '28 log.level',
    ])
    expect(problems.flatMap(({ suggestion }) => suggestion ?? [])).toEqual([
      'Europe/Amsterdam',
      'connections',
      'acme',
      'workEmail+birthDate',
      'percent',
    ])
  })

  it('says what was expected and what was found', async () => {
    const [problem] = await folder.problems(configText.replace('${NMBRS_DOMAIN}', 'acme.nmbrs.nl'))

    expect(problem).toEqual({
      severity: 'error',
      file: join('config', 'nmbrs-sync.yaml'),
      line: 9,
      key: 'connections[0].nmbrs.domain',
      expected: 'only the first part of your Nmbrs address: acme of acme.nmbrs.nl',
      found: 'acme.nmbrs.nl',
      suggestion: 'acme',
    })
  })

  it('shows no value that came from the environment, and no token', async () => {
    const text = configText
      .replace('${NMBRS_DOMAIN}', '${NMBRS_TOKEN}.nmbrs')
      .replace('${ALEXIS_TOKEN}', '[typed-token-of-a-test]')

    const problems = await folder.problems(text)

    expect(problems).not.toHaveLength(0)
    expect(JSON.stringify(problems)).not.toContain('token-of-a-test')
    expect(JSON.stringify(problems)).toContain('the value of ${NMBRS_TOKEN}')
  })

  it.each([
    ['nothing', ''],
    ['a list', '- version: 1'],
    ['broken YAML', 'version: [1'],
    ['nested without end', `${'- '.repeat(3000)}x`],
  ])('is a problem and no crash when it is %s', async (_, text) => {
    expect(await folder.problems(text)).not.toHaveLength(0)
  })

  it('may not use a name twice', async () => {
    const text = secondConnection((second) => second.replace('1234', '5678').replace('000a', '000b'))

    expect(places(await folder.problems(text))).toEqual(['14 connections[1].name'])
  })

  it('may not use a company of one environment twice', async () => {
    const text = secondConnection((second) => second.replace('name: acme', 'name: other'))

    expect(places(await folder.problems(text))).toEqual([
      '22 connections[1].companies[0].alexisCompanyId',
      '23 connections[1].companies[0].nmbrsCompanyId',
    ])
  })

  it.each([
    'HTTPS://api.nmbrs.nl',
    'https://API.NMBRS.NL/',
    'https://api.nmbrs.nl:443',
    'https://api.nmbrs.nl.',
    'https://api.nmbrs.nl.:443/',
  ])('may not share a company with a connection whose host is spelled %s', async (host) => {
    const text = secondConnection((second) =>
      second.replace('name: acme', 'name: other').replace('nmbrs:\n', `nmbrs:\n      host: ${host}\n`),
    )

    const problems = await folder.problems(text)
    await folder.write(
      'config/nmbrs-sync.yaml',
      configText.replace('nmbrs:\n', `nmbrs:\n      host: ${host}\n`),
    )
    const { config } = await folder.load()

    expect(problems.map(({ key }) => key)).toEqual([
      'connections[1].companies[0].alexisCompanyId',
      'connections[1].companies[0].nmbrsCompanyId',
    ])
    expect(config.connections[0]?.nmbrs).toMatchObject({ host: 'https://api.nmbrs.nl' })
  })

  it.each([
    ['state: { path: ./data/one.db, keyFile: data/one.db }', 'state.keyFile', 'another file than state.path'],
    ['state: { path: data/state.key }', 'state.keyFile', 'another file than state.path'],
    ['log: { file: data/nmbrs-sync.db }', 'log.file', 'another file than state.path'],
    ['log: { file: ./data/../data/state.key }', 'log.file', 'another file than state.keyFile'],
    [
      'state: { path: x.db, keyFile: ./x.db-wal }',
      'state.keyFile',
      'another file than those that SQLite keeps beside state.path',
    ],
    [
      'log: { file: data/nmbrs-sync.db-shm }',
      'log.file',
      'another file than those that SQLite keeps beside state.path',
    ],
    [
      'log: { file: config/../config/nmbrs-sync.yaml }',
      'log.file',
      'a file of its own; config/nmbrs-sync.yaml is read',
    ],
    ['log: { file: .env }', 'log.file', 'a file of its own; .env is read'],
    [
      'state: { path: config/nmbrs-sync.yaml }',
      'state.path',
      'a file of its own; config/nmbrs-sync.yaml is read',
    ],
    ['state: { keyFile: own.yaml }', 'state.keyFile', 'a file of its own; own.yaml is read'],
  ])('may not keep two things in one file: %s', async (line, key, expected) => {
    await copyFile('mappings/alexis-nmbrs.yaml', join(folder.cwd, 'own.yaml'))

    const problems = await folder.problems(`${configText}    mapping: own.yaml\n${line}\n`)

    expect(problems).toMatchObject([{ key, expected }])
  })

  it.each(['one.db', 'deeper/../one.db'])(
    'may not keep two things in one file by a link: %s',
    async (name) => {
      await mkdir(join(folder.cwd, 'deeper'))
      await symlink('one.db', join(folder.cwd, 'link.db'))

      const problems = await folder.problems(`${configText}state: { path: link.db, keyFile: ${name} }\n`)

      expect(problems).toMatchObject([{ key: 'state.keyFile', expected: 'another file than state.path' }])
    },
  )

  it('may not keep two things in one file by an absolute path', async () => {
    const key = join(folder.cwd, 'data/nmbrs-sync.db')

    const problems = await folder.problems(`${configText}state: { keyFile: ${key} }\n`)

    expect(problems).toMatchObject([{ key: 'state.keyFile', expected: 'another file than state.path' }])
  })

  it('knows the state file by the name that it has behind links, also before it is made', async () => {
    await symlink('second.db', join(folder.cwd, 'first.db'))
    await symlink('elsewhere/state.db', join(folder.cwd, 'second.db'))
    await folder.write('config/nmbrs-sync.yaml', `${configText}state: { path: first.db }\n`)

    const { config } = await folder.load()

    expect(config.state.path).toBe(join(folder.cwd, 'elsewhere/state.db'))
  })

  it.each([
    ['state: { path: "a\\0b" }', 'state.path', 'a path without line breaks and control characters'],
    ['state: { keyFile: "a\\nb" }', 'state.keyFile', 'a path without line breaks and control characters'],
    ['log: { file: "  " }', 'log.file', 'a file the log is also written to'],
    ['onboarding: { folders: ["\\t"] }', 'onboarding.folders[0]', 'a folder'],
  ])('may not name a file that no one can see: %s', async (line, key, expected) => {
    expect(await folder.problems(`${configText}${line}\n`)).toMatchObject([{ key, expected }])
  })

  it.each(['Bearer one', 'token: one', 'one\ntwo', 'onetwö', 'one\u001b'])(
    'takes no token that more was copied into: %j',
    async (token) => {
      const problems = await folder.problems(configText, { ...env, ALEXIS_TOKEN: token, NMBRS_TOKEN: token })

      const expected = 'the token alone, without "Bearer", line breaks and letters with accents'
      expect(problems).toMatchObject([
        { key: 'connections[0].alexis.token', expected, found: 'the value of ${ALEXIS_TOKEN}' },
        { key: 'connections[0].nmbrs.token', expected, found: 'the value of ${NMBRS_TOKEN}' },
      ])
    },
  )

  it('takes a token with blanks around or in it, and none that is blank', async () => {
    expect(await folder.problems(configText, { ...env, ALEXIS_TOKEN: ' one\r\n' })).toEqual([])
    expect(await folder.problems(configText, { ...env, NMBRS_TOKEN: 'token of the test' })).toEqual([])
    expect(await folder.problems(configText, { ...env, ALEXIS_TOKEN: ' ' })).toMatchObject([
      { key: 'connections[0].alexis.token' },
    ])
  })

  it('may not call a company by blanks', async () => {
    const text = configText.replace('Acme B.V.', '"  "')

    expect(await folder.problems(text)).toMatchObject([
      { key: 'connections[0].companies[0].nmbrsCompanyName' },
    ])
  })

  it('suggests nothing from a value of the environment', async () => {
    const inEnvironment = { ...env, NMBRS_DOMAIN: 'https://secretdomain.nmbrs.nl', LEVEL: 'warm' }

    const text = `${configText}log: { level: '\${LEVEL}' }\n`
    const problems = await folder.problems(text, inEnvironment)

    expect(problems.map(({ key }) => key)).toEqual(['connections[0].nmbrs.domain', 'log.level'])
    expect(JSON.stringify(problems)).not.toMatch(/secretdomain|suggestion/)
  })

  it('may use the same company numbers in another environment', async () => {
    const text = secondConnection((second) =>
      second
        .replace('name: acme', 'name: other')
        .replace('nmbrs:\n', 'nmbrs:\n      host: https://api-sandbox.nmbrs.nl\n'),
    )

    expect(await folder.problems(text)).toEqual([])
  })

  it.each([
    'http://localhost:8080/v1',
    'http://127.0.0.1:8080/v1',
    'http://127.1.2.3/v1',
    'http://[::1]:8080/v1',
    'https://api.alexishr.com/v1/',
  ])('may have the address %s', async (url) => {
    const text = configText.replace('alexis:\n', `alexis:\n      baseUrl: ${url}\n`)

    expect(await folder.problems(text)).toEqual([])
  })

  it.each([
    'http://api.alexishr.com/v1',
    'http://127.0.0.1.evil.example/v1',
    'http://localhost.evil.example/v1',
    'http://0.0.0.0/v1',
    'http://[::2]/v1',
    'https://user:pass@api.alexishr.com/v1',
    'https://api.alexishr.com/v1?token=x',
    'https://api.alexishr.com/v1?',
    '"https://api.alexishr.com/v1#"',
    'https://./v1',
    'ftp://api.alexishr.com/v1',
    'api.alexishr.com/v1',
  ])('may not have the address %s', async (url) => {
    const text = configText.replace('alexis:\n', `alexis:\n      baseUrl: ${url}\n`)

    expect(places(await folder.problems(text))).toEqual(['5 connections[0].alexis.baseUrl'])
  })

  it.each(['employeeNumber', 'workEmail', 'birthDate+birthDate', 'shoeSize+birthDate', '+', ''])(
    'may not have the match rule %j',
    async (rule) => {
      const problems = await folder.problems(`${configText}    match: { autoLink: ["${rule}"] }\n`)

      expect(problems.map(({ key }) => key)).toEqual(['connections[0].match.autoLink[0]'])
    },
  )

  it.each(['+02:00', 'Etc/GMT-1', 'Amsterdam', 'Mars/Base'])(
    'may not have the time zone %s',
    async (zone) => {
      expect(places(await folder.problems(`timezone: "${zone}"\n${configText}`))).toEqual(['1 timezone'])
    },
  )
})

describe('holds', () => {
  it.each([
    ['waitDays: 30', ['connections[0].holds.expireDays']],
    ['waitDays: 29', []],
    ['waitDays: 5, expireDays: 5', ['connections[0].holds.expireDays']],
    ['waitDays: 5, expireDays: 6', []],
  ])('must let a release count when the waiting days are over: %s', async (holds, wrong) => {
    const text = `${configText}    holds: { ${holds} }\n`

    const keys = (await folder.problems(text)).map(({ key }) => key)

    expect(keys).toEqual(wrong)
  })
})

describe('warnings', () => {
  it('are given for a token in the file itself, also as a default', async () => {
    const text = configText
      .replace('${ALEXIS_TOKEN}', 'typed-token-of-a-test')
      .replace('${NMBRS_TOKEN}', '${UNKNOWN:-typed-token-of-a-test}')
    await folder.write('config/nmbrs-sync.yaml', text)

    const { warnings } = await folder.load()

    expect(places(warnings)).toEqual(['5 connections[0].alexis.token', '8 connections[0].nmbrs.token'])
    expect(warnings.every(({ severity }) => severity === 'warning')).toBe(true)
    expect(JSON.stringify(warnings)).not.toContain('typed')
  })

  it('are given for a rule of names only', async () => {
    await folder.write(
      'config/nmbrs-sync.yaml',
      `${configText}    match: { autoLink: [firstName+lastName] }\n`,
    )

    expect(places((await folder.load()).warnings)).toEqual(['14 connections[0].match.autoLink[0]'])
  })
})

describe('a configuration with more problems than anybody reads', () => {
  it('shows some of them and says how many there are besides', async () => {
    const folder = await makeFolder()
    try {
      const text = `${configText}    scope: { employees: [${'nobody,'.repeat(500)}] }\n`

      const problems = await folder.problems(text)

      expect(problems).toHaveLength(201)
      expect(problems.map(({ found }) => found)).toContain('300 more than are shown')
    } finally {
      await folder.remove()
    }
  })
})
