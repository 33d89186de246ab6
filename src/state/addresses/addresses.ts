import type { Address, AddressKind } from '../../domain/addresses/address-book.js'
import { toTargetCompanyId, toTargetEmployeeId } from '../../domain/ids.js'
import type { AddressStore, StoredAddress } from '../../run/store/addresses.js'
import { appendAudit } from '../audit/writer.js'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

interface Place {
  connectionId: number
  kind: AddressKind
  key: string
}

const prepareRead = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('address')
      .select(['kind', 'id_key', 'soap_id', 'rest_id', 'verified_at'])
      .where('connection_id', '=', bind('connectionId')),
  )

const prepareErase = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Place>) =>
    query
      .deleteFrom('address')
      .where('connection_id', '=', bind('connectionId'))
      .where('kind', '=', bind('kind'))
      .where('id_key', '=', bind('key')),
  )

const prepareEraseIds = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Omit<Place, 'key'> & { soapId: string; restId: string }>) =>
    query
      .deleteFrom('address')
      .where('connection_id', '=', bind('connectionId'))
      .where('kind', '=', bind('kind'))
      .where((row) => row.or([row('soap_id', '=', bind('soapId')), row('rest_id', '=', bind('restId'))])),
  )

const prepareAdd = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Place & { soapId: string; restId: string; at: string }>) =>
    query.insertInto('address').values({
      connection_id: bind('connectionId'),
      kind: bind('kind'),
      id_key: bind('key'),
      soap_id: bind('soapId'),
      rest_id: bind('restId'),
      verified_at: bind('at'),
    }),
  )

const keyOf = ({ kind, key }: Pick<Address, 'kind' | 'key'>): string => `${kind} ${key}`

const isSame = (one: Address, other: Address | undefined): boolean =>
  one.soapId === other?.soapId && one.restId === other.restId

/** The addresses of one connection. */
export const createAddressStore = (context: ConnectionContext): AddressStore => {
  const readRows = prepareRead(context)
  const erase = prepareErase(context)
  const eraseIds = prepareEraseIds(context)
  const add = prepareAdd(context)
  const { connectionId, queue } = context

  const readAll = (): StoredAddress[] =>
    readRows({ connectionId }).map((row) => ({
      kind: row.kind,
      key: row.id_key,
      soapId: row.soap_id,
      restId: row.rest_id,
      verifiedAt: row.verified_at,
    }))

  const note = (kind: 'id-paired' | 'id-unpaired', address: Address): void => {
    const { key, soapId, restId } = address
    appendAudit(context, {
      kind,
      ...(address.kind === 'company'
        ? { companyId: toTargetCompanyId(key) }
        : { targetId: toTargetEmployeeId(key) }),
      code: address.kind,
      detail: key === soapId ? restId : soapId,
    })
  }

  return {
    readAddresses: () => readNow(readAll),
    writeAddresses: (found, dropped = []) =>
      queue.run(() => {
        const known = new Map(readAll().map((address) => [keyOf(address), address]))
        const at = context.nowText()
        // Ids may change hands, so that all that goes is gone before anything comes.
        for (const { kind, key } of [...dropped, ...found]) erase({ connectionId, kind, key })
        for (const { kind, soapId, restId } of found) eraseIds({ connectionId, kind, soapId, restId })
        for (const { kind, key, soapId, restId } of found)
          add({ connectionId, kind, key, soapId, restId, at })
        for (const place of dropped) {
          const former = known.get(keyOf(place))
          if (former !== undefined) note('id-unpaired', former)
        }
        for (const address of found)
          if (!isSame(address, known.get(keyOf(address)))) note('id-paired', address)
      }),
  }
}
