import Database from 'better-sqlite3'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { defaultHoldSettings } from '../support/hold-builders.js'
import { anIban, sourceValues, withWorld, type World } from '../support/world.js'

const unguard = 'DROP TRIGGER audit_next; DROP TRIGGER audit_unchanged; DROP TRIGGER audit_kept;'

/** Does something to the state file with other hands than the program's. */
const tamper = async (world: World, statements: string): Promise<void> => {
  const sqlite = new Database((await world.state.info()).path)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(statements)
  sqlite.close()
}

const ibans = (world: World): (string | undefined)[] =>
  [...world.target.employees.values()].flatMap(({ bankAccounts }) =>
    bankAccounts.map(({ values }) => values.IBAN),
  )

/** Somebody whose bank account waits to be changed from the first to the second. */
const waiting = async (world: World): Promise<void> => {
  world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1) }))
  await world.run()
  world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
  await world.run()
}

const addWord = (word: 'release' | 'reject', actor: string): string =>
  `INSERT INTO hold_word (hold_id, word, actor, reason, at)
     SELECT id, '${word}', '${actor}', 'asked', opened_at FROM hold WHERE closed_at IS NULL;`

const expectHeld = async (world: World): Promise<void> => {
  const end = await world.run()
  expect(end.document.changes.map(({ outcome }) => outcome)).not.toContain('applied')
  expect(ibans(world)).toEqual([anIban(1)])
}

describe('a word that other hands put into the state file', () => {
  it('releases nothing', async () => {
    await withWorld(async (world) => {
      await waiting(world)

      await tamper(world, addWord('release', 'fatma'))

      await expectHeld(world)
      const [hold] = await world.deps.store.holds.readHolds()
      expect(hold?.words).toEqual([])
    })
  })

  it('releases nothing with an audit entry beside it that has no hash of the key', async () => {
    await withWorld(async (world) => {
      await waiting(world)

      await tamper(
        world,
        `${unguard}
         INSERT INTO audit (number, at, actor, connection, kind, subject, reason, reference, detail, hash)
           SELECT (SELECT max(number) + 1 FROM audit), opened_at, 'fatma', 'acme', 'hold-released', subject, 'asked', id, 'sealed',
             (SELECT hash FROM audit ORDER BY number DESC LIMIT 1) FROM hold;
         INSERT INTO hold_word (hold_id, word, actor, reason, at, entry, seal)
           SELECT id, 'release', 'fatma', 'asked', opened_at, (SELECT max(number) FROM audit), digest FROM hold;`,
      )

      await expectHeld(world)
    })
  })

  it('does not count beside a true one as the second of two people', async () => {
    await withWorld(async (world) => {
      world.deps.settings = { ...world.deps.settings, holds: { ...defaultHoldSettings, releasers: 2 } }
      await waiting(world)
      await world.say('release', 'fatma')

      await tamper(world, addWord('release', 'joost'))
      await tamper(
        world,
        `INSERT INTO hold_word (hold_id, word, actor, reason, at, entry, seal)
           SELECT hold_id, word, 'joost', reason, at, entry, seal FROM hold_word WHERE seal IS NOT NULL`,
      )
      await expectHeld(world)

      await world.say('release', 'joost')
      await world.run()
      expect(ibans(world)).toEqual([anIban(2)])
    })
  })

  it.each([
    ['of another time', "UPDATE hold_word SET at = '2099-01-01T00:00:00.000Z'"],
    ['of a refusal', "UPDATE hold_word SET word = 'release'"],
    ['of another person', "UPDATE hold_word SET actor = 'joost'"],
  ])('counts for nothing when it was made %s', async (_what, statements) => {
    await withWorld(async (world) => {
      await waiting(world)
      await world.say('reject', 'fatma')

      await tamper(world, statements)

      await expectHeld(world)
    })
  })

  it('does not release a change by moving a true release to it', async () => {
    await withWorld(async (world) => {
      await waiting(world)
      await world.say('release', 'fatma')
      const [released] = await world.deps.store.holds.readHolds()
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(3) })
      await world.run({ mode: 'plan' })
      const all = await world.deps.store.holds.readHolds()
      const other = all.find(({ id }) => id !== released?.id)

      await tamper(
        world,
        `DELETE FROM hold WHERE id = '${other?.id ?? ''}'; UPDATE hold SET digest = '${other?.digest ?? ''}'`,
      )

      expect(other).toBeDefined()
      await expectHeld(world)
    })
  })

  it('does not make a used release count again by opening its hold', async () => {
    await withWorld(async (world) => {
      await waiting(world)
      await world.say('release', 'fatma')
      await world.run()
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(1) })
      await world.run()
      await world.say('release', 'fatma')
      await world.run()
      expect(ibans(world)).toEqual([anIban(1)])

      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
      await tamper(world, 'UPDATE hold SET closed_how = NULL, closed_at = NULL')

      await expectHeld(world)
    })
  })

  it('does not bring a release back by taking the refusal after it away', async () => {
    await withWorld(async (world) => {
      await waiting(world)
      await world.say('release', 'fatma')
      await world.say('reject', 'joost')

      await tamper(world, "DELETE FROM hold_word WHERE word = 'reject'")

      await expectHeld(world)
      await world.say('release', 'fatma')
      await world.run()
      expect(ibans(world)).toEqual([anIban(2)])
    })
  })

  it('does not keep a release from running out', async () => {
    await withWorld(async (world) => {
      await waiting(world)
      await world.say('release', 'fatma')
      world.deps.now = () => Date.UTC(2027, 11, 24, 8)

      await tamper(world, "UPDATE hold SET sending_at = '2026-11-22T08:10:00.000Z', sending_seal = digest")

      await expectHeld(world)
    })
  })

  it('changes nothing for any row of words, alone or beside true ones', async () => {
    const text = fc.constantFrom('release', 'reject', 'fatma', 'joost', 'asked')
    const row = fc.record({
      word: fc.constantFrom('release', 'reject'),
      actor: text,
      reason: text,
      entry: fc.option(fc.integer({ min: 0, max: 40 })),
      seal: fc.constantFrom(
        'NULL',
        'digest',
        "''",
        '(SELECT seal FROM hold_word WHERE seal IS NOT NULL LIMIT 1)',
      ),
    })
    await withWorld(async (world) => {
      await waiting(world)
      await world.say('reject', 'fatma')

      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
          for (const { word, actor, reason, entry, seal } of rows)
            await tamper(
              world,
              `INSERT INTO hold_word (hold_id, word, actor, reason, at, entry, seal)
                 SELECT id, '${word}', '${actor}', '${reason}', opened_at, ${entry ?? 'NULL'}, ${seal} FROM hold`,
            )
          const [hold] = await world.deps.store.holds.readHolds()
          expect(hold?.words.map(({ word, actor }) => `${word} ${actor}`)).toEqual(['reject fatma'])
        }),
        { numRuns: 50 },
      )
    })
  })
})
