import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { AccessBook } from '../../../../src/access/access-book.js'
import type { AccessChannel, ChannelName } from '../../../../src/run/access/delivery/channel.js'
import { runAccess } from '../../../../src/run/access/delivery/run-access.js'
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
import { tester } from '../../../support/builders.js'
import { anEmployee, aPolicy } from '../../builders.js'
import { aPortal } from '../../portal-texts.js'
import type { Roll } from './rolls.js'
import { createWatch, type Watch } from './watch.js'

export const ids = ['a', 'b', 'c']
const allChannels: readonly ChannelName[] = ['worklist', 'webhook']

/** How a list that is sent ends. `lost`: it came through, and the answer did not. */
type End = 'arrives' | 'lost' | 'refused'
/** Refused tries after a lost one are what doubt has to outlast. */
const allEnds: readonly End[] = ['arrives', 'arrives', 'lost', 'lost', 'refused', 'refused', 'refused']

/** The process ends here. */
class Cut extends Error {}

const writes = new Set<PropertyKey>([
  ...['expireOrders', 'noteWanted', 'beginHandOver', 'beginDelivery', 'endDelivery'],
  ...['giveUp', 'closeHandOver', 'endResend'],
])

type Write = (...given: unknown[]) => Promise<unknown>

/** The book of a process that ends before or after one of its next writes, or not at all. */
const mortal = (book: AccessBook, watch: Watch, cut: { at: number; after: boolean } | null): AccessBook => {
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
  ...{ now, pid: 4242, host: 'test-host', actor: tester, isProcessAlive: () => true },
  machineClock: { name: '', now },
  log: silentLog,
  busyTimeoutMs: 50,
})

/** A state file, the people it is about, and those who get the lists. */
export const openWorld = async (roll: Roll) => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-history-'))
  const channelNames = allChannels.slice(0, 1 + roll(2))
  const clock = { now: 1_767_600_000_000 }
  const options = optionsOf(folder, () => clock.now)
  const watch = createWatch(() => clock.now)
  const addresses = new Map(ids.map((id) => [id, 0]))
  let state: StateDatabase
  let book: AccessBook
  const open = async (): Promise<void> => {
    state = await openStateDatabase(options)
    book = await state.store('acme').openAccessBook('nmbrs-ess')
  }
  await open()
  let backup: { file: string; putWordsBack: () => void } | undefined
  let backups = 0

  const run = async (isPeaceful: boolean): Promise<number> => {
    const ends: readonly End[] = isPeaceful ? ['arrives'] : allEnds
    const cut = !isPeaceful && roll(4) === 0 ? { at: 1 + roll(9), after: roll(2) === 0 } : null
    const channels = channelNames.map((name) => send(watch, name, () => ends[roll(ends.length)] ?? 'arrives'))
    const delivery = {
      policy: { ...patientPolicy, retries: 0 },
      log: silentLog,
      closing: new AbortController().signal,
    }
    const people = ids.map((id) =>
      anEmployee(id, { workEmail: `work.${id}.${addresses.get(id) ?? 0}@example.com` }),
    )
    try {
      const { handOvers } = await runAccess(
        { connection: 'acme', book: mortal(book, watch, cut), channels, delivery, others: 'possible' },
        {
          ...{ portal: aPortal('nmbrs-ess'), policy: aPolicy(), people, owners: new Map() },
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
      await restoreState(options, { file: backup.file, runId: toRunId('restore'), moment })
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
