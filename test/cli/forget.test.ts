import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { openCliWorld, writesOf, type CliWorld, type CommandEnd } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

let world: CliWorld
let synced: RememberedWorld
let subject = ''
let targetId = ''

interface SyncJson {
  changes: { subject: string; targetId: string | null }[]
}

beforeAll(async () => {
  world = await openCliWorld()
  const sync = JSON.parse((await world.run('sync --yes --json')).stdout) as SyncJson
  subject = world.sandbox.story.cases.contactDiffers[0] ?? ''
  targetId = sync.changes.find((person) => person.subject === subject)?.targetId ?? ''
  synced = rememberWorld(world)
})
beforeEach(() => {
  synced.putBack()
})
afterAll(() => synced.close())

const eraseInAlexis = (): void => {
  const { data } = world.sandbox.alexis
  data.employees = data.employees.filter(({ id }) => id !== subject)
}

/** In the fake nobody is ever deleted; in another company they are gone from this one. */
const eraseInNmbrs = (): void => {
  world.sandbox.nmbrs.store.changeEmployee(Number(targetId), { companyId: 99 })
}

const stateBytes = (): string =>
  readdirSync(join(world.folder, 'data'))
    .filter((name) => name.startsWith('nmbrs-sync.db'))
    .map((name) => readFileSync(join(world.folder, 'data', name), 'latin1'))
    .join('')

const forget = (more = ''): Promise<CommandEnd> => world.run(`state forget ${subject} ${more}`)

describe('state forget', () => {
  it('is refused while AlexisHR has the person, whatever is said', async () => {
    eraseInNmbrs()

    const end = await forget('--yes --force --reason erased')

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('AlexisHR still has')
    expect(stateBytes()).toContain(subject)
  })

  it('needs a reason while Nmbrs has the person, and nobody is created or connected afterwards', async () => {
    eraseInAlexis()

    const refused = await forget('--yes')
    const unsaid = await forget('--yes --force')
    const forced = await forget('--yes --force --reason kept-until-2033')
    const writes = writesOf(world.sandbox).length
    const sync = await world.run('sync --yes --json')

    expect([refused.code, unsaid.code, forced.code]).toEqual([2, 2, 0])
    expect(refused.stderr).toContain(`still has employee ${targetId}`)
    expect(writesOf(world.sandbox)).toHaveLength(writes)
    expect(sync.stdout).not.toContain(subject)
    expect((await world.run('audit list')).stdout).toContain('kept-until-2033')
  })

  it('shows what goes, asks, and leaves no byte and a whole record', async () => {
    eraseInAlexis()
    eraseInNmbrs()
    const asked: string[] = []
    const answer = (yes: boolean) => ({
      prompts: {
        confirm: (message: string) => {
          asked.push(message)
          return Promise.resolve(yes)
        },
      } as never,
    })

    const unasked = await forget()
    const no = await world.run(`state forget ${subject}`, answer(false))
    expect(stateBytes()).toContain(subject)
    const yes = await world.run(`state forget ${subject}`, answer(true))

    expect([unasked.code, no.code, yes.code]).toEqual([2, 1, 0])
    expect(unasked.stderr).toContain(`nmbrs-sync state forget ${subject} --yes`)
    expect(no.stderr).toMatch(/1 links[\s\S]*entries of the audit record/)
    expect(asked).toEqual(['Forget this person for good?', 'Forget this person for good?'])
    expect(yes.stdout).toMatch(/is forgotten; the audit record calls them forgotten-/)
    expect(stateBytes()).not.toContain(subject)
    expect((await world.run('audit verify')).code).toBe(0)
    const again = await forget('--yes')
    expect(again.stderr).toContain('Nothing is kept of')
    expect(again.code).toBe(2)
  })

  it('prints a document, and forgets nobody when a side cannot be read', async () => {
    eraseInAlexis()
    eraseInNmbrs()
    world.sandbox.alexis.faults.add({ kind: 'status', status: 500, path: 'employee', repeats: 20 })
    const failed = await forget('--yes')
    world.sandbox.alexis.faults.clear()
    expect(failed.code).toBe(1)
    expect(stateBytes()).toContain(subject)

    const end = await forget('--yes --json')

    expect(JSON.parse(end.stdout)).toMatchObject({ subject, removed: { links: 1 } })
  })
})

describe('state.forgetAfterDays', () => {
  const leave = (): void => {
    eraseInAlexis()
    const { store } = world.sandbox.nmbrs
    const employments = store.findEmployee(Number(targetId))?.employments ?? []
    const ended = employments.map((row) => ({ ...row, startDate: '2019-01-01', endDate: '2020-01-31' }))
    store.changeEmployee(Number(targetId), { employments: ended })
  }
  const keepDays = (days: number): void => {
    const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/^state:$/m, `state:\n  forgetAfterDays: ${days}`))
  }

  it('is listed before it is set, and a sync forgets people by it and says so by their ids', async () => {
    leave()
    const unset = await world.run('state forget --due')
    const tried = await world.run('state forget --due 30')
    expect([unset.code, tried.code]).toEqual([2, 0])
    expect(tried.stdout).toContain('1 person is due to be forgotten.')
    expect(tried.stdout).toContain(subject)
    expect(stateBytes()).toContain(subject)
    keepDays(30)
    const [check, doctor] = [await world.run('config check'), await world.run('doctor')]
    expect(check.stdout).toContain('People are forgotten 30 days after')
    expect(doctor.stdout).toContain('30 days after their employment ended; 0 forgotten so far')

    const { stdout } = await world.run('sync --yes')

    expect(stdout).toContain(`(state.forgetAfterDays): ${subject}`)
    expect(stateBytes()).not.toContain(subject)
    expect((await world.run('audit verify')).code).toBe(0)
    expect((await world.run('state info')).stdout).toMatch(
      /forgetting people +30 days .*; 1 forgotten so far/,
    )
    expect(JSON.parse((await world.run('state forget --due --json')).stdout)).toMatchObject({
      afterDays: 30,
      due: [],
    })
  })

  it('asks for one of an id and a list', async () => {
    expect((await world.run('state forget')).code).toBe(2)
    expect((await world.run(`state forget ${subject} --due`)).code).toBe(2)
  })
})

describe('audit forget-reason', () => {
  it('takes a typed reason away, and says so in the record', async () => {
    const [other = ''] = world.sandbox.story.cases.ambiguous
    await world.run(`ignore ${other} --reason she-phoned-on-Monday`)
    const { entries } = JSON.parse((await world.run('audit list --json')).stdout) as {
      entries: { number: number; reason: string | null }[]
    }
    const number = entries.find(({ reason }) => reason === 'she-phoned-on-Monday')?.number ?? 0

    const end = await world.run(`audit forget-reason ${number} --yes`)

    expect(end).toMatchObject({ code: 0, stderr: '' })
    expect(stateBytes()).not.toContain('she-phoned-on-Monday')
    expect((await world.run('audit verify')).code).toBe(0)
    expect((await world.run(`audit forget-reason ${number} --yes`)).code).toBe(2)
  })
})
