import { randomUUID } from 'node:crypto'

import type { ConnectionConfig } from '../../config/config.js'
import { createAddressBook, type AddressBook } from '../../domain/addresses/address-book.js'
import { transportOf } from '../../domain/addresses/transport.js'
import { byHand } from '../../domain/audit/act.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import { AbortError, AuthError, ConfigError, RemoteError } from '../../domain/errors.js'
import type { Lease } from '../../run/store/lease.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { refuseWrites, type TargetCompany } from '../../target/port.js'
import { createRestClient } from '../../target/nmbrs-rest/client/rest-client.js'
import { keepAccess } from '../../target/nmbrs-rest/identity/keep-access.js'
import { toCall } from '../../target/nmbrs-rest/operations.js'
import { readCompanies } from '../../target/nmbrs-rest/reads/read-companies.js'
import { createAnswersSeen } from '../../target/nmbrs-rest/rehearsal/answers-seen.js'
import { isForTrials } from '../../target/nmbrs-rest/rehearsal/guard-writes.js'
import { rehearse, type Rehearsal } from '../../target/nmbrs-rest/rehearsal/rehearse.js'
import { usualLooks, type Looks } from '../../target/nmbrs-rest/writes/see-written.js'
import { openIdentity } from '../compose/nmbrs/open-identity.js'
import { openRestClient } from '../compose/nmbrs/open-rest-client.js'
import { getRestAccount, openConsentStore } from '../compose/nmbrs/rest-account.js'
import type { Workspace } from '../compose/workspace.js'
import type { Releases } from '../compose/releases.js'

export interface RehearsalParts {
  workspace: Workspace
  state: StateDatabase
  releases: Releases
  lease: Lease
  /** Whether someone wants it to end. */
  isStopped: () => boolean
  looks?: Looks | undefined
}

/** A company that may be written to, and what tries the unknowns on it. */
export interface OpenedRehearsal {
  company: TargetCompany
  host: string
  run: (onTrial: (rows: readonly number[]) => void) => Promise<Rehearsal>
}

/**
 * Finds the company of a connection that is there to be tried on, and writes nothing. Throws `ConfigError`
 * when the connection has none whose name in Nmbrs begins with extdev-.
 */
export const openRehearsal = async (
  connection: ConnectionConfig,
  parts: RehearsalParts,
): Promise<OpenedRehearsal> => {
  const { workspace, state, releases, lease, isStopped } = parts
  const rest = getRestAccount(connection)
  const answers = createAnswersSeen()
  const fence = (send: () => void): void => {
    if (lease.isLost())
      throw new AbortError('Another run took over', 'lease-held', 'Start the rehearsal again when it is done')
    send()
  }
  const client = openRestClient(connection, workspace, {
    fence,
    state,
    releases,
    onAnswer: answers.note,
  })
  releases.add(() => {
    client.close()
  })
  const store = state.store(connection.name, byHand(workspace.actor))
  const book = createAddressBook(await store.addresses.readAddresses())
  const company = chooseCompany(connection, await readCompanies(client), book)
  const consents = openConsentStore(connection.name, rest, state)
  const now = workspace.surroundings.now()
  return {
    company,
    host: rest.host,
    run: async (onTrial) =>
      rehearse({
        client,
        companyId: company.id,
        answers,
        granted: (await consents.read())?.scopes ?? [],
        today: toDayInZone(now, workspace.config.timezone),
        tag: new Date(now).toISOString().replace(/\D/g, '').slice(0, 14),
        looks: parts.looks ?? usualLooks,
        isStopped,
        onTrial,
        refresh: () => refreshOnce(connection, parts),
        callWithWrongKey: () => callWithWrongKey(connection, parts),
      }),
  }
}

/** Of the companies that the connection names, by id or by name, the one that is there to be tried on. */
const chooseCompany = (
  { name, companies }: ConnectionConfig,
  seen: readonly TargetCompany[],
  book: AddressBook,
): TargetCompany => {
  const named = companies.flatMap(({ targetId, targetName }) => {
    const id = book.toAddress('company', book.toKey('company', targetId), 'rest')
    if (id !== undefined) return seen.filter((company) => company.id === id)
    return transportOf(targetId) === 'soap' ? seen.filter((company) => company.name === targetName) : []
  })
  const [company, ...others] = named.filter((one) => isForTrials(one.name))
  if (company === undefined) {
    const names = named.map((one) => one.name)
    throw new ConfigError(
      `The rehearsal creates people, so it works on a company whose name in Nmbrs begins with extdev- and on no other. The connection ${name} has ${names.length === 0 ? 'no company that the consent shows' : names.join(', ')}. Ask Visma for a demo environment, and name its company in a connection of its own`,
    )
  }
  if (others.some(({ id }) => id !== company.id))
    throw new ConfigError(
      `The connection ${name} has several companies whose name begins with extdev-. Leave one of them in the connection`,
    )
  return company
}

/** Renews the access token as every command does, and compares the refresh tokens. */
const refreshOnce = async (
  connection: ConnectionConfig,
  { workspace, state }: RehearsalParts,
): Promise<'changed' | 'same' | undefined> => {
  const rest = getRestAccount(connection)
  const store = openConsentStore(connection.name, rest, state)
  const before = (await store.read())?.tokens
  if (before?.refresh === undefined) return undefined
  const identity = openIdentity(rest)
  try {
    const { log, surroundings } = workspace
    const access = keepAccess({ connection: connection.name, store, identity, log, now: surroundings.now })
    await access.renew(before.access)
    const after = (await store.read())?.tokens
    return after?.refresh === before.refresh ? 'same' : 'changed'
  } finally {
    identity.close()
  }
}

/**
 * One read with a key that no one has. The client of the rehearsal lends its token, which is not renewed for
 * it.
 */
const callWithWrongKey = async (
  connection: ConnectionConfig,
  { workspace, state }: RehearsalParts,
): Promise<number | undefined> => {
  const rest = getRestAccount(connection)
  const token = (await openConsentStore(connection.name, rest, state).read())?.tokens?.access
  if (token === undefined) return undefined
  const answers = createAnswersSeen()
  const client = createRestClient({
    host: rest.host,
    subscriptionKey: randomUUID(),
    tokens: {
      current: () => Promise.resolve(token),
      peek: () => token,
      renew: () => Promise.resolve(token),
    },
    fence: refuseWrites,
    queue: workspace.paces.queueOfAccount({ api: 'rest', rest }, workspace.config.connections),
    log: workspace.log,
    onAnswer: answers.note,
  })
  try {
    await client.read(toCall('listCompanies', '', { query: { pageNumber: '1', pageSize: '1' } }))
  } catch (error) {
    if (!(error instanceof AuthError || error instanceof RemoteError)) throw error
  } finally {
    client.close()
  }
  return answers.last('listCompanies')?.status
}
