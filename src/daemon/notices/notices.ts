import { deliver, patientPolicy, type DeliverOptions } from '../../delivery/deliver.js'
import { nameOfError } from '../../domain/errors.js'
import type { SoapEnd } from '../../domain/addresses/soap-end.js'
import type { Log } from '../../domain/log.js'
import type { RetryPolicy } from '../../http/retry-policy.js'
import type { OnDaemonEvent } from '../events.js'
import { buildNotice } from './build-notice.js'
import type { Channel } from './channel.js'
import {
  decideTelling,
  type Telling,
  toRemembered,
  type MemoryKey,
  type NoticeMemory,
  type Remembered,
  type TellingRules,
} from './decide-telling.js'
import type { KeptNotice, KeptNotices } from './kept-notices.js'
import type { Notice } from './notice.js'
import { toSituations, type Situation } from './situation.js'

/** What notices are sent, and how; made anew when the configuration changes. */
export interface NoticeSettings {
  rules: TellingRules
  channels: readonly Channel[]
}

export interface NoticesOptions {
  /** As they are now; `undefined`: no one is to be told anything. */
  settings: () => NoticeSettings | undefined
  /** Whether a connection is still on SOAP while its end is near. */
  soapEndOf?: ((connection: string | null) => SoapEnd | undefined) | undefined
  memory: NoticeMemory
  log: Log
  /** Where notices are kept that the end of the program comes before. */
  kept: KeptNotices
  retry?: Partial<RetryPolicy>
  /** How long `close` may wait; 10 seconds when left out. */
  stopMs?: number
}

export interface Notices {
  /** Takes note, and tells anyone who is to be told. Neither throws nor waits. */
  onEvent: OnDaemonEvent
  /** Tells what the program before this one could not tell any more. */
  tellKept(): Promise<void>
  /** Resolves when everything that was taken note of is told or given up. */
  settle(): Promise<void>
  /** Tries everything once more, for as long as a stop may take, and keeps the rest for the next start. */
  close(): Promise<void>
}

/** How long the end of the program waits for what is being told. */
const usualStopMs = 10_000

/**
 * Tells people about runs by the configured channels. Each channel is told in order, and none waits for
 * another.
 */
export const createNotices = (options: NoticesOptions): Notices => {
  const closing = new AbortController()
  const delivery = {
    policy: { ...patientPolicy, ...options.retry },
    log: options.log,
    closing: closing.signal,
  }
  const lastOf = new Map<string, Promise<void>>()
  /** What was taken note of and is neither told nor given up. */
  const open = new Set<KeptNotice>()

  const memory = forgiving(options.memory, options.log)

  const tell = async (situation: Situation, rules: TellingRules, channel: Channel): Promise<boolean> => {
    const own = memoryOf(memory, situation, channel)
    const before = await own.read()
    const telling = decideTelling(situation, before, await own.wasBad(before), rules)
    const arrived =
      telling.tell === undefined || (await send(channel, toNotice(options, situation, telling), delivery))
    // What did not arrive is not remembered, so that the next run tells it.
    if (arrived) await own.write(toRemembered(situation, before, telling))
    return arrived
  }

  const enqueue = (situation: Situation, rules: TellingRules, channel: Channel): void => {
    const notice = { channel: channel.name, situation }
    open.add(notice)
    const last = lastOf.get(channel.name) ?? Promise.resolve()
    const next = last.then(async () => {
      const arrived = await tell(situation, rules, channel).catch(logBug(options.log, channel))
      // What is given up while there is time is told by the next run; at the end there may be none.
      if (arrived !== false || !closing.signal.aborted) open.delete(notice)
    })
    lastOf.set(channel.name, next)
  }

  const onEvent: OnDaemonEvent = (event) => {
    const settings = options.settings()
    if (settings === undefined) return
    for (const situation of toSituations(event))
      for (const channel of settings.channels) enqueue(situation, settings.rules, channel)
  }

  const settle = async (): Promise<void> => {
    await Promise.all(lastOf.values())
  }
  return {
    onEvent,
    tellKept: async () => {
      const settings = options.settings()
      if (settings === undefined) return
      for (const { channel: name, situation } of await options.kept.take()) {
        const channel = settings.channels.find((one) => one.name === name)
        if (channel !== undefined) enqueue(situation, settings.rules, channel)
      }
    },
    settle,
    close: async () => {
      closing.abort()
      await atMost(options.stopMs ?? usualStopMs, settle())
      await options.kept.keep([...open])
    },
  }
}

const toNotice = (
  { soapEndOf }: NoticesOptions,
  situation: Situation,
  { tell, unchangedSince }: Exclude<Telling, { tell: undefined }>,
): Notice => ({
  ...buildNotice(situation, tell, unchangedSince),
  soapEnd: soapEndOf?.(situation.connection),
})

const atMost = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, end])
  clearTimeout(timer)
}

const send = async (channel: Channel, notice: Notice, delivery: DeliverOptions): Promise<boolean> => {
  const fields = { channel: channel.name, kind: notice.kind, connection: notice.connection }
  const { arrived } = await deliver({ what: 'notice', fields, send: () => channel.send(notice) }, delivery)
  return arrived
}

const logBug =
  (log: Log, channel: Channel) =>
  (error: unknown): void => {
    const code = nameOfError(error)
    log.error('notice not made', { channel: channel.name, code })
  }

/**
 * Without a memory people are told once too often rather than not at all: it may be the state file itself
 * that they must know of.
 */
const forgiving = (memory: NoticeMemory, log: Log): NoticeMemory => {
  const logAndForget = (error: unknown): undefined => {
    const code = nameOfError(error)
    log.warn('notices cannot be remembered', { code })
    return undefined
  }
  return {
    read: (key) => memory.read(key).catch(logAndForget),
    write: (key, remembered) => memory.write(key, remembered).catch(logAndForget),
  }
}

/** What one channel knows about one topic. */
const memoryOf = (memory: NoticeMemory, { connection, topic }: Situation, { name }: Channel) => {
  const key: MemoryKey = { connection, topic, channel: name }
  const quarantineKey: MemoryKey = { ...key, topic: 'quarantine' }
  const readQuarantine = async (): Promise<Remembered | undefined> => {
    const quarantine = topic === 'run' ? await memory.read(quarantineKey) : undefined
    return quarantine?.kind === 'quarantined' ? quarantine : undefined
  }
  return {
    read: () => memory.read(key),
    /** Whether the channel was told of something bad that this situation may be the end of. */
    wasBad: async (before: Remembered | undefined): Promise<boolean> => {
      if ((before?.kind === 'failed' || before?.kind === 'not-ready') && before.toldAt !== null) return true
      const quarantine = await readQuarantine()
      return quarantine !== undefined && quarantine.toldAt !== null
    },
    write: async (remembered: Remembered): Promise<void> => {
      await memory.write(key, remembered)
      if (remembered.kind === 'failed' || (await readQuarantine()) === undefined) return
      await memory.write(quarantineKey, { ...remembered, kind: 'ok', signs: '' })
    },
  }
}
