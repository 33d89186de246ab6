import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { renderCommandReference } from '../../src/cli/reference/command-reference.js'
import { runCommand } from './cli-world.js'

const commandLines = [
  'init',
  'config check',
  'mappings check',
  'doctor',
  'plan',
  'sync',
  'status',
  'explain',
  'match',
  'disconnect',
  'ignore',
  'runs',
  'runs show',
  'audit verify',
  'audit head',
  'audit list',
  'state info',
  'state backup',
  'state restore',
  'state purge',
  'sandbox',
  'demo',
]

let empty = ''
beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), 'nmbrs-sync-usage-'))
})
afterAll(() => {
  rmSync(empty, { recursive: true, force: true })
})

const type = (commandLine: string, options = {}) =>
  runCommand(commandLine.split(' '), { cwd: empty, ...options })

describe('help', () => {
  it('goes to stdout, ends well, and says every exit code', async () => {
    const { code, stdout, stderr } = await type('--help')

    expect(code).toBe(0)
    expect(stderr).toBe('')
    for (const number of ['0 ', '1 ', '2 ', '3 ', '4 ', '75']) expect(stdout).toContain(`\n  ${number}`)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('start in the folder of the configuration')
  })

  it.each(commandLines)('of %s describes every option and ends with examples', async (commandLine) => {
    const { code, stdout } = await type(`${commandLine} --help`)

    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`Examples:\n  \\$ nmbrs-sync ${commandLine}`))
    const undescribed = stdout.split('\n').filter((line) => /^ {2}--\S+( <\S+>)?\s*$/.test(line))
    expect(undescribed).toEqual([])
  })

  it('prints the version', async () => {
    expect((await type('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('a wrong command line', () => {
  it.each([
    ['without a command', '', 'Usage: nmbrs-sync'],
    ['with a misspelt command', 'snyc', 'Did you mean sync?'],
    ['with a misspelt option', 'plan --employe x', 'Did you mean --employee?'],
    ['with an argument too many', 'plan now', 'too many arguments'],
    ['without a needed argument', 'disconnect', "missing required argument 'source'"],
    ['with two tabs at once', 'status --all --connected', 'cannot be used with'],
    ['with a plan and people at once', 'sync --yes --plan a --employee b', 'cannot be used with'],
    ['with a day that is none', 'ignore a --reason b --until 2026-02-30', 'a day like 2026-12-31'],
    ['with a number that is none', 'runs --limit some', 'a whole number of at least 1'],
    ['with an unknown switch', 'sandbox --switch colour=red', 'NAME one of relations'],
    ['with a port that is none', 'sandbox --nmbrs-port 70000', 'a whole number from 0 to 65535'],
    ['with an unknown log level', 'plan --log-level loud', 'Allowed choices are error, warn, info, debug'],
  ])('%s is a usage error that says what is wrong', async (_what, commandLine, message) => {
    const { code, stdout, stderr } = await runCommand(commandLine.split(' ').filter(Boolean), { cwd: empty })

    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
  })

  it.each([
    ['match a1', 'Give either a Nmbrs employee id or --new'],
    ['match a1 5 --new', 'Give either a Nmbrs employee id or --new'],
    ['ignore a1', 'Say why: nmbrs-sync ignore a1 --reason TEXT'],
    ['sync', 'nmbrs-sync sync --yes'],
    ['init', 'Copy config/nmbrs-sync.example.yaml'],
    ['sync --yes --plan nowhere.plan', 'The plan file'],
    ['plan --out .', 'is there already and is not a plan'],
    [`plan --out ${import.meta.filename}`, 'is there already and is not a plan'],
  ])('%s is a usage error with the next step', async (commandLine, message) => {
    const { code, stderr } = await type(commandLine)

    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('an option or argument that is there and says nothing', () => {
  it.each<[string, string[]]>([
    ["option '--employee <person>'", ['plan', '--employee', '']],
    ["option '--employee <person>'", ['sync', '--yes', '--employee', 'ann', '--employee', ' ']],
    ["option '--out <file>'", ['plan', '--out=']],
    ["option '--plan <file>'", ['sync', '--plan=', '--yes']],
    ["option '--connection <name>'", ['holds', '--connection', '']],
    ["option '--config <file>'", ['--config', '', 'runs']],
    ["option '--write-config <dir>'", ['sandbox', '--write-config', '\t']],
    ["argument 'source'", ['explain', '']],
    ["argument 'target'", ['match', 'ann', ' ', '--yes']],
    ["argument 'file'", ['state', 'backup', '']],
    ["argument 'id'", ['holds', 'release', 'ABCDEF', '', '--reason', 'called', '--yes']],
  ])('is refused by name: %s of %j', async (what, argv) => {
    const { code, stdout, stderr } = await runCommand(argv, { cwd: empty })

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      `error: ${what}${what.startsWith('option') ? ' argument' : ''} is empty.`,
    )
  })

  it('is refused as a document too', async () => {
    const { code, stdout } = await runCommand(['plan', '--json', '--out', ''], { cwd: empty })

    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage', exitCode: 2 } })
  })
})

describe('a missing or wrong configuration', () => {
  it.each(['plan', 'sync --yes', 'status', 'doctor', 'runs', 'config check', 'mappings check'])(
    'ends %s as a usage error',
    async (commandLine) => {
      const { code, stdout, stderr } = await type(commandLine)

      expect(code).toBe(2)
      expect(stdout + stderr).toContain('config/nmbrs-sync.yaml')
      expect(stderr).not.toContain(' at ')
    },
  )

  it('is shown with every problem at once, on stdout for the command that was asked to look', async () => {
    const file = join(empty, 'wrong.yaml')
    writeFileSync(file, 'version: 2\ntimezone: Mars\nconnections: []\n')

    const check = await type(`config check --config ${file}`)
    const json = await type(`config check --config ${file} --json`)

    expect(check.code).toBe(2)
    expect(check.stdout).toContain('version')
    expect(check.stdout).toContain('timezone')
    expect(check.stdout).toContain('Not usable until every error above is corrected')
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, problems: [{ severity: 'error' }, {}, {}] })
  })

  it('is found by the mapping check as well', async () => {
    const file = join(empty, 'mapping.yaml')
    writeFileSync(
      file,
      'version: 1\nsections:\n  personalInfo:\n    FristName: { from: employee.firstName }\n',
    )

    const { code, stdout } = await type(`mappings check ${file}`)

    expect(code).toBe(2)
    expect(stdout).toContain('mapping.yaml:4')
    expect(stdout).toContain('Did you mean FirstName?')
  })
})

describe('probe', () => {
  it.each([
    'http://user:hunter2@127.0.0.1:1/x',
    'http://127.0.0.1:1/?token=hunter2',
    'http://[hunter2',
    '//u:hunter2@x',
    'hunter2',
  ])('keeps what is secret in an address to itself: %s', async (url) => {
    const { code, stdout, stderr } = await runCommand(['probe', '--url', url])

    expect(code).toBeGreaterThan(1)
    expect(`${stdout}${stderr}`).not.toContain('hunter2')
  })
})

describe('the command reference', () => {
  it('has a chapter for every command, and every exit code', async () => {
    const text = await renderCommandReference()

    for (const commandLine of commandLines) expect(text).toContain(`\n### ${commandLine}\n`)
    expect(text).toContain('| 75 | another run or another daemon is active |')
    expect(text).toContain('`--detailed-exitcode`')
  })
})
