import { AuthError, RemoteError } from '../../../domain/errors.js'
import { toCallKey } from '../../../onboarding/calls/call-name.js'
import { createCallError } from '../wire/call-error.js'
import type { NmbrsClient } from '../calls/client.js'
import type { ResultReader } from '../wire/envelope-reader.js'
import { findFaultNumber } from '../wire/faults.js'
import type { ReadCall } from '../read-calls/find-read-call.js'
import { createFirstReader, createTreeReader, type ResultTree } from '../wire/tree-reader.js'
import type { XmlElement } from '../wire/xml/xml-element.js'
import { isLookedUp } from './look-ups.js'

/** Asks an account questions, each of them once. */
export interface Asker {
  /**
   * What the call says with these arguments. Asked before, it is not sent again. Whole for the calls that
   * things are looked up in; of any other only the first employee's id, so that a large company costs no
   * memory. Throws `AuthError` and `RemoteError`.
   */
  ask(call: ReadCall, args: readonly XmlElement[]): Promise<ResultTree>
  /** Sends the same question once more. */
  askAgain(call: ReadCall, args: readonly XmlElement[]): Promise<ResultTree>
  /** Whether another call has shown that this one cannot be answered, so that it will not be sent. */
  isStopped(call: ReadCall): boolean
  /** Whether something may still be looked up. */
  mayLookUp(): boolean
  spent(): { probes: number; lookUps: number }
}

export interface AskerOptions {
  /**
   * Keys of the calls to be tried: the first time each is sent is its probe, everything else is a look-up.
   */
  probed: ReadonlySet<string>
  /** Look-ups beyond so many are not sent. */
  maxLookUps: number
}

/**
 * Asks through this client, at its pace. The first question goes ahead; the others follow when it shows that
 * they can be answered.
 */
export const createAsker = (client: NmbrsClient, { probed, maxLookUps }: AskerOptions): Asker => {
  const known = new Map<string, Promise<ResultTree>>()
  const tried = new Set<string>()
  let lookUps = 0
  let ahead: Promise<void> | undefined
  let stoppedAt: string | undefined

  /** Throws when the call would be one look-up too many. */
  const count = (call: ReadCall): void => {
    const key = toCallKey(call)
    if (probed.has(key) && !tried.has(key)) {
      tried.add(key)
      return
    }
    if (lookUps >= maxLookUps) throw createCallError('not-asked', call.call)
    lookUps += 1
  }

  const send = async (call: ReadCall, args: readonly XmlElement[]): Promise<ResultTree> => {
    if (ahead === undefined) {
      const first = sendNow(client, call, args)
      ahead = first.then(ignore, (error: unknown) => {
        if (concernsEveryCall(error)) stoppedAt = toCallKey(call)
      })
      count(call)
      return first
    }
    await ahead
    if (stoppedAt !== undefined) throw createCallError('not-sent', call.call)
    count(call)
    return sendNow(client, call, args)
  }

  return {
    ask: (call, args) => {
      const question = JSON.stringify([toCallKey(call), args])
      const answer = known.get(question) ?? send(call, args)
      known.set(question, answer)
      return answer
    },
    askAgain: send,
    isStopped: (call) => stoppedAt !== undefined && stoppedAt !== toCallKey(call),
    mayLookUp: () => lookUps < maxLookUps,
    spent: () => ({ probes: tried.size, lookUps }),
  }
}

const ignore = (): undefined => undefined

const sendNow = (client: NmbrsClient, call: ReadCall, args: readonly XmlElement[]): Promise<ResultTree> =>
  client.readListed(call, args, () => readerFor(call))

const readerFor = (call: ReadCall): ResultReader<ResultTree> =>
  isLookedUp(call) ? createTreeReader() : createFirstReader('EmployeeId')

/** Wrong credentials, and a host that cannot be reached: no other call would fare better. */
const concernsEveryCall = (error: unknown): boolean => {
  if (error instanceof AuthError) return findFaultNumber(error) === '1001'
  return (
    error instanceof RemoteError &&
    ['unreachable', 'certificate-refused', 'proxy-login', 'proxy-failed', 'redirected'].includes(
      error.facts.code,
    )
  )
}
