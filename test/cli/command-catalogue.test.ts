import { describe, expect, it } from '@jest/globals'
import type { Command } from 'commander'

import { commandCatalogue } from '../../src/cli/command-catalogue.js'
import { readingCommands } from '../../src/cli/reading-commands.js'
import { readCommandTree, silentShell } from '../../src/cli/reference/command-tree.js'
import { buildProgram } from '../../src/cli/program.js'
import { nextCommands, takenBy, type NextCommand } from '../../src/domain/remedy/commands.js'

const find = (program: Command, name: string): Command => {
  const command = program.commands.find((one) => one.name() === name)
  if (command === undefined) throw new Error(`there is no command ${name}`)
  return command
}

describe('the list of commands', () => {
  it('shows each command as the command shows itself', async () => {
    const [listed, whole] = await Promise.all([buildProgram(silentShell, []), buildProgram(silentShell)])

    expect(listed.helpInformation()).toBe(whole.helpInformation())
  })

  it.each(commandCatalogue.map(({ name }) => name))('has %s whole when it is typed', async (name) => {
    const [typed, whole] = await Promise.all([
      buildProgram(silentShell, ['--config', 'some.yaml', name]),
      buildProgram(silentShell),
    ])

    expect(find(typed, name).helpInformation()).toBe(find(whole, name).helpInformation())
    expect(typed.helpInformation()).toBe(whole.helpInformation())
  })
})

describe('a command that a remedy names', () => {
  it.each(Object.keys(nextCommands) as NextCommand[])('is one, with these arguments: %s', async (command) => {
    const { entries, common } = await readCommandTree()
    const entry = entries.find(({ path }) => path === command)
    const { positional, valued, plain } = takenBy(command)
    const known = [...(entry?.options ?? []), ...common]
    const optionOf = (flag: string) => known.find(({ long }) => long === flag)
    const takesValue = (flag: string) =>
      optionOf(flag)?.required === true || optionOf(flag)?.optional === true

    expect(entry?.args.match(/[<[]/g)?.length ?? 0).toBeGreaterThanOrEqual(positional)
    expect(valued.filter((flag) => !takesValue(flag))).toEqual([])
    expect(plain.filter((flag) => optionOf(flag)?.required !== false)).toEqual([])
    expect(entry).toBeDefined()
  })
})

/** Commands that must come to a safe place when they are stopped, or that stay until they are. */
const finishing = [
  ...[
    'init',
    'connection add',
    'cutover prepare',
    'cutover rehearse',
    'sync',
    'match',
    'disconnect',
    'ignore',
    'holds release',
    'holds reject',
  ],
  ...[
    'worklist done',
    'worklist retry',
    'access sync',
    'access worklist',
    'access letters',
    'access confirm',
  ],
  ...['access refuse', 'access import', 'access resend', 'access request', 'access remove', 'access rename'],
  ...[
    'access withdraw',
    'holds review',
    'onboarding sent',
    'onboarding confirmed',
    'onboarding exchange',
    'notices test',
  ],
  ...[
    'auth login',
    'auth logout',
    'state backup',
    'state restore',
    'state purge',
    'state forget',
    'audit forget-reason',
    'daemon',
    'sandbox',
    'demo',
  ],
]

describe('what a stop does to a command', () => {
  it('is decided for every one: it ends at once, or comes to a safe place', async () => {
    const { entries } = await readCommandTree()
    const paths = entries.map(({ path }) => path)

    expect([...readingCommands].filter((path) => !paths.includes(path))).toEqual([])
    expect(paths.filter((path) => !readingCommands.has(path)).sort()).toEqual([...finishing].sort())
  })

  it.each([
    [['plan'], true],
    [['drift'], true],
    [['drift', '--accept-target', 'a'], false],
    [['holds'], true],
    [['holds', 'release', 'A'], false],
    [['sync'], false],
  ] as const)('%j may end at once: %s', async (argv, expected) => {
    let mayEnd = false
    const stop = new Error('the command is not to run')
    const io = { ...silentShell.io, endAtOnce: () => (mayEnd = true) }
    const program = await buildProgram({ ...silentShell, io })
    program.hook('preAction', () => {
      throw stop
    })

    await expect(program.parseAsync([...argv], { from: 'user' })).rejects.toBe(stop)
    expect(mayEnd).toBe(expected)
  })
})
