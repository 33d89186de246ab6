import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { answerAll, openCliWorld, runCommand, type CliWorld, type CommandOptions } from '../cli-world.js'

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld({ newHire: 1, left: 0 }, 8)
  await world.run('sync --yes')
})
afterAll(() => world.close())

/** A name is one word of the command line. */
const runWords = (words: readonly string[], options: CommandOptions = {}) =>
  runCommand(words, { cwd: world.folder, ...options, env: world.sandbox.env })

const person = (index = 0) => {
  const id = world.sandbox.story.linkedEqual[index]
  const found = world.sandbox.alexis.data.employees.find((one) => one.id === id)
  if (found === undefined) throw new Error('nobody there')
  return found
}
const nameOf = (index = 0): string => `${person(index).firstName} ${person(index).lastName}`

const standing = async (index = 0): Promise<string> => {
  const { stdout } = await world.run(`access explain ${person(index).id} --json`)
  return stdout
}

const order = (verb: string, who: string): string =>
  verb === 'refuse' ? `access refuse ${who} --reason abroad` : `access ${verb} ${who}`

describe('an order about logins', () => {
  it('is about a person who is named by name, employee number or Nmbrs id', async () => {
    const number =
      world.sandbox.alexis.data.employees.find(({ id }) => id === person().id)?.employeeNumber ?? ''
    const target = String(world.sandbox.story.counterparts[person().id]?.[0] ?? '')
    const documents = []
    for (const who of [nameOf().toUpperCase(), number, target])
      documents.push((await runWords(['access', 'explain', who, '--json'])).stdout)

    expect(new Set(documents)).toEqual(new Set([await standing()]))
  })

  it.each(['confirm', 'refuse', 'request', 'resend', 'remove', 'rename', 'withdraw'])(
    '%s takes --yes, and of nobody says so by what was typed',
    async (verb) => {
      const end = await world.run(`${order(verb, 'Nosuchperson')} --yes`)

      expect([end.code, end.stderr.includes('unknown option')]).toEqual([2, false])
      expect(end.stderr).toContain('Nosuchperson')
    },
  )

  it.each(['confirm', 'refuse', 'request', 'resend', 'remove', 'rename'])(
    '%s of several people needs --yes where there is no terminal',
    async (verb) => {
      const end = await world.run(order(verb, `${person(0).id} ${person(1).id}`))

      expect(end.code).toBe(2)
      expect(end.stderr.replaceAll(/\s+/g, ' ')).toContain(
        `Nothing was changed: there is no terminal to ask on. To do it without being asked: nmbrs-sync access ${verb}`,
      )
    },
  )

  it('shows on a terminal who it is and which login they have, and does nothing after a no', async () => {
    await world.run('access sync')
    const before = await standing()
    const no = answerAll(false)

    const end = await runWords(['access', 'confirm', nameOf()], no)

    expect(end.code).toBe(1)
    expect(no.asked).toEqual(['Is this work done?'])
    for (const words of [nameOf(), 'known login', 'handed over']) expect(end.stderr).toContain(words)
    expect(await standing()).toBe(before)
  })

  it('is carried out after a yes, and said by name', async () => {
    const yes = answerAll(true)

    const end = await runWords(['access', 'confirm', nameOf()], yes)

    expect(end.code).toBe(0)
    expect(end.stdout).toContain(nameOf())
    expect(await standing()).toContain('confirmed')
  })

  it('takes a person whose name reads like a hand-over', async () => {
    const sixLetters = world.sandbox.alexis.data.employees.find(({ id }) => id === person(2).id)
    if (sixLetters === undefined) throw new Error('nobody there')
    sixLetters.lastName = 'Zwikker'.slice(0, 6)

    const end = await world.run('access confirm zwikke')

    expect(end.code).toBe(0)
    expect(end.stdout).toContain(person(2).id)
  })
})
