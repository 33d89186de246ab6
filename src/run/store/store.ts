import type { AccessBook } from '../../access/access-book.js'
import type { PortalName } from '../../access/logins/login.js'
import type { ReleaseBook } from '../../apply/gate/write-facts.js'
import type { DigestValue } from '../../domain/digest.js'
import type { RunId } from '../../domain/ids.js'
import type { ProgressBook } from '../../onboarding/progress/progress-book.js'
import type { IntentJournal } from './intents.js'
import type { LinkStore } from './links.js'
import type { BaselineStore } from './baselines.js'
import type { RecordStore, RunStore } from './runs.js'
import type { HoldBook } from './holds.js'
import type { AccountStore } from './accounts.js'
import type { KindStore } from './kinds.js'
import type { PayrollWork } from './payroll-work.js'
import type { AddressStore } from './addresses.js'
import type { ShadowBook } from './shadow.js'
import type { CanaryBook } from './canaries.js'
import type { ForgetBook } from './forgetting.js'

/**
 * Everything a run keeps between runs, by what it is about. Of one connection, for one actor: what goes on
 * record is theirs. Holds ids, digests, codes and times only.
 */
export interface Store {
  readonly digest: DigestValue
  /** The same for what this actor does in a run: the record names the run. */
  during(runId: RunId): Store
  readonly links: LinkStore
  readonly addresses: AddressStore
  readonly shadow: ShadowBook
  readonly canary: CanaryBook
  readonly forgetting: ForgetBook
  readonly baselines: BaselineStore
  readonly accounts: AccountStore
  readonly kinds: KindStore
  readonly journal: IntentJournal
  readonly releases: ReleaseBook
  readonly holds: HoldBook
  readonly work: PayrollWork
  readonly runs: RunStore
  readonly record: RecordStore
  /** Where applications at consumers stand. */
  readonly applications: ProgressBook
  /** What is kept of a portal of self-service logins. */
  openAccessBook(portal: PortalName): Promise<AccessBook>
}
