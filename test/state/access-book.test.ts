import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { AccessBook, NewOrder, NewPlace } from '../../src/access/access-book.js'
import { noRequests } from '../../src/access/work/order.js'
import type { AccessSubject } from '../../src/domain/ids.js'
import { daan, facts, femke, noor } from '../access/records.js'
import { aFolder, firstMoment, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

const day = 86_400_000

/** A state file whose clock a test can turn. */
const openBook = async (folder = aFolder()) => {
  const clock = { now: firstMoment }
  const state = await openState(folder, { now: () => clock.now })
  const book = await state.store('acme', asTester).openAccessBook('nmbrs-ess')
  return { state, book, clock, folder }
}

const aWork = (subject: AccessSubject, differs: Partial<NewOrder> = {}): NewOrder => ({
  subject,
  kind: 'create',
  work: `work of ${subject}`,
  result: facts,
  ...differs,
})

const aPlace = (subject: AccessSubject, differs: Partial<NewPlace> = {}): NewPlace => ({
  subject,
  work: `work of ${subject}`,
  batch: 1,
  deletion: null,
  ...differs,
})

/** Wants and hands over the work of these people, by a worklist. Gives the key. */
const handOver = async (book: AccessBook, ...subjects: AccessSubject[]): Promise<string> => {
  await book.noteWanted(subjects.map((subject) => aWork(subject)))
  return deliver(
    book,
    subjects.map((subject) => aPlace(subject)),
  )
}

const deliver = async (book: AccessBook, places: readonly NewPlace[]): Promise<string> => {
  const { key } = await book.beginHandOver(places, ['worklist'])
  await book.beginDelivery(key, 'worklist')
  await book.endDelivery(key, 'worklist', 'arrived')
  return key
}

const statesOf = async (book: AccessBook): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await book.readKnown()).map(({ subject, login, order }) => [
      subject,
      `${order?.state ?? 'no order'}, ${login === null ? 'no login' : login.active ? 'login' : 'inactive'}`,
    ]),
  )

describe('what is kept of a portal', () => {
  it('is nothing at first', async () => {
    const { book } = await openBook()

    expect(await book.readKnown()).toEqual([])
    expect(await book.readRequests()).toEqual(noRequests)
    expect(await book.findListed()).toBeUndefined()
    expect(await book.readOpenHandOvers()).toEqual([])
  })

  it('is there again after the file was closed', async () => {
    const { book, state, folder } = await openBook()
    const key = await handOver(book, noor, daan)
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    await book.ask({ subject: femke, ask: 'individually' }, 'asked for it')
    const before = [await book.readKnown(), await book.readRequests()]
    await state.close()

    const again = await openBook(folder)

    expect([await again.book.readKnown(), await again.book.readRequests()]).toEqual(before)
    expect(before[0]).toMatchObject([
      {
        subject: noor,
        login: { ...facts, active: true, origin: 'confirmed' },
        order: { state: 'confirmed' },
      },
      { subject: daan, login: null, order: { state: 'handed-over', batch: `${key}-1` } },
    ])
  })

  it('is apart from other portals and other connections', async () => {
    const { book, state } = await openBook()
    await handOver(book, noor)

    const others = [
      await state.store('acme', asTester).openAccessBook('akken-ess'),
      await state.store('other', asTester).openAccessBook('nmbrs-ess'),
    ]

    for (const other of others) {
      expect(await other.readKnown()).toEqual([])
      expect(other.digest('email', 'noor@tulp.example')).not.toBe(book.digest('email', 'noor@tulp.example'))
    }
    expect(
      await state
        .store('acme', asTester)
        .openAccessBook('nmbrs-ess')
        .then((one) => one.readKnown()),
    ).toHaveLength(1)
  })

  it('finds equal addresses of two people equal', async () => {
    const { book } = await openBook()

    expect(book.digest('email', 'noor@tulp.example')).toBe(book.digest('email', 'noor@tulp.example'))
    expect(book.digest('email', 'noor@tulp.example')).not.toBe(book.digest('userName', 'noor@tulp.example'))
  })
})

describe('wanted work', () => {
  it('stays on record from the first time on, as long as it is wanted just so', async () => {
    const { book, clock } = await openBook()
    await book.noteWanted([aWork(noor), aWork(daan)])
    clock.now += day

    await book.noteWanted([aWork(noor), aWork(daan, { work: 'another' })])

    expect((await book.readKnown()).map(({ order }) => [order?.work, order?.wantedAt])).toEqual([
      [`work of ${noor}`, '2026-01-05T08:00:00.000Z'],
      ['another', '2026-01-06T08:00:00.000Z'],
    ])
  })

  it('is forgotten when it is not wanted any more', async () => {
    const { book } = await openBook()
    await book.noteWanted([aWork(noor), aWork(daan)])

    await book.noteWanted([aWork(daan)])

    expect(await statesOf(book)).toEqual({ [daan]: 'wanted, no login' })
  })

  it('shows what was answered before when it is not wanted any more', async () => {
    const { book } = await openBook()
    await handOver(book, noor)
    await book.answer({ subjects: [noor] }, 'refused', 'not him')
    await book.noteWanted([aWork(noor, { work: 'another' })])

    await book.noteWanted([])

    expect(await statesOf(book)).toEqual({ [noor]: 'refused, no login' })
  })

  it('changes nothing while work about the login is in somebody’s hands', async () => {
    const { book } = await openBook()
    await handOver(book, noor)

    await book.noteWanted([aWork(noor, { work: 'another' })])
    await book.noteWanted([])

    expect((await book.readKnown()).map(({ order }) => [order?.state, order?.work])).toEqual([
      ['handed-over', `work of ${noor}`],
    ])
  })

  it('cannot be handed over as something that it is not, nor twice', async () => {
    const { book } = await openBook()
    await book.noteWanted([aWork(noor)])

    await expect(book.beginHandOver([aPlace(noor, { work: 'another' })], ['worklist'])).rejects.toThrow(
      'not wanted so',
    )
    await expect(book.beginHandOver([aPlace(daan)], ['worklist'])).rejects.toThrow('not wanted so')
    await book.beginHandOver([aPlace(noor)], ['worklist'])
    await expect(book.beginHandOver([aPlace(noor)], ['worklist'])).rejects.toThrow('under way already')
  })
})

describe('a hand-over', () => {
  it('is on record before anything is delivered, and its work is not handed over yet', async () => {
    const { book } = await openBook()
    await book.noteWanted([aWork(noor)])

    const open = await book.beginHandOver([aPlace(noor)], ['worklist', 'webhook'])

    expect(open).toEqual({
      key: open.key,
      begunAt: '2026-01-05T08:00:00.000Z',
      places: [{ subject: noor, work: `work of ${noor}`, batch: `${open.key}-1`, deletion: null }],
      deliveries: { worklist: 'waiting', webhook: 'waiting' },
    })
    expect(open.key).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
    expect(await book.readOpenHandOvers()).toEqual([open])
    expect((await book.readKnown())[0]?.order).toMatchObject({ state: 'wanted', batch: null })
  })

  it('is found open, with its place kept, when the program ended between delivery and record', async () => {
    const { book, state, folder } = await openBook()
    await book.noteWanted([aWork(noor)])
    const { key } = await book.beginHandOver([aPlace(noor)], ['webhook'])
    await book.beginDelivery(key, 'webhook')
    await state.close()

    const again = await openBook(folder)
    // A plan made in between wants the same and something else; what is under way stays.
    await again.book.noteWanted([aWork(daan)])

    expect(await again.book.readOpenHandOvers()).toMatchObject([
      { key, places: [{ subject: noor, work: `work of ${noor}` }], deliveries: { webhook: 'begun' } },
    ])
  })

  it('has arrived for everybody with the first channel, and is open until the last', async () => {
    const { book } = await openBook()
    await book.noteWanted([aWork(noor)])
    const { key } = await book.beginHandOver([aPlace(noor)], ['worklist', 'webhook'])

    await book.endDelivery(key, 'worklist', 'arrived')
    await book.endDelivery(key, 'webhook', 'not-arrived')

    expect(await statesOf(book)).toEqual({ [noor]: 'handed-over, no login' })
    expect(await book.readOpenHandOvers()).toMatchObject([
      { key, deliveries: { worklist: 'arrived', webhook: 'not-arrived' } },
    ])

    await book.endDelivery(key, 'webhook', 'arrived')

    expect(await book.readOpenHandOvers()).toEqual([])
  })

  it('that surely did not arrive lets go of work that is wanted otherwise by now', async () => {
    const { book } = await openBook()
    await book.noteWanted([aWork(noor)])
    const { key } = await book.beginHandOver([aPlace(noor)], ['webhook', 'email'])
    await book.endDelivery(key, 'webhook', 'not-arrived')

    await book.giveUp(key, [noor])
    await book.noteWanted([aWork(noor, { work: 'another' })])

    expect((await book.readKnown())[0]?.order).toMatchObject({ state: 'wanted', work: 'another' })
  })

  it.each(['begun', 'unknown'] as const)(
    'that may have arrived (%s) expires such work: nobody knows whether it will be done',
    async (how) => {
      const { book } = await openBook()
      await book.noteWanted([aWork(noor), aWork(daan)])
      const { key } = await book.beginHandOver([aPlace(noor), aPlace(daan)], ['webhook'])
      await book.beginDelivery(key, 'webhook')
      if (how === 'unknown') await book.endDelivery(key, 'webhook', 'unknown')

      await book.giveUp(key, [noor])

      expect(await statesOf(book)).toEqual({ [noor]: 'expired, no login', [daan]: 'wanted, no login' })
      expect((await book.readOpenHandOvers())[0]?.places.map(({ subject }) => subject)).toEqual([daan])
    },
  )

  it('that is closed hands over nothing any more', async () => {
    const { book } = await openBook()
    await book.noteWanted([aWork(noor)])
    const { key } = await book.beginHandOver([aPlace(noor)], ['webhook'])

    await book.closeHandOver(key)

    expect(await book.readOpenHandOvers()).toEqual([])
    expect(await book.readKnown()).toEqual([])
  })

  it('keeps what was asked for people by name, and to whom login data was sent, after the file was closed', async () => {
    const { book, state, folder } = await openBook()
    await book.ask({ subject: noor, ask: 'remove' }, null)
    await book.ask({ subject: daan, ask: 'user-name' }, null)
    await book.noteLetter(noor, 'paper', '2999-01-01T00:00:00.000Z')
    await book.noteLetter(noor, 'email', '2999-01-01T00:00:00.000Z')
    await state.close()

    const again = await openBook(folder)

    expect(await again.book.readRequests()).toEqual({
      ...noRequests,
      remove: new Set([noor]),
      userName: new Set([daan]),
    })
    expect([...(await again.book.readLetters())]).toEqual([
      [noor, { way: 'email', at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown }],
    ])
  })

  it('lets login data go to somebody once since a moment, and again once it surely was not sent', async () => {
    const { book } = await openBook()
    const before = '2000-01-01T00:00:00.000Z'

    expect(await book.noteLetter(noor, 'email', before)).toBe(true)
    expect(await book.noteLetter(noor, 'email', before)).toBe(false)
    await book.forgetLetter(noor)
    await book.forgetLetter(daan)

    expect([...(await book.readLetters())]).toEqual([])
    expect(await book.noteLetter(noor, 'paper', before)).toBe(true)
  })

  it('uses up what was asked by hand about its work, and nothing else', async () => {
    const { book } = await openBook()
    await book.ask({ subject: noor, ask: 'again' }, null)
    await book.ask({ subject: noor, ask: 'acceptance', work: `work of ${noor}`, how: 'none-open' }, null)
    await book.ask({ subject: noor, ask: 'resend' }, null)
    await book.ask({ subject: daan, ask: 'individually' }, null)

    await handOver(book, noor)

    expect(await book.readRequests()).toEqual({
      ...noRequests,
      resend: new Set([noor]),
      individually: new Set([daan]),
    })
  })
})

describe('an answer', () => {
  it.each(['confirmed', 'refused'] as const)(
    'that says %s uses up what was asked for before: it hands nothing over again afterwards',
    async (answer) => {
      const { book, clock } = await openBook()
      await handOver(book, noor)
      clock.now += 40 * 24 * 3_600_000
      await book.expireOrders(new Date(clock.now).toISOString())
      await book.ask({ subject: noor, ask: 'again' }, null)
      await book.ask({ subject: noor, ask: 'resend' }, null)

      await book.answer({ subjects: [noor] }, answer, null)

      expect(await book.readRequests()).toEqual({ ...noRequests, resend: new Set([noor]) })
    },
  )

  it('is given to people, to a batch or to a whole hand-over', async () => {
    const { book } = await openBook()
    const key = await handOver(book, noor, daan, femke)

    const byPerson = await book.answer({ subjects: [noor] }, 'refused', 'on leave')
    const byBatch = await book.answer({ batch: `${key}-1` }, 'confirmed', null)
    const byHandOver = await book.answer({ handOver: key }, 'refused', null)

    expect(byPerson.answered).toEqual([{ subject: noor, kind: 'create', answer: 'refused' }])
    // A word about one person stands against one about all; it is taken back by name.
    expect(byBatch.answered.map(({ subject }) => subject)).toEqual([daan, femke])
    expect(byHandOver.answered).toEqual([])
    expect(byHandOver.passed.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    expect((await book.answer({ subjects: [noor] }, 'confirmed', null)).answered).toHaveLength(1)
  })

  it('is not taken for work that nobody was told of, nor for somebody without any', async () => {
    const { book } = await openBook()
    await book.noteWanted([aWork(noor)])

    const end = await book.answer({ subjects: [noor, daan] }, 'confirmed', null)

    expect(end).toEqual({
      answered: [],
      passed: [
        { subject: noor, state: 'wanted' },
        { subject: daan, state: null },
      ],
    })
    expect(await statesOf(book)).toEqual({ [noor]: 'wanted, no login' })
  })

  it('names the next command when there is no such batch or hand-over', async () => {
    const { book } = await openBook()

    await expect(book.answer({ batch: 'none' }, 'confirmed', null)).rejects.toThrow(
      'access worklist nmbrs-ess',
    )
    await expect(book.answer({ handOver: 'ABCDEF' }, 'confirmed', null)).rejects.toThrow(
      'no hand-over ABCDEF',
    )
  })

  it('for the deleting batch of a replacement ends the login and leaves its creation in hands', async () => {
    const { book } = await openBook()
    await handOver(book, noor)
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    const place = aPlace(noor, { work: 'replacing', batch: 2, deletion: 1 })
    await book.noteWanted([aWork(noor, { kind: 'replace', work: 'replacing' })])
    const key = await deliver(book, [place])

    const first = await book.answer({ batch: `${key}-1` }, 'confirmed', null)
    const between = await statesOf(book)
    await book.answer({ batch: `${key}-2` }, 'confirmed', null)

    expect(first.answered).toEqual([{ subject: noor, kind: 'replace', answer: 'deletion-confirmed' }])
    expect(between).toEqual({ [noor]: 'handed-over, no login' })
    expect(await statesOf(book)).toEqual({ [noor]: 'confirmed, login' })
  })

  it('that never came lets work expire, and can still come later', async () => {
    const { book, clock } = await openBook()
    await handOver(book, noor)
    clock.now += 10 * day

    const early = await book.expireOrders('2026-01-05T08:00:00.000Z')
    const late = await book.expireOrders('2026-01-05T08:00:00.001Z')
    const expired = await statesOf(book)
    await book.answer({ subjects: [noor] }, 'confirmed', null)

    expect([early, late]).toEqual([[], [noor]])
    expect(expired).toEqual({ [noor]: 'expired, no login' })
    expect(await statesOf(book)).toEqual({ [noor]: 'confirmed, login' })
  })

  it('is put on record with who gave it and what he typed', async () => {
    const { book, state } = await openBook()
    const key = await handOver(book, noor)
    await book.ask({ subject: daan, ask: 'resend' }, 'called us')
    await book.unask(daan)

    await book.answer({ subjects: [noor] }, 'refused', 'has one elsewhere')

    const entries = await state.audit.read({ limit: 10 })
    const told = entries.map(({ kind, subject, code, detail, reason, reference, actor, connection }) =>
      [actor, connection, kind, subject, code, detail, reason, reference].join(' | '),
    )
    expect(new Set(told)).toEqual(
      new Set([
        `tester | acme | login-work-handed-over | ${noor} | create | nmbrs-ess |  | ${key}`,
        `tester | acme | login-asked | ${daan} | resend | nmbrs-ess | called us | `,
        `tester | acme | login-unasked | ${daan} |  | nmbrs-ess |  | `,
        `tester | acme | login-work-answered | ${noor} | refused | nmbrs-ess create | has one elsewhere | `,
      ]),
    )
    expect((await state.audit.verify()).flaw).toBeUndefined()
  })
})

describe('what people ask by hand', () => {
  it('is kept until it is handed over or taken back; the last word on a replacement counts', async () => {
    const { book } = await openBook()
    await book.ask({ subject: noor, ask: 'acceptance', work: 'w', how: 'none-open' }, null)
    await book.ask({ subject: noor, ask: 'acceptance', work: 'w', how: 'loss-accepted' }, null)
    await book.ask({ subject: daan, ask: 'again' }, null)

    expect(await book.readRequests()).toEqual({
      ...noRequests,
      again: new Set([daan]),
      acceptances: [{ subject: noor, work: 'w', how: 'loss-accepted' }],
    })
    expect([await book.unask(noor), await book.unask(noor)]).toEqual([true, false])
    expect((await book.readRequests()).acceptances).toEqual([])
  })
})

describe('a list of the portal', () => {
  it('confirms work, records logins, forgets what is gone, and says when the whole was seen', async () => {
    const { book, clock } = await openBook()
    await handOver(book, noor, daan, femke)
    await book.answer({ subjects: [femke] }, 'confirmed', null)
    clock.now += day
    const listed = { ...facts, template: 'Employee login', active: true }

    await book.noteImport({
      logins: [{ subject: noor, login: listed }],
      done: [{ subject: noor, work: `work of ${noor}` }],
      gone: [femke],
      whole: true,
      lines: 1,
      surprises: 0,
    })

    expect(await statesOf(book)).toEqual({
      [noor]: 'confirmed, login',
      [daan]: 'handed-over, no login',
      [femke]: 'confirmed, no login',
    })
    expect((await book.readKnown())[0]?.login).toMatchObject({
      template: 'Employee login',
      origin: 'imported',
    })
    expect(await book.findListed()).toBe('2026-01-06T08:00:00.000Z')
  })

  it('leaves alone what it says nothing of, and is not the whole unless somebody says so', async () => {
    const { book } = await openBook()
    await handOver(book, noor)
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    const before = await book.readKnown()

    await book.noteImport({ logins: [], done: [], gone: [], whole: false, lines: 0, surprises: 0 })

    expect(await book.readKnown()).toEqual(before)
    expect(await book.findListed()).toBeUndefined()
  })

  it('that shows a login as it is known leaves it known since when it was', async () => {
    const { book, clock } = await openBook()
    await handOver(book, noor)
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    clock.now += day

    const login = { ...facts, active: true }
    await book.noteImport({
      logins: [{ subject: noor, login }],
      done: [],
      gone: [],
      whole: false,
      lines: 1,
      surprises: 0,
    })

    expect((await book.readKnown())[0]?.login).toMatchObject({
      origin: 'confirmed',
      since: '2026-01-05T08:00:00.000Z',
    })
  })
})

describe('letting old things go', () => {
  it('keeps logins, open work and the latest about each person, and drops what came before', async () => {
    const { book, state, clock } = await openBook()
    await handOver(book, noor)
    await book.answer({ subjects: [noor] }, 'refused', null)
    clock.now += day
    await book.noteWanted([aWork(noor, { work: 'second' })])
    await deliver(book, [aPlace(noor, { work: 'second' })])
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    await book.noteWanted([aWork(daan)])
    await deliver(book, [aPlace(daan)])
    const before = await book.readKnown()

    await state.store('acme', asTester).runs.purgeRuns({ before: '2027-01-01T00:00:00.000Z', keep: 1 })

    expect(await book.readKnown()).toEqual(before)
    expect((await state.info()).rows.access_order).toBe(2)
    expect((await book.readUnanswered()).map(({ places }) => places[0]?.subject)).toEqual([daan])
  })
})

describe('telling people of their login', () => {
  it('is due for new logins that were confirmed lately, once', async () => {
    const { book, clock } = await openBook()
    await handOver(book, noor, daan, femke)
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    clock.now += day
    await book.answer({ subjects: [daan] }, 'confirmed', null)
    await book.answer({ subjects: [femke] }, 'refused', null)

    const since = '2026-01-06T00:00:00.000Z'
    const before = await book.readUntold(since)
    const claims = [
      await book.noteTold(daan, `work of ${daan}`),
      await book.noteTold(daan, `work of ${daan}`),
    ]

    expect(before).toEqual([
      { subject: daan, kind: 'create', work: `work of ${daan}`, answeredAt: '2026-01-06T08:00:00.000Z' },
    ])
    expect(await book.readUntold(since)).toEqual([])
    expect(claims).toEqual([true, false])
    expect(await book.readUntold('2026-01-01T00:00:00.000Z')).toHaveLength(1)
    await book.noteUntold(daan, `work of ${daan}`)
    expect(await book.readUntold(since)).toHaveLength(1)
  })
})

describe('the state file', () => {
  it('has no name and no address of anybody in it', async () => {
    const { book, state, folder } = await openBook()
    const email = { kind: 'private' as const, digest: book.digest('email', 'noor.vanzanten@tulp.example') }
    const userName = book.digest('userName', 'nvanzanten')
    await book.noteWanted([aWork(noor, { result: { ...facts, email, userName } })])
    await deliver(book, [aPlace(noor)])
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    await state.close()

    const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))

    expect(bytes.toString('latin1')).toContain(email.digest)
    expect(bytes.toString('latin1')).not.toMatch(/vanzanten|tulp\.example/i)
  })
})
