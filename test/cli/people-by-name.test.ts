import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  openCliWorld,
  runCommand,
  scriptPrompts,
  writesOf,
  type CliWorld,
  type CommandEnd,
} from './cli-world.js'

let world: CliWorld
/** Someone who is connected, and of whom both names are theirs alone. */
let person: { id: string; firstName: string; lastName: string; employeeNumber: string; targetId: string }

const run = (argv: readonly string[], options: Parameters<typeof runCommand>[1] = {}): Promise<CommandEnd> =>
  runCommand(argv, { cwd: world.folder, ...options, env: { ...world.sandbox.env, ...options.env } })

beforeAll(async () => {
  world = await openCliWorld({ newHire: 1, contactDiffers: 1, bankDiffers: 1, ambiguous: 1 }, 12)
  await world.run('sync --yes')
  const { employees } = world.sandbox.alexis.data
  const id = world.sandbox.story.linkedEqual[0] ?? ''
  const found = employees.find((one) => one.id === id)
  if (found === undefined) throw new Error('nobody is connected')
  found.firstName = 'Zoë'
  found.lastName = "van 't Overmeer"
  const [first, second] = employees.filter(
    (one) => one.id !== id && world.sandbox.story.linkedEqual.includes(one.id),
  )
  if (first === undefined || second === undefined) throw new Error('too few people')
  first.lastName = 'Quastel'
  second.lastName = 'Quastel'
  person = {
    id,
    firstName: found.firstName,
    lastName: found.lastName,
    employeeNumber: found.employeeNumber,
    targetId: String(world.sandbox.story.counterparts[id]?.[0]),
  }
})
afterAll(() => world.close())

const subjectsOf = ({ stdout }: CommandEnd): string[] => [
  ...new Set(
    (JSON.parse(stdout) as { changes: { subject: string }[] }).changes.map(({ subject }) => subject),
  ),
]

describe('a person on the command line', () => {
  it.each<[what: string, typed: () => string]>([
    ['their AlexisHR id', () => person.id],
    ['their AlexisHR id in capitals', () => person.id.toUpperCase()],
    ['their Nmbrs id', () => person.targetId],
    ['their employee number', () => person.employeeNumber],
    ['their whole name without accents', () => "zoe van 't overmeer"],
    ['their last name first', () => "Overmeer, Zoë van 't"],
    ['their last name alone', () => 'OVERMEER'],
    ['a unique beginning', () => 'overm'],
  ])('is found by %s', async (_what, typed) => {
    const end = await run(['explain', typed(), '--json'])

    expect(JSON.parse(end.stdout)).toMatchObject({ subject: person.id })
    expect(end.code).toBe(0)
  })

  it('is not changed when a text fits several: they are listed by ids, and without names where nobody looks', async () => {
    const before = writesOf(world.sandbox).length

    const end = await run(['sync', '--yes', '--employee', 'quastel'])

    expect(end.code).toBe(2)
    expect(end.stdout).toBe('')
    expect(end.stderr).toMatch(/2 people fit what was typed, and nothing was done/)
    const same = world.sandbox.alexis.data.employees.filter(({ lastName }) => lastName === 'Quastel')
    for (const { id } of same) expect(end.stderr).toContain(id)
    expect(end.stderr.toLowerCase()).not.toContain('quastel')
    expect(writesOf(world.sandbox)).toHaveLength(before)
  })

  it('is listed with name and number on a terminal', async () => {
    const end = await run(['plan', '--employee', 'quastel'], { isTerminal: true })

    expect(end.code).toBe(2)
    for (const one of world.sandbox.alexis.data.employees.filter(({ lastName }) => lastName === 'Quastel'))
      expect(end.stderr).toMatch(
        new RegExp(`${one.firstName} Quastel +number ${one.employeeNumber} +${one.id}`),
      )
  })

  it('is picked on a terminal that can be asked on', async () => {
    let labels: readonly string[] = []
    const prompts = scriptPrompts([
      (shown) => {
        labels = shown
        return 1
      },
    ])

    const end = await run(['plan', '--employee', 'quastel', '--json'], { prompts })

    expect(prompts.asked).toEqual(['Several people fit. Which one do you mean?'])
    expect(labels).toEqual([...labels].sort())
    for (const subject of subjectsOf(end)) expect(labels[1]).toContain(subject)
    expect(subjectsOf(end)).toHaveLength(1)
  })

  it.each<[verb: string, argv: string[], says: string]>([
    ['explain', ['explain', 'Nosuch'], 'Not among the employees in scope: Nosuch'],
    ['plan', ['plan', '--employee', 'Nosuch'], 'Not among the employees in scope: Nosuch'],
    ['match', ['match', 'Nosuch', '--new', '--yes'], 'Not among the employees in scope: Nosuch'],
    ['disconnect', ['disconnect', 'Nosuch', '--yes'], 'Employee Nosuch is not connected'],
    ['ignore', ['ignore', 'Nosuch', '--reason', 'test'], 'AlexisHR has no employee Nosuch in scope'],
    ['drift', ['drift', '--accept-target', 'Nosuch', '--yes'], 'Not among the employees in scope: Nosuch'],
  ])('who is nobody is refused by %s', async (_verb, argv, says) => {
    const end = await run(argv)

    expect(end.stderr).toContain(says)
    expect(end.code).toBe(2)
  })

  it('is found by name on the audit record, which needs AlexisHR only then', async () => {
    const byName = await run(['audit', 'list', '--subject', 'Overmeer', '--json'])
    const calls = world.sandbox.alexis.requests.length
    const byId = await run(['audit', 'list', '--subject', person.id, '--json'])

    expect(byName.stdout).toBe(byId.stdout)
    expect(byName.stdout).toContain(person.id)
    expect(world.sandbox.alexis.requests).toHaveLength(calls)
  })

  it('is saved in a plan by id, so that the plan carries no name', async () => {
    const end = await run(['plan', '--employee', 'overmeer', '--out', 'one.plan'])

    expect(end.code).not.toBe(2)
    const { readFileSync } = await import('node:fs')
    const text = readFileSync(`${world.folder}/one.plan`, 'utf8')
    expect(text).toContain(person.id)
    expect(text.toLowerCase()).not.toContain('overmeer')
  })

  it('is left out and taken in again by name', async () => {
    const ended = await run(['disconnect', 'overmeer', '--yes', '--json'])
    const ignored = await run(['ignore', 'overmeer', '--reason', 'test', '--json'])
    const undone = await run(['ignore', 'overmeer', '--undo', '--json'])
    const matched = await run(['match', 'overmeer', person.targetId, '--yes', '--json'])

    for (const end of [ended, ignored, undone, matched]) {
      expect(JSON.parse(end.stdout)).toMatchObject({ subject: person.id })
    }
  })
})
