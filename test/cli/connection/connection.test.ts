import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { openCliWorld, type CliWorld } from '../cli-world.js'

let world: CliWorld
let configFile: string
let original: string

beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
  configFile = join(world.folder, 'config', 'nmbrs-sync.yaml')
  original = readFileSync(configFile, 'utf8')
})
afterAll(() => world.close())

beforeEach(() => {
  writeFileSync(configFile, original)
  rmSync(join(world.folder, 'employers'), { recursive: true, force: true })
})

const employers = (): string[] =>
  existsSync(join(world.folder, 'employers')) ? readdirSync(join(world.folder, 'employers')).sort() : []
const list = (...lines: string[]): void => {
  const head = 'Connection;AlexisHR company id;Nmbrs company id;Nmbrs company name'
  writeFileSync(join(world.folder, 'list.csv'), [head, ...lines].join('\n'))
}
const named = async (): Promise<string[]> => {
  const { stdout } = await world.run('connection list --json')
  return (JSON.parse(stdout) as { connections: { name: string }[] }).connections.map(({ name }) => name)
}
const bakker = [
  '--alexis-company',
  '65f1c0ffee00000000000111',
  '--nmbrs-company',
  '4321',
  '--nmbrs-name',
  'Bakker',
]

describe('connection list', () => {
  it('shows transport, schedule, file and companies of each', async () => {
    const { code, stdout } = await world.run('connection list')

    expect(code).toBe(0)
    expect(stdout).toMatch(/^connection +Nmbrs +schedule +file +companies$/m)
    expect(stdout).toContain(`${world.sandbox.company.name} (`)
  })
})

describe('connection add', () => {
  it('writes a file with the settings of another connection, and lets the configuration look for such files', async () => {
    const { code, stdout } = await world.run(`connection add bakker --like sandbox ${bakker.join(' ')}`)

    expect(stdout).toContain('Written: employers/bakker.yaml')
    expect(stdout).toContain('Added ./employers/*.yaml to connections in config/nmbrs-sync.yaml.')
    expect(code).toBe(0)
    expect(await named()).toEqual(['sandbox', 'bakker'])
    expect(readFileSync(configFile, 'utf8')).toContain('- ./employers/*.yaml')
    expect(readFileSync(join(world.folder, 'employers', 'bakker.yaml'), 'utf8')).not.toContain(
      'sandbox-token',
    )
  })

  it('adds every line of a list, two lines with one name as one connection, and leaves out those without', async () => {
    list(
      'aalders;65f1c0ffee00000000000111;4321;Aalders B.V.',
      'aalders;65f1c0ffee00000000000112;4322;Aalders Twee B.V.',
      ';65f1c0ffee00000000000113;4323;Left out',
      'coenen;65f1c0ffee00000000000114;4324;Coenen ${B.V.}',
    )

    const { code, stdout, stderr } = await world.run('connection add --csv list.csv --like sandbox --json')

    expect(stderr).toBe('')

    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      formatVersion: 1,
      connections: ['aalders', 'coenen'],
      files: ['employers/aalders.yaml', 'employers/coenen.yaml'],
    })
    const { stdout: shown } = await world.run('connection list --json')
    expect(JSON.parse(shown)).toMatchObject({
      connections: [
        {},
        { companies: [{}, { nmbrsCompanyId: '4322' }] },
        { companies: [{ nmbrsCompanyName: 'Coenen ${B.V.}' }] },
      ],
    })
  })

  it.each([
    [
      'a name that is a path',
      `connection add ../x --like sandbox ${bakker.join(' ')}`,
      'is not a name of a connection',
    ],
    ['accounts that nobody gives', `connection add x ${bakker.join(' ')}`, 'employers/x.yaml'],
    [
      'another connection that is not there',
      `connection add x --like y ${bakker.join(' ')}`,
      'There is no connection y; there is: sandbox',
    ],
    [
      'an id that is none',
      'connection add x --like sandbox --alexis-company 1 --nmbrs-company 2 --nmbrs-name N',
      'alexisCompanyId',
    ],
    ['half of it', 'connection add x --alexis-company 1', '--csv FILE'],
    ['a list that is not there', 'connection add --csv none.csv', 'none.csv cannot be read (ENOENT)'],
    ['both', 'connection add x --csv none.csv', 'leave the others out'],
  ])('changes nothing for %s', async (_what, commandLine, expected) => {
    const { code, stderr } = await world.run(commandLine)

    expect(code).toBe(2)
    expect(stderr).toContain(expected)
    expect(employers()).toEqual([])
    expect(readFileSync(configFile, 'utf8')).toBe(original)
  })

  it('replaces no file, and adds none of a list of which one is wrong', async () => {
    mkdirSync(join(world.folder, 'employers'))
    list('aalders;65f1c0ffee00000000000111;4321;A', 'bakker;65f1c0ffee00000000000111;4322;Same company')

    const wrong = await world.run('connection add --csv list.csv --like sandbox')
    writeFileSync(join(world.folder, 'employers', 'bakker.yaml'), 'mine: true\n')
    const taken = await world.run('connection add --csv list.csv --like sandbox')

    expect(wrong.stderr).toContain('Nothing was added')
    expect(wrong.stderr).toContain('employers/bakker.yaml')
    expect(taken.stderr).toContain('is there already')
    expect([wrong.code, taken.code]).toEqual([2, 2])
    expect(employers()).toEqual(['bakker.yaml'])
  })

  it('fills a folder that the configuration names and that is still empty', async () => {
    const settings = original.slice(original.indexOf('connections:')).replace('connections:\n', '')
    expect(settings).toContain('alexis')
    await world.run(`connection add first --like sandbox ${bakker.join(' ')}`)
    const shared =
      readFileSync(join(world.folder, 'employers', 'first.yaml'), 'utf8').split('companies:')[0] ?? ''
    rmSync(join(world.folder, 'employers'), { recursive: true })
    const head = original.slice(0, original.indexOf('connections:'))
    const defaults = `defaults:\n${shared.replaceAll(/^(?=.)/gm, '  ')}`
    writeFileSync(configFile, `${head}${defaults}connections:\n  - ./employers/*.yaml # all of them\n`)

    const { code, stderr } = await world.run(`connection add bakker ${bakker.join(' ')}`)

    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(await named()).toEqual(['bakker'])
    expect(readFileSync(configFile, 'utf8')).toContain('# all of them')
  })
})

describe('connection companies', () => {
  it('puts companies of one name side by side, and writes the free ones as a list that can be added', async () => {
    const { code, stdout, stderr } = await world.run('connection companies --csv free.csv')
    const { stdout: json } = await world.run('connection companies --json')

    expect(stdout).toMatch(new RegExp(`${world.sandbox.company.name}.*sandbox$`, 'm'))
    expect(stderr).toContain('Written: free.csv')
    expect(code).toBe(0)
    const { companies } = JSON.parse(json) as {
      companies: { alexisCompanyId: string | null; connection: string | null }[]
    }
    const csv = readFileSync(join(world.folder, 'free.csv'), 'utf8')
    const free = companies.filter((one) => one.connection === null && one.alexisCompanyId !== null)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(free.length + 1)
  })
})
