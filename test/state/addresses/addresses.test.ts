import { describe, expect, it } from '@jest/globals'

import { byHand } from '../../../src/domain/audit/act.js'
import type { Address } from '../../../src/domain/addresses/address-book.js'
import { tester } from '../../support/builders.js'
import { aFolder, openState } from '../temp-state.js'

const guid = '0b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1aa'
const other = '1b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1bb'
const ann: Address = { kind: 'employee', key: '501', soapId: '501', restId: guid }
const bob: Address = { kind: 'employee', key: other, soapId: '502', restId: other }
const company: Address = { kind: 'company', key: '501', soapId: '501', restId: guid }

describe('addresses', () => {
  it('are kept for each connection, with the moment at which they were seen', async () => {
    const state = await openState()
    const { addresses } = state.store('acme', byHand(tester))

    await addresses.writeAddresses([ann, bob, company])

    const read = await addresses.readAddresses()
    expect(read).toHaveLength(3)
    expect(read).toEqual(
      expect.arrayContaining(
        [ann, bob, company].map((one) => ({ ...one, verifiedAt: '2026-01-05T08:00:00.000Z' })),
      ),
    )
    expect(await state.store('other', byHand(tester)).addresses.readAddresses()).toEqual([])
  })

  it('take an id over from whom it belonged to before, and go when they do not hold any more', async () => {
    const state = await openState()
    const { addresses } = state.store('acme', byHand(tester))
    await addresses.writeAddresses([ann, bob])

    await addresses.writeAddresses([{ ...ann, key: '503', soapId: '503' }], [bob])

    expect((await addresses.readAddresses()).map(({ key }) => key)).toEqual(['503'])
  })

  it('go on record when they change, and not when they are seen again', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    const { addresses } = state.store('acme', byHand(tester))

    await addresses.writeAddresses([ann, company])
    await addresses.writeAddresses([ann, company])
    await addresses.writeAddresses([], [ann])

    const entries = await state.audit.read({ limit: 10 })
    const said = [...entries].map(({ kind, companyId, targetId, code, detail }) => ({
      kind,
      id: companyId ?? targetId,
      code,
      detail,
    }))
    expect(said).toEqual(
      expect.arrayContaining([
        { kind: 'id-paired', id: '501', code: 'employee', detail: guid },
        { kind: 'id-paired', id: '501', code: 'company', detail: guid },
        { kind: 'id-unpaired', id: '501', code: 'employee', detail: guid },
      ]),
    )
    expect(said).toHaveLength(3)
  })
})
