import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import type { AccessBook, AccessRequest } from '../../../src/access/access-book.js'
import type { WorkKind } from '../../../src/access/work/order.js'
import { toRunId } from '../../../src/domain/ids.js'
import { restoreState } from '../../../src/state/sqlite/file/restore.js'
import { facts, noor } from '../../access/records.js'
import { aFolder, firstMoment, openState, stateOptions } from '../temp-state.js'
import { asTester } from '../../support/builders.js'

const later = new Date(firstMoment + 90 * 86_400_000).toISOString()

const openBook = async (folder = aFolder()) => {
  const state = await openState(folder)
  return { state, folder, book: await state.store('acme', asTester).openAccessBook('nmbrs-ess') }
}

const begin = async (book: AccessBook, kind: WorkKind): Promise<string> => {
  await book.noteWanted([{ subject: noor, kind, work: `a ${kind}`, result: facts }])
  const place = { subject: noor, work: `a ${kind}`, batch: 1, deletion: null }
  const { key } = await book.beginHandOver([place], ['webhook'])
  await book.beginDelivery(key, 'webhook')
  return key
}

const handOver = async (book: AccessBook, kind: WorkKind): Promise<void> => {
  await book.endDelivery(await begin(book, kind), 'webhook', 'arrived')
}

/** The words that stand. */
const words = async (book: AccessBook): Promise<string[]> => {
  const { individually, resend, remove, userName, again, acceptances } = await book.readRequests()
  const sets = { individually, resend, remove, userName, again }
  return [
    ...Object.entries(sets).flatMap(([name, set]) => (set.size > 0 ? [name] : [])),
    ...acceptances.map(() => 'acceptance'),
  ]
}

const say = (book: AccessBook, ask: AccessRequest['ask']): Promise<void> =>
  book.ask(
    ask === 'acceptance'
      ? { subject: noor, ask, work: 'a replace', how: 'none-open' }
      : { subject: noor, ask },
    null,
  )

const one = { subjects: [noor] }

describe('a word', () => {
  it.each<{
    what: string
    said: AccessRequest['ask']
    kind: WorkKind
    then: (book: AccessBook) => Promise<unknown>
    left: string[]
  }>([
    // Asked before the wait was over, so not after it.
    {
      ...{ what: 'for once more', said: 'again', kind: 'replace', left: [] },
      then: (book) => book.expireOrders(later),
    },
    // The end of a link says nothing of the login.
    {
      ...{ what: 'for once more, when a link expires', said: 'again', kind: 'resend', left: ['again'] },
      then: (book) => book.expireOrders(later),
    },
    {
      ...{ what: 'for once more, refused', said: 'again', kind: 'replace', left: [] },
      then: (book) => book.answer(one, 'refused', null),
    },
    {
      ...{ what: 'that a login may be deleted, refused', said: 'acceptance', kind: 'replace', left: [] },
      then: (book) => book.answer(one, 'refused', null),
    },
    {
      ...{ what: 'for a link, when the login is refused', said: 'resend', kind: 'replace', left: ['resend'] },
      then: (book) => book.answer(one, 'refused', null),
    },
    {
      ...{
        what: 'for another link, while one is in hands',
        said: 'resend',
        kind: 'resend',
        left: ['resend'],
      },
      then: (book) => book.answer(one, 'refused', null),
    },
  ])('$what is used up, or not: $left', async ({ said, kind, then, left }) => {
    const { book } = await openBook()
    await handOver(book, kind)
    await say(book, said)

    await then(book)

    expect(await words(book)).toEqual(left)
  })

  it.each<['resend' | 'replace', AccessRequest['ask']]>([
    ['resend', 'resend'],
    ['replace', 'again'],
    ['replace', 'acceptance'],
  ])('about a %s that was refused is taken back by a second refusal: %s', async (kind, said) => {
    const { book } = await openBook()
    await handOver(book, kind)
    await book.answer(one, 'refused', null)
    await say(book, said)

    expect((await book.answer(one, 'refused', null)).answered).toHaveLength(1)

    expect(await words(book)).toEqual([])
  })

  it.each<['resend' | 'replace', AccessRequest['ask'], string[]]>([
    ['replace', 'acceptance', []],
    ['replace', 'again', []],
    ['replace', 'resend', ['resend']],
    ['resend', 'resend', []],
    ['resend', 'again', ['again']],
  ])(
    'is used up by a %s that was under way when a backup was made, as far as it is about that: %s',
    async (kind, said, left) => {
      const { book, state, folder } = await openBook()
      await begin(book, kind)
      await say(book, said)
      const { file } = await state.backup(join(folder, 'copy.db'))
      await state.close()

      await restoreState(stateOptions(folder), {
        ...{ file, act: asTester, runId: toRunId('restore'), moment: '20260105-080000' },
      })

      const restored = await openBook(folder)
      expect(await words(restored.book)).toEqual(left)
      await restored.state.close()
    },
  )
})
