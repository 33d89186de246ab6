import type { Answer, DeliveryEnd, DeliveryState } from './access-book.js'
import type { AccessState, WorkKind } from './work/order.js'

// Where a hand-over and its work stand, and what leads from where to where. The state file, the answers and
// the runs ask here.

/**
 * What happens to one delivery: it is about to be tried, it ended, or the state file it stands in was put
 * back from a backup.
 */
export type DeliveryEvent = 'tried' | DeliveryEnd | 'restored'

/**
 * A delivery that may have arrived stays in doubt until it arrives, no matter what later tries say: that a
 * second one was refused says nothing of the first. `begun` is the doubt of a program that ended before it
 * knew.
 */
const deliveries: Readonly<Record<DeliveryState, Readonly<Record<DeliveryEvent, DeliveryState>>>> = {
  waiting: {
    tried: 'begun',
    arrived: 'arrived',
    'not-arrived': 'not-arrived',
    unknown: 'unknown',
    restored: 'unknown',
  },
  begun: {
    tried: 'unknown',
    arrived: 'arrived',
    'not-arrived': 'not-arrived',
    unknown: 'unknown',
    restored: 'unknown',
  },
  'not-arrived': {
    tried: 'begun',
    arrived: 'arrived',
    'not-arrived': 'not-arrived',
    unknown: 'unknown',
    restored: 'unknown',
  },
  unknown: {
    tried: 'unknown',
    arrived: 'arrived',
    'not-arrived': 'unknown',
    unknown: 'unknown',
    restored: 'unknown',
  },
  arrived: {
    tried: 'arrived',
    arrived: 'arrived',
    'not-arrived': 'arrived',
    unknown: 'arrived',
    restored: 'arrived',
  },
}

export const nextDelivery = (state: DeliveryState, event: DeliveryEvent): DeliveryState =>
  deliveries[state][event]

type Deliveries = Readonly<Partial<Record<string, DeliveryState>>>

/** Whether anyone may have been told of a hand-over. */
export const mayHaveArrived = (states: Deliveries): boolean =>
  Object.values(states).some((state) => state === 'begun' || state === 'unknown' || state === 'arrived')

/** Whether nothing of a hand-over is delivered any more. */
export const isDelivered = (states: Deliveries): boolean =>
  Object.values(states).every((state) => state === 'arrived')

/** Where a piece of work stands, with what its hand-over knows of its arrival. */
export interface WorkStanding {
  kind: WorkKind
  state: AccessState
  /** Of wanted work: it is in a hand-over that may have arrived. */
  inDoubt: boolean
}

/**
 * What happens to work: its list arrived; it is not wanted any more as it was; no answer came in time; its
 * hand-over is carried on after a backup was put back; or someone answers.
 */
export type WorkEvent = 'arrived' | 'given-up' | 'silent' | 'restored' | Answer

/**
 * What becomes of work. `forgotten`: as if it had never been wanted. `undefined`: the event says nothing of
 * it.
 */
export type WorkOutcome = AccessState | 'forgotten' | undefined

/**
 * What an event makes of work. Work that no one can have been told of is forgotten and worked out anew; work
 * in doubt expires, which a person is asked about; no one can confirm what no list had.
 */
export const nextWork = ({ kind, state, inDoubt }: WorkStanding, event: WorkEvent): WorkOutcome => {
  const isHalf = event === 'deletion-confirmed'
  if (isHalf && kind !== 'replace') return undefined
  switch (state) {
    case 'wanted':
      return ofWanted(inDoubt, event)
    case 'handed-over':
      if (event === 'silent') return 'expired'
      return isHalf ? 'handed-over' : toAnswered(event)
    case 'expired':
      return isHalf ? 'expired' : toAnswered(event)
    case 'refused':
      // Who refused may find that it was done after all; a second refusal takes back that it was asked for
      // again.
      return toAnswered(event)
    case 'confirmed':
      return undefined
  }
}

const ofWanted = (inDoubt: boolean, event: WorkEvent): WorkOutcome => {
  switch (event) {
    case 'arrived':
      return 'handed-over'
    case 'given-up':
      return inDoubt ? 'expired' : 'forgotten'
    case 'restored':
      return 'expired'
    case 'silent':
      return undefined
    case 'refused':
      return 'refused'
    case 'confirmed':
      return inDoubt ? 'confirmed' : undefined
    case 'deletion-confirmed':
      return inDoubt ? 'handed-over' : undefined
  }
}

const toAnswered = (event: WorkEvent): 'confirmed' | 'refused' | undefined =>
  event === 'confirmed' || event === 'refused' ? event : undefined

/** What a run does with a hand-over that is open: it sends it by these channels, or ends it. */
export type HandOverStep = { step: 'send'; channels: readonly string[] } | { step: 'close' }

/** `hasWork`: some of its work is wanted just so by now. `configured`: the ways of delivery there are. */
export const nextStep = (
  states: Deliveries,
  configured: readonly string[],
  hasWork: boolean,
): HandOverStep => {
  const channels = configured.filter((name) => name in states && states[name] !== 'arrived')
  return hasWork && channels.length > 0 ? { step: 'send', channels } : { step: 'close' }
}
