import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { AccessBook } from '../../../../src/access/access-book.js'
import type { AccessChannel, ChannelName } from '../../../../src/run/access/delivery/channel.js'
import { runAccess } from '../../../../src/run/access/delivery/run-access.js'
import type { AccessPerson } from '../../../../src/access/person.js'
import { patientPolicy } from '../../../../src/delivery/deliver.js'
import { DeliveryError } from '../../../../src/delivery/delivery-error.js'
import { toRunId } from '../../../../src/domain/ids.js'
import { silentLog } from '../../../../src/domain/log.js'
import {
  openStateDatabase,
  type StateDatabase,
  type StateOptions,
} from '../../../../src/state/open-state-database.js'
import { restoreState } from '../../../../src/state/sqlite/file/restore.js'
import { asTester } from '../../../support/builders.js'
import { choosePlace, templates } from './places.js'
import type { Roll } from './rolls.js'
import { createWatch, type Watch } from './watch.js'

export const ids = ['a', 'b', 'c']
const allChannels: readonly ChannelName[] = ['worklist', 'webhook']

/** How a list that is sent ends. `lost`: it came through, and the answer did not. */
type End = 'arrives' | 'lost' | 'refused'
/** Refused tries after a lost one are what doubt has to outlast. */
const endsOf = {
  'as it comes': ['arrives', 'arrives', 'lost', 'lost', 'refused', 'refused', 'refused'],
  'in peace': ['arrives'],
  'in vain': ['refused'],
  lost: ['lost'],
} as const satisfies Record<string, readonly End[]>

type Run = keyof typeof endsOf

/** The process ends here. */
class Cut extends Error {}

const writes = new Set<PropertyKey>([
  ...['expireOrders', 'noteWanted', 'beginHandOver', 'beginDelivery', 'endDelivery'],
  ...['giveUp', 'closeHandOver', 'endResend'],
])

type Write = (...given: unknown[]) => Promise<unknown>

/** The book of a process that ends before or after one of its next writes, or not at all. */
const mortal = (
  book: AccessBook,
  watch: Watch,
  { cut, isSafe }: { cut: { at: number; after: boolean } | null; isSafe: boolean },
): AccessBook => {
  let count = 0
  return new Proxy(book, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function' || !writes.has(name)) return value
      return async (...given: unknown[]): Promise<unknown> => {
        count += 1
        const isLast = cut?.at === count
        if (isLast && !cut.after) throw new Cut()
        const result = await (value as Write).apply(target, given)
        const [key, channel, end] = given
        if (name === 'endDelivery' && end === 'arrived') watch.noteArrived(String(key), String(channel))
        if (name === 'expireOrders' && isSafe)
          for (const id of result as readonly string[]) watch.noteExpired(id)
        if (isLast) throw new Cut()
        return result
      }
    },
  })
}

const send = (watch: Watch, name: ChannelName, nextEnd: () => End): AccessChannel => ({
  name,
  send: (handOver) => {
    const end = nextEnd()
    watch.judge(handOver)
    if (end === 'refused')
      return Promise.reject(new DeliveryError('unreachable', 'away', false, undefined, 'no'))
    watch.take(name, handOver)
    return end === 'lost'
      ? Promise.reject(new DeliveryError('timeout', 'silent', false))
      : Promise.resolve('taken')
  },
})

const optionsOf = (folder: string, now: () => number): StateOptions => ({
  path: join(folder, 'state.db'),
  keyFile: join(folder, 'state.key'),
  ...{ now, pid: 4242, host: 'test-host', isProcessAlive: () => true },
  machineClock: { name: '', now },
  log: silentLog,
  busyTimeoutMs: 50,
})

const leave = (person: AccessPerson, isGone: boolean): AccessPerson =>
  isGone && person.kind === 'employee'
    ? { ...person, service: { state: 'left', since: '2026-01-01' } }
    : person

/** A state file, the people it is about, and those who get the lists. */
export const openWorld = async (roll: Roll) => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-history-'))
  const place = choosePlace(roll)
  const channelNames = allChannels.slice(0, 1 + roll(2))
  const clock = { now: 1_767_600_000_000 }
  const options = optionsOf(folder, () => clock.now)
  const watch = createWatch(() => clock.now)
  const addresses = new Map(ids.map((id) => [id, 0]))
  let state: StateDatabase
  let book: AccessBook
  const open = async (): Promise<void> => {
    state = await openStateDatabase(options)
    book = await state.store('acme', asTester).openAccessBook(place.portal.portal)
  }
  await open()
  let backup: { file: string; putWordsBack: () => void } | undefined
  let backups = 0

  const isSafe = place.portal.answer.repeat === 'safe'
  let template: (typeof templates)[number] = templates[0]
  const gone = new Set<string>()

  const run = async (how: Run = 'as it comes'): Promise<number> => {
    const ends = endsOf[how]
    const cut = how === 'as it comes' && roll(4) === 0 ? { at: 1 + roll(9), after: roll(2) === 0 } : null
    const channels = channelNames.map((name) => send(watch, name, () => ends[roll(ends.length)] ?? 'arrives'))
    const delivery = {
      policy: { ...patientPolicy, retries: 0 },
      log: silentLog,
      closing: new AbortController().signal,
    }
    const people = ids.map((id) => leave(place.toPerson(id, addresses.get(id) ?? 0), gone.has(id)))
    try {
      const { handOvers } = await runAccess(
        {
          connection: 'acme',
          book: mortal(book, watch, { cut, isSafe }),
          channels,
          delivery,
          others: 'possible',
        },
        {
          ...{ portal: place.portal, policy: place.toPolicy(template), people, owners: new Map() },
          ...{ leftAlone: watch.leftAlone, now: new Date(clock.now).toISOString() },
        },
      )
      return handOvers.length
    } catch (error) {
      if (error instanceof Cut) return 0
      throw error
    }
  }

  return {
    clock,
    watch,
    addresses,
    run,
    changePolicy: (): void => {
      template = templates[template === templates[0] ? 1 : 0]
    },
    comeOrGo: (id: string): void => {
      if (!gone.delete(id)) gone.add(id)
    },
    purge: async (): Promise<void> => {
      await state
        .store('acme', asTester)
        .runs.purgeRuns({ before: new Date(clock.now).toISOString(), keep: 0 })
    },
    book: (): AccessBook => book,
    makeBackup: async (): Promise<void> => {
      backups += 1
      const { file } = await state.backup(join(folder, `copy-${backups}.db`))
      backup = { file, putWordsBack: watch.copyWords() }
    },
    putBack: async (): Promise<void> => {
      if (backup === undefined) return
      await state.close()
      const moment = `20260105-${String(roll(1_000_000)).padStart(6, '0')}`
      await restoreState(options, { file: backup.file, act: asTester, runId: toRunId('restore'), moment })
      backup.putWordsBack()
      await open()
    },
    /** Closes the state file; gives whether an address is in it. */
    close: async (): Promise<boolean> => {
      await state.close()
      const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
      rmSync(folder, { recursive: true, force: true })
      return texts.some((text) => text.includes('@example.'))
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
