import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { readCommandTree, type CommandEntry } from '../../src/cli/reference/command-tree.js'
import { openCliWorld, runCommand, type CliWorld } from './cli-world.js'

const { entries } = await readCommandTree()
const withDocument = entries.filter(({ options }) => options.some(({ long }) => long === '--json'))

interface Failed {
  formatVersion: number
  error: { code: string; message: string; remedy: string | null; exitCode: number; problems?: unknown[] }
}

let empty: string
beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), 'nmbrs-sync-documents-'))
})
afterAll(() => {
  rmSync(empty, { recursive: true, force: true })
})

/** One that needs no configuration and stays, or asks no file at all. */
const needsNothing = new Set([
  'sandbox',
  'onboarding list',
  'onboarding show',
  'onboarding diff',
  'mappings check',
  'glossary',
])

/** Their document says what is wrong: it is what they are for. */
const saysItself = new Set(['config check', 'probe', 'support bundle'])

/** The arguments that a command cannot do without, whatever they mean. */
const toArgs = ({ args, argWords }: CommandEntry): string[] =>
  (args.match(/<[^>]+>/g) ?? []).map(() => argWords[0] ?? 'something')

describe('a command that was asked for a document and has none', () => {
  it.each(
    withDocument.filter(({ path }) => !needsNothing.has(path)).map((entry) => [entry.path, entry] as const),
  )('%s gives its error as one, and says it to people as well', async (path, entry) => {
    const argv = [...path.split(' '), ...toArgs(entry), '--json', '--config', join(empty, 'none.yaml')]

    const { code, stdout, stderr } = await runCommand(argv, { cwd: empty })

    const { formatVersion, error } = JSON.parse(stdout) as Failed
    expect(formatVersion).toBe(1)
    if (!saysItself.has(path))
      expect(error).toMatchObject({ code: expect.any(String), message: expect.any(String), exitCode: code })
    expect(code === 0).toBe(path === 'support bundle')
    if (!saysItself.has(path)) expect(stderr).not.toBe('')
  })

  it.each([
    ['an unknown option', ['plan', '--json', '--colour'], 'usage', /unknown option '--colour'/],
    ['no command of a group', ['audit', '--json'], 'usage', /command|option/],
    ['an unknown command', ['plann', '--json'], 'usage', /unknown command 'plann'/],
    ['no configuration', ['plan', '--json'], 'configuration', /cannot be read/],
  ])('names %s', async (_, argv, code, message) => {
    const { stdout, code: ended } = await runCommand(argv, { cwd: empty })

    const { error } = JSON.parse(stdout) as Failed
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(message),
      actions: expect.any(Array),
      exitCode: 2,
    })
    expect(ended).toBe(2)
  })

  it('names every problem of a configuration by file, line and key', async () => {
    writeFileSync(join(empty, 'wrong.yaml'), 'version: 1\nconnections: []\ncolour: red\n')

    const { stdout } = await runCommand(['plan', '--json', '--config', 'wrong.yaml'], { cwd: empty })

    const { problems } = (JSON.parse(stdout) as Failed).error
    expect(problems).toContainEqual(expect.objectContaining({ file: 'wrong.yaml', line: 3, key: 'colour' }))
  })

  it('prints none where it was not asked for one', async () => {
    expect((await runCommand(['plan'], { cwd: empty })).stdout).toBe('')
    expect((await runCommand(['explain', '--', '--json'], { cwd: empty })).stdout).toBe('')
  })
})

describe('a document', () => {
  let world: CliWorld
  beforeAll(async () => {
    world = await openCliWorld()
    await world.run('sync --yes')
  })
  afterAll(() => world.close())

  /** Documents that are a list, and stay one: who reads them would find nothing in anything else. */
  const lists = ['runs']

  it.each([
    ...['plan', 'sync --yes', 'status', 'status --all', 'drift', 'holds', 'worklist', 'runs', 'doctor'],
    ...['audit list', 'audit verify', 'audit head', 'state info', 'connection list', 'config check'],
    ...['mappings check', 'onboarding list', 'onboarding show asr', 'probe', 'runs show 1'],
    ...['plan --employee nobody-at-all'],
  ])('of %s is one, and says the version of its form', async (commandLine) => {
    const { stdout } = await world.run(`${commandLine} --json`)

    const document = JSON.parse(stdout) as { formatVersion?: number }
    expect(Array.isArray(document)).toBe(lists.includes(commandLine))
    if (!Array.isArray(document)) expect(document.formatVersion).toBe(1)
  })

  it('is printed in one place', () => {
    const folder = 'src/cli'
    const others = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'print-json.ts')
      .filter((name) => readFileSync(join(folder, name), 'utf8').includes('toJsonText('))

    expect(others).toEqual([])
  })
})
