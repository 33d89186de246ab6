import { describe, expect, it } from '@jest/globals'

import type { DeliveryState } from '../../../src/access/access-book.js'
import {
  isDelivered,
  mayHaveArrived,
  nextDelivery,
  nextStep,
  nextWork,
  type DeliveryEvent,
  type WorkEvent,
} from '../../../src/access/hand-over-machine.js'
import type { AccessState } from '../../../src/access/work/order.js'

const events: readonly DeliveryEvent[] = ['tried', 'arrived', 'not-arrived', 'unknown', 'restored']

describe('a delivery', () => {
  it.each<[DeliveryState, ...DeliveryState[]]>([
    // from, then after: tried, arrived, not-arrived, unknown, restored
    ['waiting', 'begun', 'arrived', 'not-arrived', 'unknown', 'unknown'],
    ['not-arrived', 'begun', 'arrived', 'not-arrived', 'unknown', 'unknown'],
    ['begun', 'unknown', 'arrived', 'not-arrived', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'arrived', 'unknown', 'unknown', 'unknown'],
    ['arrived', 'arrived', 'arrived', 'arrived', 'arrived', 'arrived'],
  ])('that is %s goes on to %s, %s, %s, %s or %s', (from, ...to) => {
    expect(events.map((event) => nextDelivery(from, event))).toEqual(to)
  })

  it.each<{ tries: DeliveryEvent[]; end: DeliveryState }>([
    { tries: ['tried', 'not-arrived', 'tried', 'not-arrived'], end: 'not-arrived' },
    { tries: ['tried', 'unknown', 'tried', 'not-arrived'], end: 'unknown' },
    // The program ended during the first try.
    { tries: ['tried', 'tried', 'not-arrived'], end: 'unknown' },
    { tries: ['tried', 'unknown', 'tried', 'not-arrived', 'tried', 'arrived'], end: 'arrived' },
  ])('stays in doubt until it arrives: $tries', ({ tries, end }) => {
    expect(tries.reduce<DeliveryState>((state, event) => nextDelivery(state, event), 'waiting')).toBe(end)
  })
})

describe('work', () => {
  const works: readonly WorkEvent[] = [
    'arrived',
    'given-up',
    'silent',
    'restored',
    'confirmed',
    'deletion-confirmed',
    'refused',
  ]
  type Outcome = ReturnType<typeof nextWork>
  const never = undefined

  it.each<{ state: AccessState; inDoubt: boolean; to: Outcome[] }>([
    {
      state: 'wanted',
      inDoubt: false,
      to: ['handed-over', 'forgotten', never, 'expired', never, never, 'refused'],
    },
    {
      state: 'wanted',
      inDoubt: true,
      to: ['handed-over', 'expired', never, 'expired', 'confirmed', 'handed-over', 'refused'],
    },
    {
      state: 'handed-over',
      inDoubt: false,
      to: [never, never, 'expired', never, 'confirmed', 'handed-over', 'refused'],
    },
    {
      state: 'expired',
      inDoubt: false,
      to: [never, never, never, never, 'confirmed', 'expired', 'refused'],
    },
    { state: 'refused', inDoubt: false, to: [never, never, never, never, 'confirmed', never, 'refused'] },
    { state: 'confirmed', inDoubt: false, to: [never, never, never, never, never, never, never] },
  ])('that is $state (in doubt: $inDoubt) goes on to $to', ({ state, inDoubt, to }) => {
    expect(works.map((event) => nextWork({ kind: 'replace', state, inDoubt }, event))).toEqual(to)
  })

  it('is half done only when it replaces a login', () => {
    const half = (kind: 'create' | 'replace') =>
      nextWork({ kind, state: 'handed-over', inDoubt: false }, 'deletion-confirmed')

    expect([half('create'), half('replace')]).toEqual([undefined, 'handed-over'])
  })
})

describe('a hand-over', () => {
  it.each<[Partial<Record<string, DeliveryState>>, boolean, boolean]>([
    [{ worklist: 'waiting' }, false, false],
    [{ worklist: 'not-arrived', email: 'not-arrived' }, false, false],
    [{ worklist: 'not-arrived', email: 'begun' }, true, false],
    [{ worklist: 'unknown' }, true, false],
    [{ worklist: 'arrived', email: 'not-arrived' }, true, false],
    [{ worklist: 'arrived', email: 'arrived' }, true, true],
  ])('of %j may have arrived: %s, and is delivered: %s', (states, may, is) => {
    expect([mayHaveArrived(states), isDelivered(states)]).toEqual([may, is])
  })

  it.each([
    [{ worklist: 'arrived', email: 'unknown' }, ['worklist', 'email'], true, ['email']],
    [{ worklist: 'not-arrived' }, ['worklist', 'webhook'], true, ['worklist']],
    // Nothing of it is wanted any more, or its way is not configured any more.
    [{ worklist: 'not-arrived' }, ['worklist'], false, 'close'],
    [{ worklist: 'unknown' }, ['email'], true, 'close'],
  ] as const)('of %j with the ways %j and work left (%s) is sent by %j', (states, ways, hasWork, by) => {
    const step = nextStep(states, ways, hasWork)

    expect(step).toEqual(by === 'close' ? { step: 'close' } : { step: 'send', channels: by })
  })
})
