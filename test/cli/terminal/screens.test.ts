import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'

import { languages } from '../../../src/domain/language/language.js'
import { fitLines, visibleWidth } from '../../../src/cli/terminal/fit-lines.js'
import { readCommandTree } from '../../../src/cli/reference/command-tree.js'
import { toScreenText } from '../../../src/cli/terminal/fit-screen.js'
import { openCliWorld, type CliWorld } from '../cli-world.js'

const columns = 80

/** What cannot be broken: one word, such as a path or an address, or a command to copy. */
const isWhole = (line: string): boolean => {
  const text = line.trim()
  return !text.includes(' ') || /^\W*nmbrs-sync /.test(text)
}

/** What is left on a line whose earlier text a terminal took away, as it does with the line of progress. */
const onceErased = (line: string): string =>
  line.slice(line.lastIndexOf('[2K') + (line.includes('[2K') ? 3 : 0))

/** A line of the log: a program may read it, so it is whole. */
const isLogged = (line: string): boolean => /^\W*(?:\[\d+m)?\d\d:\d\d:\d\d/.test(line)

const tooWide = (text: string): string[] =>
  text
    .split('\n')
    .map(onceErased)
    .filter((line) => visibleWidth(line) > columns && !isWhole(line) && !isLogged(line))

/** A moment as programs read it. That of `audit head` in `state info` is compared sign by sign. */
const forPrograms = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /\d{4}-\d\d-\d\dT\d\d:\d\d|\bUTC\b/.test(line) && !isLogged(line))
    .filter((line) => !/  \d+ \S+Z(?: [\w-]+)?$/.test(line))

let world: CliWorld
let person: string

const onScreen = (commandLine: string, language = 'en') =>
  world.run(commandLine, { isTerminal: true, columns, env: { NMBRS_SYNC_LANG: language } })

beforeAll(async () => {
  world = await openCliWorld()
  // Names as long as the configuration takes them.
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  const config = parse(readFileSync(file, 'utf8')) as { connections: Record<string, unknown>[] }
  const [first] = config.connections
  config.connections = [0, 1, 2].map((index) => ({
    ...first,
    name: `the-payroll-of-an-employer-with-a-name-${index}`,
    ...(index === 0 ? {} : { access: undefined, companies: [aCompany(index)] }),
  }))
  writeFileSync(file, stringify(config))
  person = world.sandbox.story.linkedEqual[0] ?? ''
})
afterAll(() => world.close())

const one = '--connection the-payroll-of-an-employer-with-a-name-0'

/** A company that neither side has: its connection is told about as one that fails. */
const aCompany = (index: number) => ({
  alexisCompanyId: `65f1c0ffee00000000000b0${index}`,
  nmbrsCompanyId: 9000 + index,
  nmbrsCompanyName: 'Tuinbouwcoöperatie De Zonnige Polder van Noord- en Zuid-Holland B.V.',
})

/** Every screen, in an order in which there is something to show. */
const screens = [
  'doctor',
  'config check',
  'mappings check',
  'connection list',
  `connection companies ${one}`,
  `plan ${one}`,
  'plan',
  `sync --yes ${one}`,
  'status',
  `status --all ${one}`,
  `explain PERSON --show-values ${one}`,
  'runs',
  `runs ${one}`,
  `runs show run-RUN ${one}`,
  'holds',
  `holds ${one}`,
  'worklist',
  `worklist ${one}`,
  'drift',
  `drift ${one}`,
  `access portals ${one}`,
  `access plan ${one}`,
  `access status ${one}`,
  `access explain PERSON ${one}`,
  `access sync ${one}`,
  `access worklist ${one}`,
  'audit list',
  'audit verify',
  'state info',
  'cutover status',
  'onboarding list',
  'onboarding show asr',
]

/** What is asked for wrongly is told on a screen too. */
const refusals = [
  'auth status',
  'onboarding progress',
  'explain nobody',
  `holds release ZZZZZZ --reason none ${one}`,
  'plan --limit',
  'status --conection x',
]

describe.each(languages)('on a terminal of 80 columns, in %s', (language) => {
  it('every screen fits, also with names as long as they can be, and has times for people', async () => {
    const wide: string[] = []
    const moments: string[] = []
    let run = ''
    for (const screen of [...screens, ...refusals]) {
      const { code, stdout, stderr } = await onScreen(
        screen.replace('PERSON', person).replace('run-RUN', run),
        language,
      )
      expect([screen, code === 2]).toEqual([screen, refusals.includes(screen)])
      if (screen.startsWith('sync')) run = /run-\d+/.exec(stdout)?.[0] ?? ''
      wide.push(...tooWide(`${stdout}\n${stderr}`).map((line) => `${screen}: ${line}`))
      moments.push(...forPrograms(`${stdout}\n${stderr}`).map((line) => `${screen}: ${line}`))
    }

    expect(wide).toEqual([])
    expect(moments).toEqual([])
  })
})

describe('help on a terminal of 80 columns', () => {
  it('fits for every command', async () => {
    const { entries, groups } = await readCommandTree()
    const commands = ['', ...[...entries, ...groups].map(({ path }) => path)]
    const wide: string[] = []
    for (const command of commands) {
      const { stdout } = await onScreen(`${command} --help`)
      wide.push(...tooWide(stdout).map((line) => `${command}: ${line}`))
    }

    expect(wide).toEqual([])
  })
})

describe('lines that are wider than the screen', () => {
  it('break at blanks, with what follows set in', () => {
    expect(fitLines('  one two three four\nshort\n', 12)).toBe('  one two\n    three\n    four\nshort\n')
  })

  it('never break a command, which gets a line of its own', () => {
    expect(fitLines('Next: nmbrs-sync sync --connection acme --employee a1, or wait a while', 40)).toBe(
      'Next:\n  nmbrs-sync sync --connection acme --employee a1,\n  or wait a while',
    )
  })

  it('stay whole in a file', () => {
    const line = 'one two three four five\n'

    expect(toScreenText(line, { isTerminal: false, columns: 12 })).toBe(line)
    expect(toScreenText(line, { isTerminal: true, columns: 12 })).toBe('one two\n  three four\n  five\n')
  })
})
