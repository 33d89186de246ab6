import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { AccessBook } from '../../../src/access/access-book.js'
import type { WorkKind } from '../../../src/access/work/order.js'
import { toRunId } from '../../../src/domain/ids.js'
import { restoreState } from '../../../src/state/sqlite/file/restore.js'
import { facts, noor } from '../../access/records.js'
import { aFolder, firstMoment, openState, stateOptions } from '../temp-state.js'
import { asTester } from '../../support/builders.js'

const day = 86_400_000

const openBook = async (folder = aFolder()) => {
  const clock = { now: firstMoment }
  const state = await openState(folder, { now: () => clock.now })
  return { state, book: await state.store('acme', asTester).openAccessBook('nmbrs-ess'), clock, folder }
}

/** Hands work about one person over. Gives the key. */
const handOver = async (book: AccessBook, kind: WorkKind, end: 'arrived' | 'unknown' = 'arrived') => {
  await book.noteWanted([{ subject: noor, kind, work: `a ${kind}`, result: facts }])
  const { key } = await book.beginHandOver(
    [{ subject: noor, work: `a ${kind}`, batch: 1, deletion: null }],
    ['webhook'],
  )
  await book.beginDelivery(key, 'webhook')
  await book.endDelivery(key, 'webhook', end)
  return key
}

const expire = async ({ book, clock }: Awaited<ReturnType<typeof openBook>>): Promise<void> => {
  clock.now += 40 * day
  await book.expireOrders(new Date(clock.now).toISOString())
}

const readOne = async (book: AccessBook) => {
  const [known] = await book.readKnown()
  return { order: known?.order?.state, before: known?.before?.state, link: known?.link?.state }
}

const answer = async (book: AccessBook, word: 'confirmed' | 'refused') =>
  (await book.answer({ subjects: [noor] }, word, null)).answered.map(({ kind }) => kind)

describe('a link to set a password again', () => {
  it('hides neither work that nobody answered nor the word about it', async () => {
    const opened = await openBook()
    const { book } = opened
    await handOver(book, 'replace')
    await expire(opened)
    await handOver(book, 'resend')

    expect(await readOne(book)).toEqual({ order: 'expired', link: 'handed-over' })
    // First what is in somebody's hands, then what waits longer.
    expect(await answer(book, 'confirmed')).toEqual(['resend'])
    expect(await answer(book, 'refused')).toEqual(['replace'])
    expect(await readOne(book)).toEqual({ order: 'refused', link: 'confirmed' })
    // A word about the link, given twice, is none about what was refused before it.
    expect(await answer(book, 'confirmed')).toEqual([])
  })

  it('that nobody answered stands behind work that nobody answered', async () => {
    const opened = await openBook()
    const { book } = opened
    await handOver(book, 'replace')
    await expire(opened)
    await handOver(book, 'resend')
    await expire(opened)

    expect(await answer(book, 'confirmed')).toEqual(['replace'])
    expect(await answer(book, 'confirmed')).toEqual(['resend'])
  })

  it('hides no earlier work in doubt from work that is only wanted', async () => {
    const { book } = await openBook()
    const key = await handOver(book, 'replace', 'unknown')
    await book.giveUp(key, [noor])
    await handOver(book, 'resend')
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    await book.noteWanted([{ subject: noor, kind: 'replace', work: 'another', result: facts }])

    expect(await readOne(book)).toEqual({ order: 'wanted', before: 'expired', link: 'confirmed' })
  })

  it('leaves the list before it as it was: a word about the batch still reaches it', async () => {
    const opened = await openBook()
    const { book } = opened
    const key = await handOver(book, 'replace')
    await expire(opened)
    await handOver(book, 'resend')

    const end = await book.answer({ batch: `${key}-1` }, 'confirmed', null)

    expect(end.answered.map(({ kind }) => kind)).toEqual(['replace'])
  })

  it('that expires leaves what was asked again', async () => {
    const opened = await openBook()
    const { book } = opened
    await handOver(book, 'replace')
    await book.answer({ subjects: [noor] }, 'refused', null)
    await handOver(book, 'resend')
    await book.ask({ subject: noor, ask: 'again' }, null)

    await expire(opened)

    expect((await book.readRequests()).again).toEqual(new Set([noor]))
  })

  it('keeps nobody from being told of their new login', async () => {
    const { book } = await openBook()
    await handOver(book, 'create')
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    await handOver(book, 'resend')

    expect((await book.readUntold('2026')).map(({ kind }) => kind)).toEqual(['create'])
  })

  it('does not let go of the refusal before it when old state is purged, nor is it let go of itself', async () => {
    const { state, book, clock } = await openBook()
    await handOver(book, 'change')
    await book.answer({ subjects: [noor] }, 'refused', null)
    await handOver(book, 'resend')
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    const before = await book.readKnown()
    clock.now += 4000 * day

    await state.store('acme', asTester).runs.purgeRuns({ before: new Date(clock.now).toISOString(), keep: 0 })

    expect(await book.readKnown()).toEqual(before)
  })

  it('that went out after a backup does not hide the work that went out after it, too', async () => {
    const { state, book, folder } = await openBook()
    const { file } = await state.backup(join(folder, 'copy.db'))
    await handOver(book, 'create')
    await book.answer({ subjects: [noor] }, 'confirmed', null)
    await handOver(book, 'resend')
    await state.close()

    const end = await restoreState(stateOptions(folder), {
      ...{ file, act: asTester, runId: toRunId('restore'), moment: '20260105-080000' },
    })

    const again = await openBook(folder)
    expect(end.loginsInDoubt).toBe(2)
    expect(await readOne(again.book)).toEqual({ order: 'expired', link: 'expired' })
  })
})
