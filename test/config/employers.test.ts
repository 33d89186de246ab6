import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { findOrigin, mergeDefaults } from '../../src/config/document/merge-defaults.js'
import { findSoapAccount } from '../../src/config/nmbrs-accounts.js'
import { ConfigError } from '../../src/domain/errors.js'
import { findAt } from '../../src/yaml/key-path.js'
import { makeFolder, type Folder } from './a-config-folder.js'

const main = `version: 1
defaults:
  alexis:
    token: \${ALEXIS_TOKEN}
  nmbrs:
    username: \${NMBRS_USERNAME}
    token: \${NMBRS_TOKEN}
    domain: \${NMBRS_DOMAIN}
    maxCallsPerSecond: 20
  match:
    autoLink: [employeeNumber+birthDate, workEmail+birthDate]
  thresholds:
    update: { max: 5, percent: 10 }
connections:
  - ./employers/*.yaml
`

const employer = (id: number, more = ''): string => `companies:
  - alexisCompanyId: 65f1c0ffee000000000000${id}
    nmbrsCompanyId: 12${id}
    nmbrsCompanyName: Employer ${id} B.V.
${more}`

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
})

afterEach(() => folder.remove())

const problemsOf = async (): Promise<string[]> => {
  try {
    await folder.load()
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ file, line, key, expected, found }) =>
      `${file}:${line} ${key}: ${expected}, found ${found}`.replaceAll(folder.cwd, ''),
    )
  }
}

describe('one file for each employer', () => {
  it('is a connection named after its file, on top of the defaults', async () => {
    await folder.write('config/nmbrs-sync.yaml', main)
    await folder.write('employers/bakker.yaml', employer(11))
    await folder.write('employers/aalders.yaml', employer(12, 'match:\n  autoLink: []\n'))
    await folder.write(
      'employers/coenen.yaml',
      `name: coenen-nl\n${employer(13, 'nmbrs: { domain: coenen }\nthresholds: { update: { max: 90 } }\n')}`,
    )

    const { config, employerFiles, warnings } = await folder.load()

    expect(warnings).toEqual([])
    expect(config.connections.map(({ name }) => name)).toEqual(['aalders', 'bakker', 'coenen-nl'])
    expect(config.connections.map(({ match }) => match.rules.length)).toEqual([0, 2, 2])
    expect(config.connections.map(({ nmbrs }) => findSoapAccount(nmbrs))).toMatchObject([
      { domain: 'acme', maxCallsPerSecond: 20 },
      { domain: 'acme', maxCallsPerSecond: 20 },
      { domain: 'coenen', maxCallsPerSecond: 20 },
    ])
    expect(config.connections.map(({ thresholds }) => thresholds.update)).toEqual([
      { max: 5, percent: 10 },
      { max: 5, percent: 10 },
      { max: 90, percent: 10 },
    ])
    expect(employerFiles).toEqual(
      ['aalders', 'bakker', 'coenen'].map((name) => join(folder.cwd, 'employers', `${name}.yaml`)),
    )
  })

  it('stands beside connections of the configuration, and counts once however often it is named', async () => {
    const more = `  - ./employers/bakker.yaml\n  - name: own\n${employer(14).replaceAll(/^/gm, '    ')}`
    await folder.write('config/nmbrs-sync.yaml', `${main}${more.trimEnd()}\n`)
    await folder.write('employers/bakker.yaml', employer(11))

    const { config } = await folder.load()

    expect(config.connections.map(({ name }) => name)).toEqual(['bakker', 'own'])
  })

  it('may lie beside the configuration too, but not in both places', async () => {
    await folder.write('config/nmbrs-sync.yaml', main)
    await folder.write('config/employers/bakker.yaml', employer(11))
    const { config } = await folder.load()
    await folder.write('employers/bakker.yaml', employer(12))

    expect(config.connections.map(({ name }) => name)).toEqual(['bakker'])
    expect(await problemsOf()).toEqual([
      expect.stringMatching(/^config\/nmbrs-sync\.yaml:15 connections\[0\]: employer files in one place; /),
    ])
  })
})

describe('what is wrong', () => {
  it('is named in the file it stands in, by the keys of that file, and a default once', async () => {
    await folder.write(
      'config/nmbrs-sync.yaml',
      main
        .replace('maxCallsPerSecond: 20', 'maxCallsPerSecond: fast')
        .replace('    domain: ${NMBRS_DOMAIN}\n', ''),
    )
    await folder.write('employers/aalders.yaml', employer(11, 'holds: { releasers: 0 }\n'))
    await folder.write('employers/bakker.yaml', employer(12, 'nmbrs: { domain: b }\nholdz: {}\n'))

    expect(await problemsOf()).toEqual([
      expect.stringMatching(/^config\/nmbrs-sync\.yaml:8 defaults\.nmbrs\.maxCallsPerSecond: .*found fast$/),
      expect.stringMatching(/^employers\/aalders\.yaml:1 nmbrs\.domain: .*found nothing$/),
      expect.stringMatching(/^employers\/aalders\.yaml:5 holds\.releasers: /),
      expect.stringMatching(/^employers\/bakker\.yaml:6 holdz: /),
    ])
  })

  it.each([
    [
      'a pattern that finds nothing',
      main,
      {},
      /connections\[0\]: a connection, or a file or pattern.*found \.\/employers\/\*\.yaml/,
    ],
    [
      'an empty file',
      main,
      { 'employers/a.yaml': '' },
      /^employers\/a\.yaml:0 : a connection: .*found nothing/,
    ],
    ['a file that is no YAML', main, { 'employers/a.yaml': 'a: [1' }, /^employers\/a\.yaml:\d+ : YAML/],
    [
      'a doubled key',
      main,
      { 'employers/a.yaml': `${employer(11)}name: a\nname: b\n` },
      /^employers\/a\.yaml:6 name: each key once/,
    ],
    [
      'a file name that is no name',
      main,
      { 'employers/a b.yaml': employer(11) },
      /^employers\/a b\.yaml:\d name: /,
    ],
    [
      'a name twice',
      main,
      { 'employers/a.yaml': employer(11), 'employers/b.yaml': `name: a\n${employer(12)}` },
      /^employers\/b\.yaml:1 name: a name of its own/,
    ],
    [
      'a company twice',
      main,
      { 'employers/a.yaml': employer(11), 'employers/b.yaml': employer(11) },
      /^employers\/b\.yaml:3 companies\[0\]\.nmbrsCompanyId: .*connection a has this one/,
    ],
    [
      'a name for all',
      main.replace('defaults:', 'defaults:\n  name: all'),
      { 'employers/a.yaml': employer(11) },
      /:3 defaults\.name: nothing: each connection has a name of its own/,
    ],
    [
      'defaults that are a list',
      'version: 1\ndefaults: [a]\nconnections: [./employers/*.yaml]\n',
      { 'employers/a.yaml': employer(11) },
      /:2 defaults: a group of keys/,
    ],
    [
      'a variable that is not set',
      main.replace('${NMBRS_TOKEN}', '${NOT_SET}'),
      { 'employers/a.yaml': employer(11), 'employers/b.yaml': employer(12) },
      /:7 defaults\.nmbrs\.token: NOT_SET in the environment/,
    ],
    [
      'a connection that is nothing',
      `${main}  -\n`,
      { 'employers/a.yaml': employer(11) },
      /:16 connections\[1\]: a connection: /,
    ],
  ] as const)('%s', async (_what, text, files, expected) => {
    await folder.write('config/nmbrs-sync.yaml', text)
    for (const [name, content] of Object.entries(files)) await folder.write(name, content)

    const problems = await problemsOf()

    expect(problems.filter((problem) => expected.test(problem))).toHaveLength(1)
  })

  it('is not said of a default that no connection uses', async () => {
    await folder.write('config/nmbrs-sync.yaml', main.replace('${NMBRS_TOKEN}', '${NOT_SET}'))
    await folder.write('employers/a.yaml', employer(11, 'nmbrs: { token: "${NMBRS_TOKEN}" }\n'))

    expect(await problemsOf()).toEqual([])
  })

  it('shows no secret of an employer file, and warns of one', async () => {
    await folder.write('config/nmbrs-sync.yaml', main)
    await folder.write('employers/a.yaml', employer(11, 'nmbrs: { token: a-literal-token, domain: 5x }\n'))

    const { warnings } = await folder.load()

    expect(warnings).toMatchObject([{ severity: 'warning', file: 'employers/a.yaml', key: 'nmbrs.token' }])
    expect(JSON.stringify(warnings)).not.toContain('a-literal-token')
  })
})

describe('merging', () => {
  const plain = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', null),
      fc.array(fc.constantFrom('a', 'b')),
      tie('group'),
    ),
    group: fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('value')),
  })).group

  it('gives every value from the place that findOrigin names', () => {
    const leavesOf = (value: unknown, path: string[] = []): string[][] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
        : [path]
    fc.assert(
      fc.property(plain, plain, (defaults, own) => {
        const merged = mergeDefaults(defaults, own)
        for (const path of leavesOf(merged)) {
          const source = findOrigin(defaults, own, path) === 'defaults' ? defaults : own
          expect(findAt(source, path)).toEqual(findAt(merged, path))
        }
        for (const path of leavesOf(own)) {
          const value = findAt(own, path)
          if (path.length > 0) expect(findAt(merged, path)).toEqual(value)
        }
      }),
    )
  })
})
