import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openCliWorld, runCommand, type CliWorld, type CommandEnd } from '../cli-world.js'

/** The questions of a working day. Each has one command, and the first screen has the answer. */
interface Question {
  asked: string
  words: (world: CliWorld) => readonly string[]
  answer: (world: CliWorld) => readonly (string | RegExp)[]
  code: number
}

const employeeOf = (world: CliWorld, id: string | undefined) => {
  const found = world.sandbox.alexis.data.employees.find((one) => one.id === id)
  if (found === undefined) throw new Error('nobody there')
  return found
}
const nameOf = (world: CliWorld, id: string | undefined): string => {
  const { firstName, lastName } = employeeOf(world, id)
  return `${firstName} ${lastName}`
}
const held = ({ sandbox }: CliWorld) => sandbox.story.cases.bankDiffers[0]
const moved = ({ sandbox }: CliWorld) => sandbox.story.cases.contactDiffers[0]

const questions: readonly Question[] = [
  {
    asked: 'who has no bank account in Nmbrs',
    words: () => ['status', '--missing', 'bankAccount'],
    answer: (world) => ['No bank account in Nmbrs (1)', nameOf(world, world.sandbox.story.linkedEqual[0])],
    code: 0,
  },
  {
    asked: 'why was this person not updated tonight',
    words: (world) => ['explain', nameOf(world, held(world)), '--run', 'last'],
    answer: (world) => [nameOf(world, held(world)), /bank account +held/],
    code: 0,
  },
  {
    asked: 'what goes to payroll this period',
    words: () => ['plan', '--summary'],
    answer: () => [/People: \d+ with changes to send/, /bank account +0 +0 +12 +12/],
    code: 3,
  },
  {
    asked: 'what changed since a day',
    words: () => ['changes', '--since', '2026-11-20'],
    answer: (world) => [/\d+ people, \d+ changes\./, nameOf(world, moved(world)), /run run-\d+/],
    code: 0,
  },
  {
    asked: 'what waits',
    words: () => ['holds'],
    answer: (world) => [nameOf(world, held(world)), 'bank account'],
    code: 0,
  },
  {
    asked: 'approve 12 changes of bank accounts',
    words: () => ['holds', 'release', '--section', 'bankAccount', '--reason', 'called', '--yes'],
    answer: () => [/(?:[\s\S]*is released: bank account of){12}/, /next sync/],
    code: 0,
  },
]

describe.each([60, 2_000])('somebody who asks, with %s people,', (count) => {
  let world: CliWorld
  beforeAll(async () => {
    world = await openCliWorld({ bankDiffers: 12, contactDiffers: 1 }, count)
    await world.run('sync --yes')
    const id = world.sandbox.story.counterparts[world.sandbox.story.linkedEqual[0] ?? '']?.[0] ?? 0
    world.sandbox.nmbrs.store.changeEmployee(id, { bankAccounts: [] })
  })
  afterAll(() => world.close())

  it.each(questions)('has the answer with one command: $asked', async ({ words, answer, code }) => {
    const end: CommandEnd = await runCommand(words(world), {
      cwd: world.folder,
      env: { ...world.sandbox.env, NO_COLOR: '1' },
      isTerminal: true,
    })

    expect([end.stderr, end.code]).toEqual([expect.not.stringContaining('error'), code])
    for (const words of answer(world))
      if (typeof words === 'string') expect(end.stdout).toContain(words)
      else expect(end.stdout).toMatch(words)
    expect(end.stdout.split('\n').length).toBeLessThan(160)
  })
})
