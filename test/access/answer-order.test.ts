import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Answer } from '../../src/access/access-book.js'
import { answerOrder, type Standing } from '../../src/access/answer-order.js'
import { accessStates, workKinds, type AccessOrder, type WorkKind } from '../../src/access/work/order.js'
import { aKnownLogin, facts } from './records.js'

const at = '2026-11-23T09:00:00.000Z'

const anOrder = (differs: Partial<AccessOrder> = {}): AccessOrder => ({
  kind: 'create',
  state: 'handed-over',
  work: 'work-1',
  result: facts,
  batch: 'batch-1',
  wantedAt: '2026-11-22T02:00:00.000Z',
  handedOverAt: '2026-11-22T02:00:01.000Z',
  answeredAt: null,
  ...differs,
})

const confirm = (kind: WorkKind, login: Standing['login'], result: AccessOrder['result'] = facts) =>
  answerOrder({ login, order: anOrder({ kind, result }) }, 'confirmed', at)?.login

describe('confirming work', () => {
  it.each(['create', 'replace', 'change'] as const)('makes the login what was asked for: %s', (kind) => {
    expect(confirm(kind, null)).toEqual({ ...facts, active: true, origin: 'confirmed', since: at })
  })

  it('ends a login that was to be removed', () => {
    expect(confirm('remove', aKnownLogin(), null)).toBeNull()
  })

  it('keeps a deactivated login, switched off', () => {
    expect(confirm('deactivate', aKnownLogin())).toMatchObject({ ...facts, active: false, since: at })
  })

  it('leaves a login alone whose link was sent again', () => {
    expect(confirm('resend', aKnownLogin())).toEqual(aKnownLogin())
  })

  it('of a deleted login leaves the other half of its replacement in hands', () => {
    const order = anOrder({ kind: 'replace' })

    const after = answerOrder({ login: aKnownLogin(), order }, 'deletion-confirmed', at)

    expect(after).toEqual({ login: null, order })
  })
})

describe('refusing work', () => {
  it('leaves the login as it was', () => {
    const after = answerOrder({ login: aKnownLogin(), order: anOrder({ kind: 'replace' }) }, 'refused', at)

    expect(after).toMatchObject({ login: aKnownLogin(), order: { state: 'refused', answeredAt: at } })
  })
})

describe('an answer', () => {
  it.each([
    // Nobody can have done what no list had, but anybody may say that it is not to be done.
    { state: 'wanted', answers: ['refused'] },
    { state: 'handed-over', answers: ['confirmed', 'deletion-confirmed', 'refused'] },
    { state: 'expired', answers: ['confirmed', 'deletion-confirmed', 'refused'] },
    { state: 'refused', answers: ['confirmed', 'refused'] },
    { state: 'confirmed', answers: [] },
  ] as const)('to a replacement that is $state can be: $answers', ({ state, answers }) => {
    const all: Answer[] = ['confirmed', 'deletion-confirmed', 'refused']
    const order = anOrder({ kind: 'replace', state })

    const taken = all.filter((answer) => answerOrder({ login: null, order }, answer, at) !== undefined)

    expect(taken).toEqual(answers)
  })

  it('that only the deletion is done is for a replacement and nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...workKinds), fc.constantFrom(...accessStates), (kind, state) => {
        const order = anOrder({ kind, state })
        const after = answerOrder({ login: aKnownLogin(), order }, 'deletion-confirmed', at)

        expect(after === undefined || kind === 'replace').toBe(true)
      }),
    )
  })
})
