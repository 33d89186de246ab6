import { createPacedQueue } from '../../../../src/http/paced-queue.js'
import { silentLog } from '../../../../src/domain/log.js'
import { defaultScopes } from '../../../../src/config/nmbrs-accounts.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSwitches } from '../../../../src/sandbox/nmbrs/switches.js'
import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { startSandbox } from '../../../../src/sandbox/start-sandbox.js'
import { createRestClient, type RestClient } from '../../../../src/target/nmbrs-rest/client/rest-client.js'
import { toCall } from '../../../../src/target/nmbrs-rest/operations.js'
import { createAnswersSeen } from '../../../../src/target/nmbrs-rest/rehearsal/answers-seen.js'
import { rehearse, type Rehearsal } from '../../../../src/target/nmbrs-rest/rehearsal/rehearse.js'
import { noFence } from '../../../support/no-fence.js'

export interface Trying {
  switches?: Partial<NmbrsSwitches>
  scopes?: readonly string[]
  looks?: readonly number[]
  /** At a moment of the rehearsal. */
  onTrial?: (rows: readonly number[], sandbox: NmbrsSandbox) => void
  tag?: string
}

const today = '2026-11-22'

export interface RehearsalWorld {
  sandbox: NmbrsSandbox
  /** A rehearsal on the company as it is. */
  rehearse: (trying?: Trying) => Promise<Rehearsal>
  close: () => Promise<void>
}

/** A fake Nmbrs with a company of invented people, and what tries the unknowns on it. */
export const openRehearsalWorld = async (people = 12): Promise<RehearsalWorld> => {
  const sandbox = await startSandbox({ people, seed: 7, today, mix: 'all-linked' })
  const { nmbrs } = sandbox
  return {
    sandbox: nmbrs,
    rehearse: (trying) => rehearseOn(nmbrs, trying),
    close: () => sandbox.close(),
  }
}

const rehearseOn = async (sandbox: NmbrsSandbox, trying: Trying = {}): Promise<Rehearsal> => {
  Object.assign(sandbox.switches, trying.switches)
  const { consents, app, store } = sandbox
  const scopes = trying.scopes ?? defaultScopes
  const debtorIds = store.debtors().map(({ id }) => id)
  const consent = consents.add({
    user: 'anna',
    clientId: app.clientId,
    scopes,
    debtorIds:
      sandbox.switches.restDebtors === 'several' ? [...debtorIds, ...extraDebtors] : debtorIds.slice(0, 1),
    companies: undefined,
  })
  const { token } = consents.addToken('access', consent, 3600)
  const answers = createAnswersSeen()
  const open = (subscriptionKey: string, seen = answers): RestClient =>
    createRestClient({
      host: sandbox.host,
      subscriptionKey,
      tokens: {
        current: () => Promise.resolve(token),
        peek: () => token,
        renew: () => Promise.resolve(token),
      },
      fence: noFence,
      queue: createPacedQueue({ callsPerSecond: 1000 }),
      log: silentLog,
      retry: { baseDelayMs: 1 },
      onAnswer: seen.note,
    })
  const client = open(app.subscriptionKeys[0] ?? '')
  try {
    return await rehearse({
      client,
      companyId: toGuid('company', 1234),
      answers,
      granted: scopes,
      today,
      tag: trying.tag ?? '20261122090000',
      looks: trying.looks ?? [0, 5, 20],
      isStopped: () => false,
      onTrial: (rows) => {
        trying.onTrial?.(rows, sandbox)
      },
      refresh: () => Promise.resolve(undefined),
      callWithWrongKey: async () => {
        const seen = createAnswersSeen()
        const other = open('no-such-key', seen)
        await other.read(toCall('listCompanies')).catch(() => undefined)
        other.close()
        return seen.last('listCompanies')?.status
      },
    })
  } finally {
    client.close()
  }
}

const extraDebtors = [987_654]
