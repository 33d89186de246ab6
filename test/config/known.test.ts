import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { fingerprintConfig } from '../../src/config/config-fingerprint.js'
import { defaultScopes, type RestAccount } from '../../src/config/nmbrs-accounts.js'
import { knownRows } from '../../src/domain/addresses/rest-known.js'
import { unknowns } from '../../src/target/nmbrs-rest/rehearsal/unknowns.js'
import { aMapping } from '../mapping/a-mapping.js'
import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

const text = configText.replace(
  '    nmbrs:\n',
  `    nmbrs:
      rest:
        clientId: PartnerApp_acme_1
        clientSecret: \${SECRET_OF_APP}
        subscriptionKey: \${SECRET_OF_APP}
        known: config/known.json
`,
)
const withSecret = { ...env, SECRET_OF_APP: 'secret-of-a-test' }
const host = 'https://api.nmbrsapp.com'

let folder: Folder
beforeEach(async () => {
  folder = await makeFolder()
})
afterEach(() => folder.remove())

const load = async (known: string, config = text) => {
  await folder.write('config/known.json', known)
  await folder.write('config/nmbrs-sync.yaml', config)
  const { config: loaded, warnings } = await folder.load({ env: withSecret })
  return { rest: loaded.connections[0]!.nmbrs.rest!, warnings, connection: loaded.connections[0]!, loaded }
}

/** Lines as the rehearsal writes them: two blanks for each step. */
const toFile = (rows: readonly object[], more: object = {}): string =>
  JSON.stringify({ version: 1, host, rows, ...more }, null, 2)

const knownOf = async (row: number, value: string | null, more: object = {}): Promise<RestAccount['known']> =>
  (await load(toFile([{ row, value, ...more }]))).rest.known

describe('what is known of REST', () => {
  it('is called as the rehearsal calls it', () => {
    for (const [name, row] of Object.entries(knownRows))
      expect(unknowns.find((one) => one.row === row)?.name).toBe(name)
  })

  it.each([
    [6, 'add', { secondAddress: 'taken' }],
    [6, 'replace', { secondAddress: 'taken' }],
    [6, 'refuse400', { secondAddress: 'refused' }],
    [6, 'refuse409', { secondAddress: 'refused' }],
    [14, 'works', { employeeFilter: 'works' }],
    [14, 'ignored', { employeeFilter: 'ignored' }],
    [14, 'mixed', undefined],
    [24, 'none', { largePages: true }],
    [24, 'cut', undefined],
    [33, '0', { readLagMs: 0 }],
    [33, '1012 ms', { readLagMs: 1012 }],
    [33, 'more than 4012 ms', undefined],
    [33, '60000 ms', undefined],
    [36, 'everybody', undefined],
    [37, '0', undefined],
    [9, 'accept', undefined],
  ])('of row %d, %s is made use of where that saves something: %j', async (row, value, known) => {
    expect(await knownOf(row, value)).toEqual(known)
  })

  it.each([
    [15, 'payment', ['employee.payment', 'employee.payment.read']],
    [15, 'employment', []],
    [16, 'bankaccount', ['employee.bankaccount', 'employee.bankaccount.read']],
    [16, 'info', []],
    [17, 'company.payrollsettings.read', ['company.payrollsettings.read']],
    [17, 'company.info.read', []],
  ])('of row %d, %s asks for more than the usual scopes: %j', async (row, value, scopes) => {
    const { rest } = await load(toFile([{ row, value }]))
    expect(rest.scopes).toEqual([...defaultScopes, ...scopes])
  })

  it('asks for the scopes of several rows, and leaves a list in the configuration alone', async () => {
    const rows = [
      { row: 15, value: 'payment' },
      { row: 16, value: 'bankaccount' },
    ]
    const { rest } = await load(toFile(rows))
    const own = await load(toFile(rows), text.replace('known:', 'scopes: [employee.info]\n        known:'))

    expect(rest.scopes.slice(defaultScopes.length)).toHaveLength(4)
    expect(own.rest.scopes).toEqual(['employee.info'])
  })

  it('leaves out what was found in part or not tried', async () => {
    expect(await knownOf(14, 'works', { result: 'partly', note: 'one list is open' })).toBeUndefined()
    expect(await knownOf(14, null, { result: 'not-tried', note: null })).toBeUndefined()
  })

  it('is not made use of at another host, and says so', async () => {
    const { rest, warnings } = await load(
      toFile([{ row: 14, value: 'works' }], { host: 'http://127.0.0.1:1' }),
    )

    expect(rest.known).toBeUndefined()
    expect(warnings.filter(({ key }) => key.endsWith('known'))).toMatchObject([
      {
        severity: 'warning',
        key: 'connections[0].nmbrs.rest.known',
        found: 'a rehearsal at http://127.0.0.1:1',
      },
    ])
  })

  it('changes what a saved plan belongs to only where it decides what is planned', async () => {
    const fingerprints: string[] = []
    for (const rows of [[], [{ row: 14, value: 'ignored' }], [{ row: 6, value: 'refuse400' }]]) {
      const { connection } = await load(toFile(rows), text.replace('nmbrs:\n', 'nmbrs:\n      api: rest\n'))
      fingerprints.push(fingerprintConfig(connection, aMapping()))
    }
    expect(fingerprints[1]).toBe(fingerprints[0])
    expect(fingerprints[2]).not.toBe(fingerprints[0])
  })

  it.each([
    [
      'a key that it does not have',
      toFile([{ row: 6, value: 'add', hint: '' }]),
      'rows[0].hint',
      'one of row',
      8,
    ],
    ['a row that is none', toFile([{ row: 39, value: 'add' }]), 'rows[0].row', 'from 1 to 38', 6],
    ['a value of another row', toFile([{ row: 6, value: 'works' }]), 'rows[0].value', 'add, replace', 7],
    [
      'a name of another row',
      toFile([{ row: 6, name: 'pkce', value: 'add' }]),
      'rows[0].name',
      'secondAddress',
      7,
    ],
    [
      'a row twice',
      toFile([
        { row: 6, value: 'add' },
        { row: 6, value: 'replace' },
      ]),
      'rows[1].row',
      'each row once',
      10,
    ],
    ['another version', toFile([]).replace('"version": 1', '"version": 2'), 'version', '1', 2],
    ['no rows', `{ "version": 1, "host": "${host}" }`, 'rows', 'a list of rows', 1],
  ])('names file, key and line of %s', async (_what, known, key, expected, line) => {
    await folder.write('config/known.json', known)
    const problems = await folder.problems(text, withSecret)

    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'config/known.json', key, line, expected: expect.stringContaining(expected) },
    ])
  })

  it.each([
    ['is not there', undefined],
    ['is no YAML', '{ "version": 1,'],
  ])('is refused when the file %s', async (_what, known) => {
    if (known !== undefined) await folder.write('config/known.json', known)
    const problems = await folder.problems(text, withSecret)

    expect(problems).toHaveLength(1)
    expect(problems[0]!.file).toMatch(known === undefined ? /nmbrs-sync\.yaml$/ : /known\.json$/)
  })

  it('starts at the base folder, as every path does', async () => {
    const { rest } = await load(toFile([{ row: 24, value: 'none' }]))
    expect(rest.known).toEqual({ largePages: true })
  })
})
