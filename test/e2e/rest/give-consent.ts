import { hostname } from 'node:os'
import { join } from 'node:path'

import { defaultScopes } from '../../../src/config/nmbrs-accounts.js'
import type { ConsentStore } from '../../../src/credentials/consent-store.js'
import { silentLog } from '../../../src/domain/log.js'
import type { Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { isProcessAlive } from '../../../src/state/sqlite/lease/process-mark.js'
import { openStateDatabase } from '../../../src/state/open-state-database.js'

const accessSeconds = 3600
const refreshSeconds = 30 * 86_400

/** Puts a fresh consent into the state of a folder's connection `sandbox`, as a login would. */
export const giveConsent = async ({ nmbrs }: Sandbox, folder: string): Promise<void> => {
  const consent = nmbrs.consents.add({
    user: nmbrs.app.user,
    clientId: nmbrs.app.clientId,
    scopes: defaultScopes,
    debtorIds: nmbrs.store.debtors().map(({ id }) => id),
    companies: undefined,
  })
  const now = Date.now()
  await withStore(nmbrs, folder, (store) =>
    store.keep({
      tokens: {
        access: nmbrs.consents.addToken('access', consent, accessSeconds).token,
        refresh: nmbrs.consents.addToken('refresh', consent, refreshSeconds).token,
      },
      scopes: defaultScopes,
      consentedAt: now,
      accessSince: now,
      accessEndsAt: now + accessSeconds * 1000,
      refreshEndsAt: now + refreshSeconds * 1000,
    }),
  )
}

/** Lets the access token that is kept be over, as an hour later; the refresh token stays the one to use. */
export const endAccess = ({ nmbrs }: Sandbox, folder: string): Promise<void> =>
  withStore(nmbrs, folder, async (store) => {
    const consent = await store.read()
    if (consent?.tokens === undefined) throw new Error('there is no consent to age')
    const { tokens, scopes, consentedAt, refreshEndsAt } = consent
    const ended = Date.now() - 1000
    const accessSince = ended - accessSeconds * 1000
    await store.keep({ tokens, scopes, consentedAt, refreshEndsAt, accessSince, accessEndsAt: ended })
  })

const withStore = async <T>(
  nmbrs: Sandbox['nmbrs'],
  folder: string,
  use: (store: ConsentStore) => Promise<T>,
): Promise<T> => {
  const state = await openStateDatabase({
    path: join(folder, 'data/nmbrs-sync.db'),
    keyFile: join(folder, 'data/state.key'),
    now: Date.now,
    pid: process.pid,
    host: hostname(),
    isProcessAlive,
    log: silentLog,
  })
  try {
    return await use(state.consents({ connection: 'sandbox', app: `${nmbrs.host} ${nmbrs.app.clientId}` }))
  } finally {
    await state.close()
  }
}
