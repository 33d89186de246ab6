import * as z from 'zod'

import type {
  ConsentFacts,
  ConsentStore,
  ConsentTokens,
  GrantedConsent,
  KeptConsent,
} from '../../credentials/consent-store.js'
import type { StateContext } from '../sqlite/context.js'
import { readNow } from '../sqlite/prepare.js'
import type { Observer } from '../sqlite/lease/lease-standing.js'
import { hasClaimerEnded, writeClaimer, type ClaimObserver } from './claimer.js'
import { prepareConsentStatements, type ConsentRow } from './consent-statements.js'
import type { Seal } from './seal.js'

/** Whose consent it is: a connection's, given to an app. Tokens of one app are of no use to another. */
export interface ConsentOwner {
  connection: string
  app: string
}

const tokensSchema = z.object({ access: z.string(), refresh: z.string().optional() })

const toPurpose = ({ connection, app }: ConsentOwner): string => JSON.stringify([connection, app])

/** The consent of one connection. `observer` sees claims that ended, by the clock or with their process. */
export const createConsentStore = (
  { sqlite, queue }: Pick<StateContext, 'sqlite' | 'queue'>,
  seal: Seal,
  observer: ClaimObserver & Pick<Observer, 'now'>,
  owner: ConsentOwner,
): ConsentStore => {
  const statements = prepareConsentStatements(sqlite)
  const { connection } = owner
  const claims = createClaims(statements, observer, connection)
  const find = (): ConsentRow | undefined => {
    const row = statements.find({ connection })
    return row?.app === owner.app ? row : undefined
  }
  const openTokens = ({ sealed }: ConsentRow): ConsentTokens | undefined => {
    const text = sealed === null ? undefined : seal.open(sealed, toPurpose(owner))
    return text === undefined ? undefined : toTokens(text)
  }
  const toValues = (consent: GrantedConsent) => ({
    connection,
    app: owner.app,
    ...toColumns(consent),
    sealed: seal.close(JSON.stringify(consent.tokens), toPurpose(owner)),
  })

  return {
    look: () =>
      readNow(() => {
        const row = find()
        return row && toFacts(row)
      }),
    read: () =>
      readNow(() => {
        const row = find()
        return row && toKept(row, openTokens(row))
      }),
    keep: (consent) =>
      queue.run(() => {
        const generation = (statements.find({ connection })?.generation ?? 0) + 1
        statements.put({ ...toValues(consent), generation })
      }),
    replace: (claimer, generation, consent) =>
      queue.run(() => {
        const isReplaced = statements.replace({ ...toValues(consent), generation }).changes === 1
        claims.release(claimer)
        return isReplaced
      }),
    end: (claimer, generation) =>
      queue.run(() => {
        statements.end({ connection, generation })
        claims.release(claimer)
      }),
    claim: (claimer, untilMs) => queue.run(() => claims.claim(claimer, untilMs)),
    release: (claimer) =>
      queue.run(() => {
        claims.release(claimer)
      }),
    forget: () => queue.run(() => statements.forget({ connection }).changes === 1),
  }
}

/** Who may use the refresh token now. */
const createClaims = (
  statements: ReturnType<typeof prepareConsentStatements>,
  observer: ClaimObserver & Pick<Observer, 'now'>,
  connection: string,
) => ({
  claim: (name: string, untilMs: number): boolean => {
    const claim = { connection, claimer: writeClaimer(name, observer), untilMs }
    if (statements.claim({ ...claim, nowMs: observer.now() }).changes === 1) return true
    const other = statements.findClaimer({ connection })?.refresher ?? undefined
    if (other === undefined || !hasClaimerEnded(other, observer)) return false
    return statements.takeOver({ ...claim, other }).changes === 1
  },
  release: (name: string): void => {
    statements.release({ connection, claimer: writeClaimer(name, observer) })
  },
})

const toTokens = (text: string): ConsentTokens => {
  const { access, refresh } = tokensSchema.parse(JSON.parse(text))
  return { access, refresh }
}

const toColumns = ({ scopes, consentedAt, accessSince, accessEndsAt, refreshEndsAt }: GrantedConsent) => ({
  scopes: scopes.join(' '),
  consentedAt,
  accessSince,
  accessEndsAt,
  refreshEndsAt: refreshEndsAt ?? null,
})

const toFacts = (row: ConsentRow): ConsentFacts => ({
  standing: row.sealed === null ? 'gone' : 'given',
  scopes: row.scopes === '' ? [] : row.scopes.split(' '),
  consentedAt: row.consentedAt,
  accessSince: row.accessSince,
  accessEndsAt: row.accessEndsAt,
  refreshEndsAt: row.refreshEndsAt ?? undefined,
})

/** Tokens that the key does not open, because it is another one now, are as good as gone. */
const toKept = (row: ConsentRow, tokens: ConsentTokens | undefined): KeptConsent => ({
  ...toFacts(row),
  standing: tokens === undefined ? 'gone' : 'given',
  generation: row.generation,
  tokens,
})
