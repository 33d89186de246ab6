import { asTester } from '../../support/builders.js'
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import type { ConsentStore, GrantedConsent } from '../../../src/credentials/consent-store.js'
import { toRunId } from '../../../src/domain/ids.js'
import { createSeal } from '../../../src/state/consent/seal.js'
import { restoreState } from '../../../src/state/sqlite/file/restore.js'
import { aFolder, firstMoment, openState, stateOptions } from '../temp-state.js'

const owner = { connection: 'acme', app: 'https://identity.example PartnerApp_1' }
const hour = 3_600_000

const aConsent = (change: Partial<GrantedConsent> = {}): GrantedConsent => ({
  scopes: ['offline_access', 'employee.info'],
  consentedAt: firstMoment,
  accessSince: firstMoment,
  accessEndsAt: firstMoment + hour,
  refreshEndsAt: firstMoment + 720 * hour,
  tokens: { access: 'access-token-marked-4711', refresh: 'refresh-token-marked-4711' },
  ...change,
})

const aStore = async (folder = aFolder(), now = () => firstMoment): Promise<ConsentStore> =>
  (await openState(folder, { now })).consents(owner)

describe('a consent', () => {
  it('is kept with its tokens for whoever opens the state later', async () => {
    const folder = aFolder()
    await (await aStore(folder)).keep(aConsent())
    const later = await aStore(folder)

    expect(await later.read()).toEqual({ ...aConsent(), standing: 'given', generation: 1 })
    expect(await later.look()).not.toHaveProperty('tokens')
  })

  it('stands in no file in the clear', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    await state.consents(owner).keep(aConsent())
    await state.close()

    expect(readFileSync(join(folder, 'state.db'), 'latin1')).not.toContain('marked-4711')
  })

  it.each([
    ['another connection', { ...owner, connection: 'other' }],
    ['another app', { ...owner, app: 'https://identity.example PartnerApp_2' }],
  ])('is none of %s', async (_what, other) => {
    const state = await openState()
    await state.consents(owner).keep(aConsent())

    expect(await state.consents(other).read()).toBeUndefined()
  })

  it('is gone where the key is another one', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    await state.consents(owner).keep(aConsent())
    await state.close()
    rmSync(join(folder, 'state.key'))

    expect(await (await aStore(folder)).read()).toMatchObject({ standing: 'gone', tokens: undefined })
  })

  it('may come without a refresh token, and ends, and is forgotten', async () => {
    const store = await aStore()
    await store.keep(aConsent({ refreshEndsAt: undefined, tokens: { access: 'a', refresh: undefined } }))
    const kept = await store.read()
    await store.end('nobody', 1)

    expect(kept).toMatchObject({ refreshEndsAt: undefined, tokens: { access: 'a', refresh: undefined } })
    expect(await store.read()).toMatchObject({ standing: 'gone', generation: 2 })
    expect([await store.forget(), await store.forget(), await store.read()]).toEqual([true, false, undefined])
  })
})

describe('the right to refresh', () => {
  it('is one process only until it gives it back or its time is over', async () => {
    const folder = aFolder()
    let now = firstMoment
    const [one, other] = [await aStore(folder, () => now), await aStore(folder, () => now)]
    await one.keep(aConsent())

    expect(await one.claim('one', now + 30_000)).toBe(true)
    expect(await other.claim('other', now + 30_000)).toBe(false)
    now += 30_000
    expect(await other.claim('other', now + 30_000)).toBe(true)
    await one.release('one')
    expect(await one.claim('one', now + 30_000)).toBe(false)
    await other.release('other')
    expect(await one.claim('one', now + 30_000)).toBe(true)
  })

  it('ends with the new tokens, and of two who refreshed only the first is kept', async () => {
    const store = await aStore()
    await store.keep(aConsent())
    await store.claim('one', firstMoment + 30_000)

    expect(await store.replace('one', 1, aConsent({ tokens: { access: 'b', refresh: 'c' } }))).toBe(true)
    expect(await store.replace('late', 1, aConsent({ tokens: { access: 'd', refresh: 'e' } }))).toBe(false)
    await store.end('late', 1)

    expect(await store.read()).toMatchObject({ generation: 2, tokens: { access: 'b', refresh: 'c' } })
    expect(await store.claim('next', firstMoment + 30_000)).toBe(true)
  })

  it.each([
    { what: 'ended', alive: false, isTaken: true },
    { what: 'still runs', alive: true, isTaken: false },
    { what: 'cannot be told from another', alive: undefined, isTaken: false },
  ])(
    'is taken over before its time is over only from a process that has ended: one that $what',
    async (row) => {
      const folder = aFolder()
      const former = await openState(folder, { pid: 4711 })
      await former.consents(owner).keep(aConsent())
      await former.consents(owner).claim('former', firstMoment + 30_000)

      const next = (await openState(folder, { pid: 4712, isProcessAlive: () => row.alive })).consents(owner)

      expect(await next.claim('next', firstMoment + 30_000)).toBe(row.isTaken)
      expect(await next.claim('another', firstMoment + 30_000)).toBe(false)
    },
  )

  it('is not taken over from a process of another machine', async () => {
    const folder = aFolder()
    const former = await openState(folder, { pid: 4711, host: 'other' })
    await former.consents(owner).keep(aConsent())
    await former.consents(owner).claim('former', firstMoment + 30_000)

    const next = (await openState(folder, { pid: 4712, isProcessAlive: () => false })).consents(owner)

    expect(await next.claim('next', firstMoment + 30_000)).toBe(false)
  })

  it('is nobody’s where there is no consent', async () => {
    expect(await (await aStore()).claim('one', firstMoment + 30_000)).toBe(false)
  })
})

describe('a backup', () => {
  it('holds no consent, and what is restored has none either', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    const backup = join(folder, 'backup.db')
    const copied = join(folder, 'copied.db')
    await state.consents(owner).keep(aConsent())
    await state.backup(backup)
    const standing = await state.consents(owner).look()
    await state.close()
    // A copy made by hand, with the consent in it.
    const copy = await openState(folder, { path: copied })
    await copy.consents(owner).keep(aConsent())
    await copy.close()

    for (const file of [backup, copied]) {
      const request = { file, act: asTester, runId: toRunId('r1'), moment: file === backup ? '1' : '2' }
      await restoreState(stateOptions(folder), request)
      const restored = await openState(folder)
      expect(await restored.consents(owner).look()).toBeUndefined()
      await restored.close()
    }
    expect(standing?.standing).toBe('given')
  })
})

describe('a seal', () => {
  const seal = createSeal(Buffer.alloc(32, 7), 'tests')

  it('opens what it closed, for the same purpose and to the letter', () => {
    const sealed = seal.close('text', 'purpose')
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1)

    expect(seal.open(sealed, 'purpose')).toBe('text')
    expect(seal.open(sealed, 'another')).toBeUndefined()
    expect(seal.open(changed, 'purpose')).toBeUndefined()
    expect(createSeal(Buffer.alloc(32, 7), 'other').open(sealed, 'purpose')).toBeUndefined()
    expect(seal.open(randomBytes(3), 'purpose')).toBeUndefined()
  })

  it('never closes the same text to the same bytes', () => {
    expect(seal.close('text', 'purpose').equals(seal.close('text', 'purpose'))).toBe(false)
  })
})
