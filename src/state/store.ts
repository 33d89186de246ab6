import type { Act } from '../domain/audit/act.js'
import type { DigestValue } from '../domain/digest.js'
import { InternalError } from '../domain/errors.js'
import type { Store } from '../run/store/store.js'
import { openAccessBook } from './access/book.js'
import { createAddressStore } from './addresses/addresses.js'
import { createShadowBook } from './addresses/shadow-book.js'
import { createAccountStore } from './sync/people/accounts.js'
import { createBankLookStore } from './sync/people/bank-looks.js'
import { createBaselineStore, createBaselineWriter } from './sync/people/baselines.js'
import { onlyWhile } from './sqlite/commit-queue.js'
import type { ConnectionContext, StateContext } from './sqlite/context.js'
import { createEmployeeKindStore } from './sync/people/employee-kinds.js'
import { createHoldStore, createReleaseSettler } from './sync/writes/holds.js'
import { createJournal } from './sync/writes/journal.js'
import { createLinkReviewStore } from './sync/people/link-reviews.js'
import { createLinkStore, createLinkWriter } from './sync/people/links.js'
import { createPersonSealStore } from './sync/people/person-seals.js'
import { prepareFirst, prepareWrite, query, type Bind } from './sqlite/prepare.js'
import { createProgressBook } from './onboarding/progress-book.js'
import { createPurgeStore } from './purge.js'
import { createForgetBook } from './forget/forget-book.js'
import { createCanaryBook } from './sync/runs/canaries.js'
import { createReportStore } from './sync/runs/reports.js'
import { createRunStore } from './sync/runs/runs.js'
import { createSettingStore } from './sync/runs/settings.js'
import { toStateError } from './sqlite/state-errors.js'
import { createPayrollTaskStore, createTaskOpener } from './worklist/payroll-tasks.js'
import { createRefusalStore, createRefusalWriter } from './worklist/refusals.js'
import { createReleaseBook } from './sync/writes/write-facts.js'

/** The number of the connection in the state file; a new name gets a new one. */
const ensureConnection = ({ sqlite, name }: StateContext, connection: string): number => {
  const add = prepareWrite(sqlite, (bind: Bind<{ name: string }>) =>
    query
      .insertInto('connection')
      .values({ name: bind('name') })
      .onConflict((on) => on.doNothing()),
  )
  const find = prepareFirst(sqlite, (bind: Bind<{ name: string }>) =>
    query.selectFrom('connection').select('id').where('name', '=', bind('name')),
  )
  const known = find({ name: connection })
  if (known !== undefined) return known.id
  try {
    add({ name: connection })
  } catch (error) {
    throw toStateError(error, name)
  }
  const added = find({ name: connection })
  if (added === undefined) throw new InternalError('a connection was stored and is not there')
  return added.id
}

/**
 * The store of one connection, for one actor and one run. Anyone who lost the lease changes nothing of it any
 * more but the record of its own run: how that ended stays to be read.
 */
export const createStore = (
  state: StateContext,
  digest: DigestValue,
  connection: string,
  act: Act,
): Store => {
  const ownRun: ConnectionContext = {
    ...state,
    connection,
    connectionId: ensureConnection(state, connection),
    act,
  }
  const ensureLease = (): void => {
    state.ensureLease(connection)
  }
  const context = { ...ownRun, queue: onlyWhile(ensureLease, state.queue) }
  const writeLink = createLinkWriter(context)
  const writeBaseline = createBaselineWriter(context)
  return {
    digest,
    during: (runId) => createStore(state, digest, connection, { ...act, runId }),
    links: { ...createLinkStore(context, writeLink), ...createLinkReviewStore(context) },
    addresses: createAddressStore(context),
    shadow: createShadowBook(context),
    canary: createCanaryBook(context),
    forgetting: createForgetBook(context),
    baselines: { ...createBaselineStore(context, writeBaseline), ...createPersonSealStore(context) },
    accounts: { ...createAccountStore(context), ...createBankLookStore(context) },
    kinds: createEmployeeKindStore(context),
    journal: createJournal(context, {
      writeLink,
      writeBaseline,
      settleRelease: createReleaseSettler(context, digest),
      writeRefusal: createRefusalWriter(context),
      openTask: createTaskOpener(context),
    }),
    releases: createReleaseBook(context, digest),
    holds: createHoldStore(context, digest),
    work: { ...createRefusalStore(context), ...createPayrollTaskStore(context) },
    runs: { ...createRunStore(ownRun), ...createReportStore(ownRun), ...createPurgeStore(context) },
    record: createSettingStore(context),
    applications: createProgressBook(context),
    openAccessBook: (portal) => openAccessBook(context, digest, portal),
  }
}
