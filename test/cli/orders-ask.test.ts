import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { answerAll, openCliWorld, type CliWorld } from './cli-world.js'

let world: CliWorld

beforeAll(async () => {
  world = await openCliWorld('all-linked', 4)
  await world.run('sync --yes')
})
afterAll(() => world.close())

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
    const at = answerAll(false)

    const { code, stderr } = await world.run(`${verb} ${person().id} ${more}`.trim(), at)

    expect(code).toBe(1)
    expect(at.asked[0]).toContain(question)
    expect(stderr).toContain(person().lastName ?? 'nobody')
    if (verb === 'disconnect') expect(stderr).toMatch(/agrees: .*birth date.*\n\s+differs: /)
    expect(stderr).toContain('Nothing was changed')
    expect(await tabOf()).toBe('connected')
  })

  it('is carried out after a yes, and unasked with --yes or where there is no terminal and the order may go so', async () => {
    const at = answerAll(true)
    await world.run(`disconnect ${person().id}`, at)
    expect(at.asked).toHaveLength(1)
    expect(await tabOf()).not.toBe('connected')

    const unasked = answerAll(false)
    const ignored = await world.run(`ignore ${person().id} --reason left --yes`, unasked)
    const again = await world.run(`ignore ${person().id} --undo`)

    expect(unasked.asked).toEqual([])
    expect([ignored.code, again.code]).toEqual([0, 0])
  })
})

describe('an order about a link, where there is no terminal and no --yes', () => {
  let doubtful: CliWorld
  beforeEach(async () => {
    doubtful = await openCliWorld()
  })
  afterEach(() => doubtful.close())

  it('is refused with the command that does it, and shows first what it is about', async () => {
    const { story } = doubtful.sandbox
    const subject = story.cases.ambiguous[0] ?? ''
    const target = story.counterparts[subject]?.[0] ?? 0
    const lastName = doubtful.sandbox.alexis.data.employees.find(({ id }) => id === subject)?.lastName ?? ''
    const standing = async () => (await doubtful.run(`explain ${subject} --json`)).stdout
    const before = await standing()
    const orders = [`match ${subject} ${target}`, `match ${subject} --new`]

    for (const order of orders) {
      const end = await doubtful.run(`${order} --names`)
      const shown = end.stdout + end.stderr
      expect([order, end.code]).toEqual([order, 2])
      expect(end.stderr.replaceAll(/\s+/g, ' ')).toContain(`nmbrs-sync ${order} --yes`)
      expect(shown).toContain(lastName)
      expect(shown).toMatch(/birth date/)
    }
    expect(await standing()).toBe(before)
    await doubtful.run(`${orders[0] ?? ''} --yes`)
    const connected = await standing()
    const end = await doubtful.run(`disconnect ${subject} --names`)
    expect(end.code).toBe(2)
    expect(end.stderr).toMatch(/agrees: .*birth date/)
    expect(await standing()).toBe(connected)
  })

  it.each([
    ['ignore', 'ignore ID --reason elsewhere'],
    ['ignore --undo', 'ignore ID --undo'],
  ])('is carried out all the same when it is taken back as easily: %s', async (_name, order) => {
    const subject = doubtful.sandbox.story.cases.newHire[0] ?? ''
    await doubtful.run(`ignore ${subject} --reason before`)

    const end = await doubtful.run(order.replace('ID', subject))

    expect(end.code).toBe(0)
  })
})
