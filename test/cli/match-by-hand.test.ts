import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'

import { openCliWorld, scriptPrompts, type CliWorld } from './cli-world.js'

let world: CliWorld
beforeEach(async () => {
  world = await openCliWorld()
})
afterEach(() => world.close())

/** Someone of whom payroll has two candidates, and one of them. */
const ambiguousPair = (): [string, number] => {
  const subject = world.sandbox.story.cases.ambiguous[0] ?? ''
  return [subject, world.sandbox.story.counterparts[subject]?.[0] ?? 0]
}
/** Someone whom a rule connects, and to whom. */
const rulePair = (): [string, number] => {
  const subject = world.sandbox.story.linkedEqual[0] ?? ''
  return [subject, world.sandbox.story.counterparts[subject]?.[0] ?? 0]
}
const namesOf = (subject: string): string[] => {
  const person = world.sandbox.alexis.data.employees.find(({ id }) => id === subject)
  return [person?.firstName ?? '', person?.lastName ?? '']
}

interface PairJson {
  link: { status: string } | null
  pair: { agrees: string[]; differs: string[]; objections: { kind: string }[]; forced: boolean }
}
const toJson = (text: string): PairJson => JSON.parse(text) as PairJson

const linkOf = async (subject: string): Promise<string | undefined> => {
  const { stdout } = await world.run('status --all --json')
  const { employees } = JSON.parse(stdout) as {
    employees: { subject: string; pairing: string; origin: string }[]
  }
  const found = employees.find((one) => one.subject === subject)
  return found && `${found.pairing} ${found.origin}`
}

describe('a match by hand', () => {
  it('shows both people on a terminal with what agrees and differs, and asks', async () => {
    const [subject, target] = ambiguousPair()
    const prompts = scriptPrompts([true])

    const end = await world.run(`match ${subject} ${target}`, { prompts, isTerminal: true })

    expect(end.code).toBe(0)
    expect(prompts.asked).toEqual(['Is this one person? They are connected then.'])
    expect(end.stdout).toContain(`AlexisHR  ${subject}`)
    expect(end.stdout).toMatch(new RegExp(`Nmbrs +${target}`))
    expect(end.stdout).toMatch(/agrees: +.*birth date/)
    for (const name of namesOf(subject)) expect(end.stdout).toContain(name)
    expect(await linkOf(subject)).toBe('connected manual')
  })

  it('changes nothing on a no', async () => {
    const [subject, target] = ambiguousPair()

    const end = await world.run(`match ${subject} ${target}`, {
      prompts: scriptPrompts([false]),
      isTerminal: true,
    })

    expect(end.code).toBe(1)
    expect(await linkOf(subject)).not.toContain('connected')
  })

  it('asks nothing with --yes', async () => {
    const [subject, target] = ambiguousPair()

    const end = await world.run(`match ${subject} ${target} --yes`, {
      prompts: scriptPrompts([]),
      isTerminal: true,
    })

    expect(end.code).toBe(0)
    expect(await linkOf(subject)).toBe('connected manual')
  })

  it('connects without a terminal and with --yes what nothing contradicts, and names no value in its document', async () => {
    const [subject, target] = ambiguousPair()

    const end = await world.run(`match ${subject} ${target} --yes --json`)

    const { link, pair } = toJson(end.stdout)
    expect(end.code).toBe(0)
    expect(link).toMatchObject({ status: 'connected', targetId: String(target) })
    expect(pair).toMatchObject({ objections: [], forced: false })
    expect(pair.agrees).toContain('birthDate')
    for (const name of namesOf(subject)) expect(end.stdout).not.toContain(name)
  })

  it('refuses an employee who contradicts and belongs to someone else, and says so', async () => {
    const [subject] = ambiguousPair()
    const [owner, target] = rulePair()

    const end = await world.run(`match ${subject} ${target} --json`)
    const asked = await world.run(`match ${subject} ${target} --yes`)

    const { link, pair } = toJson(end.stdout)
    expect([end.code, asked.code]).toEqual([2, 2])
    expect(link).toBeNull()
    expect(pair.objections).toEqual([
      expect.objectContaining({ kind: 'contradiction' }),
      expect.objectContaining({ kind: 'employee-belongs-elsewhere', sourceId: owner }),
    ])
    expect(end.stderr).toContain(`--force --reason TEXT`)
    expect(asked.stdout).toContain('against: ')
    expect(await linkOf(subject)).not.toContain('connected')
  })

  it('refuses another employee for somebody whom a rule connects', async () => {
    const [subject] = rulePair()
    const [, target] = ambiguousPair()

    const end = await world.run(`match ${subject} ${target} --json`)

    expect(end.code).toBe(2)
    expect(toJson(end.stdout).pair.objections.map(({ kind }) => kind)).toContain('person-belongs-elsewhere')
  })

  it('is forced with a reason that goes on record, and not without one', async () => {
    const [subject] = ambiguousPair()
    const [, target] = rulePair()
    const command = ['match', subject, String(target), '--force']

    const silent = await world.run(command.join(' '))
    const forced = await world.run([...command, '--reason', 'seen-the-passport', '--yes', '--json'].join(' '))
    const audit = await world.run('audit list --json')

    expect(silent.code).toBe(2)
    expect(silent.stderr).toContain('--force --reason TEXT')
    expect(forced.code).toBe(0)
    expect(toJson(forced.stdout).pair.forced).toBe(true)
    expect(audit.stdout).toContain('seen-the-passport')
    expect(await linkOf(subject)).toBe('connected manual')
  })

  it('refuses somebody of whom the personal info cannot be read', async () => {
    const [subject, target] = ambiguousPair()
    world.sandbox.nmbrs.edit(target, { personalInfo: { LastName: 'Anders' }, undated: true })

    const end = await world.run(`match ${subject} ${target} --json`)

    expect(end.code).toBe(2)
    expect(toJson(end.stdout).pair.objections.map(({ kind }) => kind)).toContain('target-unread')
  })

  it.each([
    ['the person is connected already', 'is connected to Nmbrs employee'],
    ['the employee is connected to someone else', 'is connected to '],
  ])('is no question where %s', async (what, words) => {
    const [owner, target] = rulePair()
    const [subject] = ambiguousPair()
    await world.run('sync --yes')
    const order = what.startsWith('the person') ? `${owner} 1` : `${subject} ${target}`

    const end = await world.run(`match ${order} --force --reason because`)

    expect(end.code).toBe(2)
    expect(end.stderr).toContain(words)
  })
})

/** Marks someone's link as one that an earlier version made and whose first contact wrote a name. */
const putUnderReview = (subject: string): void => {
  const sqlite = new Database(join(world.folder, 'data', 'nmbrs-sync.db'))
  sqlite.exec(`INSERT OR IGNORE INTO phrase (text) VALUES ('["FirstName","EmailWork"]');
    INSERT INTO link_review (connection_id, company_id, subject, target_id, fields, written_at)
      SELECT link.connection_id, link.company_id, source_id, target_id, phrase.id, '2026-10-01T06:00:00.000Z'
      FROM link, phrase WHERE source_id = '${subject}' AND phrase.text = '["FirstName","EmailWork"]'`)
  sqlite.close()
}

describe('a link to review', () => {
  it('is listed with what was written and the two answers, with a name on a terminal alone', async () => {
    const [subject, target] = rulePair()
    await world.run('sync --yes')
    putUnderReview(subject)

    const shown = await world.run('worklist --review', { isTerminal: true })
    const piped = await world.run('worklist --review')
    const { stdout } = await world.run('worklist --review --json')
    const whole = await world.run('worklist')

    const [firstName = ''] = namesOf(subject)
    expect(shown.stdout).toContain(firstName)
    expect(piped.stdout).not.toContain(firstName)
    expect(piped.stdout).toContain('written at first contact on 2026-10-01: first name')
    expect(piped.stdout).toContain(
      `one person: nmbrs-sync match ${subject} ${target}; two people: nmbrs-sync disconnect ${subject}`,
    )
    expect(whole.stdout).toContain('to review: 1. See them: nmbrs-sync worklist --review')
    expect(JSON.parse(stdout)).toEqual({
      formatVersion: 1,
      reviews: [
        {
          subject,
          companyId: expect.any(String),
          targetId: String(target),
          fields: ['FirstName', 'EmailWork'],
          writtenAt: '2026-10-01T06:00:00.000Z',
        },
      ],
    })
  })

  it('is right when the same pair is matched again, which no other connected pair can be', async () => {
    const [subject, target] = rulePair()
    await world.run('sync --yes')
    putUnderReview(subject)

    const said = await world.run(`match ${subject} ${target} --yes`)
    const again = await world.run(`match ${subject} ${target} --yes`)
    const left = await world.run('worklist --review')

    expect([said.code, again.code]).toEqual([0, 2])
    expect(left.stdout).toBe('No link waits for a review.\n')
    expect(await linkOf(subject)).toBe('connected manual')
  })
})
