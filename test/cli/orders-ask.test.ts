import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Prompts } from '../../src/cli/terminal/prompts.js'
import { openCliWorld, type CliWorld, type CommandOptions } from './cli-world.js'

let world: CliWorld

beforeAll(async () => {
  world = await openCliWorld('all-linked', 4)
  await world.run('sync --yes')
})
afterAll(() => world.close())

const terminal = (answer: boolean): CommandOptions & { asked: string[] } => {
  const asked: string[] = []
  const never = () => Promise.reject(new Error('only a yes or no is asked'))
  const prompts: Prompts = {
    confirm: (message) => {
      asked.push(message)
      return Promise.resolve(answer)
    },
    ask: never,
    askSecret: never,
    choose: never,
  }
  return { asked, prompts, isTerminal: true }
}

const person = () => {
  const [one] = world.sandbox.alexis.data.employees
  if (one === undefined) throw new Error('there is nobody')
  return one
}
const tabOf = async (): Promise<string | undefined> => {
  const { stdout } = await world.run('status --all --json')
  const { employees } = JSON.parse(stdout) as { employees: { subject: string; pairing: string }[] }
  return employees.find(({ subject }) => subject === person().id)?.pairing
}

describe('an order about a link, on a terminal', () => {
  it.each([
    ['disconnect', 'End this link?'],
    ['ignore', 'Leave this person out', '--reason left'],
  ])('%s shows who it is, and does nothing after a no', async (verb, question, more = '') => {
    const at = terminal(false)

    const { code, stderr } = await world.run(`${verb} ${person().id} ${more}`.trim(), at)

    expect(code).toBe(1)
    expect(at.asked[0]).toContain(question)
    expect(stderr).toContain(person().lastName ?? 'nobody')
    expect(stderr).toContain('Nothing was changed')
    expect(await tabOf()).toBe('connected')
  })

  it('is carried out after a yes, unasked with --yes, and unasked where there is no terminal', async () => {
    const at = terminal(true)
    await world.run(`disconnect ${person().id}`, at)
    expect(at.asked).toHaveLength(1)
    expect(await tabOf()).not.toBe('connected')

    const unasked = terminal(false)
    const ignored = await world.run(`ignore ${person().id} --reason left --yes`, unasked)
    const again = await world.run(`ignore ${person().id} --undo`)

    expect(unasked.asked).toEqual([])
    expect([ignored.code, again.code]).toEqual([0, 0])
  })
})
