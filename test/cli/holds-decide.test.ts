import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { Prompts } from '../../src/cli/terminal/prompts.js'
import { openCliWorld, type CliWorld, type CommandOptions } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

interface HoldDocument {
  id: string
  subject: string
  section: string
  state: string
  words: { reason: string }[]
}

let world: CliWorld
let held: RememberedWorld

/** Twelve people whose account changed in AlexisHR since it was settled. */
beforeAll(async () => {
  world = await openCliWorld('all-linked', 12)
  await world.run('sync --yes')
  for (const [index, person] of world.sandbox.alexis.data.employees.entries())
    Object.assign(person.bankAccount ?? {}, { iban: ibans[index] })
  await world.run('plan')
  held = rememberWorld(world)
})
beforeEach(() => {
  held.putBack()
})
afterAll(() => held.close())

/** Invented, with right check digits. */
const ibans = Array.from({ length: 12 }, (_, index) => toIban(`RABO03000${String(10_000 + index * 7)}`))

/** ISO 13616: the remainder of the rearranged number by 97. */
function toIban(account: string): string {
  const digits = Array.from(`${account}NL00`, (sign) => Number.parseInt(sign, 36).toString()).join('')
  const check = 98n - (BigInt(digits) % 97n)
  return `NL${String(check).padStart(2, '0')}${account}`
}

const holds = async (): Promise<HoldDocument[]> => {
  const { stdout } = await world.run('holds --all --json')
  return (JSON.parse(stdout) as { holds: HoldDocument[] }).holds
}
const stateOf = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { state } of await holds()) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** Answers questions in turn; a text chooses the label that begins with it. */
const answering = (...answers: (boolean | string)[]): CommandOptions & { asked: string[] } => {
  const asked: string[] = []
  const next = (question: string): boolean | string => {
    asked.push(question)
    const answer = answers.shift()
    if (answer === undefined) throw new Error(`nobody answers: ${question}`)
    return answer
  }
  const prompts: Prompts = {
    confirm: (message) => Promise.resolve(next(message) === true),
    ask: ({ message }) => Promise.resolve(String(next(message))),
    askSecret: ({ message }) => Promise.resolve(String(next(message))),
    choose: (message, choices) => {
      const wanted = String(next(message))
      const found = choices.find(({ label }) => label.startsWith(wanted))
      if (found === undefined) throw new Error(`no choice ${wanted}`)
      return Promise.resolve(found.value)
    },
    tick: (message) => Promise.reject(new Error(`ticks were asked for: ${message}`)),
  }
  return { asked, prompts, isTerminal: true }
}

describe('deciding about holds', () => {
  it('takes a whole section with one command, after one look at each and one question', async () => {
    const terminal = answering(true)

    const { code, stderr, stdout } = await world.run(
      'holds release --section bankAccount --reason asked',
      terminal,
    )

    expect(code).toBe(0)
    expect(terminal.asked).toEqual(['Release these 12 changes?'])
    for (const iban of ibans) expect(stderr).toContain(iban)
    expect(stdout.match(/is released:/g)).toHaveLength(12)
    expect(stdout.match(/Nothing was sent yet/g)).toHaveLength(1)
    expect(stdout.match(/--employee /g)).toHaveLength(12)
    const [one] = await holds()
    const person = world.sandbox.alexis.data.employees.find(({ id }) => id === one?.subject)
    expect(stdout).toContain(`${person?.lastName ?? 'nobody'}, ${one?.subject ?? 'nobody'}`)
    expect(await stateOf()).toEqual({ released: 12 })
    const { stdout: sent } = await world.run('sync --yes --json --allow bankAccount=20')
    expect((JSON.parse(sent) as { changes: { outcome: string }[] }).changes).toHaveLength(12)
  })

  it('shows names and both values, asks why, and does nothing after a no', async () => {
    const [hold] = await holds()
    const person = world.sandbox.alexis.data.employees.find(({ id }) => id === hold?.subject)
    const terminal = answering('seen it', false)

    const { code, stderr, stdout } = await world.run(`holds reject ${hold?.id ?? ''}`, terminal)

    expect(code).toBe(0)
    expect(terminal.asked[0]).toContain('Why?')
    expect(stderr).toContain(person?.lastName ?? 'nobody')
    expect(stderr).toContain('Nothing was decided.')
    expect(stdout).toBe('')
    expect(await stateOf()).toEqual({ waiting: 12 })
  })

  it('does not ask about a change that is another one by now', async () => {
    const [hold] = await holds()
    const person = world.sandbox.alexis.data.employees.find(({ id }) => id === hold?.subject)
    Object.assign(person?.bankAccount ?? {}, { iban: toIban('RABO0300099999') })

    const { code, stderr } = await world.run(`holds release ${hold?.id ?? ''} --reason asked`, answering())

    expect(code).toBe(2)
    expect(stderr).toContain('None of these is held like that any more')
    expect(await stateOf()).toEqual({ waiting: 12 })
  })

  it.each([
    ['one, without --yes', (ids: string[]) => `holds release ${ids[0] ?? ''} --reason asked`, 1],
    [
      'several with --yes',
      (ids: string[]) => `holds reject ${ids.slice(0, 3).join(' ')} --reason no --yes`,
      3,
    ],
    ['a section with --yes', () => 'holds release --section bankAccount --reason asked --yes', 12],
  ] as const)('where there is no terminal decides about %s', async (_what, toCommand, count) => {
    const { code } = await world.run(toCommand((await holds()).map(({ id }) => id)))

    expect(code).toBe(0)
    const { waiting = 0 } = await stateOf()
    expect(waiting).toBe(12 - count)
  })

  it.each([
    ['several without --yes', 'AAAAAA BBBBBB --reason asked', 'Add --yes'],
    ['a section without --yes', '--section bankAccount --reason asked', 'Add --yes'],
    ['nothing', '--reason asked', 'Say which'],
    ['no reason', '--section bankAccount --yes', 'Say why'],
    ['a section where nothing waits', '--section salary --reason asked --yes', 'Nothing waits in salary'],
    ['an id among several that is none', 'ZZZZZZ ZZZZZ2 --reason asked --yes', 'nothing was decided'],
    ['a section that is none', '--section iban --reason asked', 'Allowed choices'],
  ])('is a usage error: %s', async (_what, words, message) => {
    const { code, stderr } = await world.run(`holds release ${words}`)

    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(await stateOf()).toEqual({ waiting: 12 })
  })

  it('gives a document of all of them', async () => {
    const { stdout } = await world.run('holds release --section bankAccount --reason asked --yes --json')

    expect((JSON.parse(stdout) as { holds: HoldDocument[] }).holds).toHaveLength(12)
  })
})

describe('holds review', () => {
  it('goes one after the other: released, rejected with a reason, skipped, and stopped', async () => {
    const terminal = answering('release', 'called', 'reject', 'not so', 'skip', 'stop')

    const { code, stdout, stderr } = await world.run('holds review', terminal)

    expect(code).toBe(3)
    expect(stdout).toContain('1 released, 1 rejected, 10 left waiting.')
    expect(stderr).toContain('3/12')
    expect(await stateOf()).toEqual({ released: 1, rejected: 1, waiting: 10 })
    expect((await holds()).flatMap(({ words }) => words.map(({ reason }) => reason)).sort()).toEqual([
      'called',
      'not so',
    ])
  })

  it('gives its counts as a document, and nothing else on stdout', async () => {
    const terminal = answering('release', 'called', 'reject', 'not so', 'stop')

    const { stdout } = await world.run('holds review --json', terminal)

    expect(JSON.parse(stdout)).toEqual({ formatVersion: 1, released: 1, rejected: 1, left: 10 })
  })

  it('takes one reason for all', async () => {
    const terminal = answering(...Array.from({ length: 12 }, () => 'release'))

    const { code } = await world.run('holds review --section bankAccount --reason asked', terminal)

    expect(code).toBe(0)
    expect(await stateOf()).toEqual({ released: 12 })
  })

  it('needs a terminal', async () => {
    const { code, stderr } = await world.run('holds review')

    expect(code).toBe(2)
    expect(stderr).toContain('no terminal')
  })
})
