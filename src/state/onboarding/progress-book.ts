import type { ProgressBook } from '../../onboarding/progress/progress-book.js'
import {
  noProgress,
  withMilestone,
  type Progress,
  type ProgressKey,
} from '../../onboarding/progress/progress.js'
import { toTargetCompanyId } from '../../domain/ids.js'
import { appendAudit } from '../audit/writer.js'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareAll, prepareFirst, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

interface StoredKey extends ProgressKey {
  connectionId: number
}

const columns = [
  'company_id as companyId',
  'profile',
  'sent_on as sentOn',
  'confirmed_on as confirmedOn',
  'exchange_on as exchangeOn',
  'checked_on as checkedOn',
] as const

const prepareRead = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('onboarding_progress')
      .select([...columns])
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('company_id')
      .orderBy('profile'),
  )

const prepareFind = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<StoredKey>) =>
    query
      .selectFrom('onboarding_progress')
      .select([...columns])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('profile', '=', bind('profile')),
  )

const prepareReplace = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<StoredKey & Progress>) =>
    query.replaceInto('onboarding_progress').values({
      connection_id: bind('connectionId'),
      company_id: bind('companyId'),
      profile: bind('profile'),
      sent_on: bind('sentOn'),
      confirmed_on: bind('confirmedOn'),
      exchange_on: bind('exchangeOn'),
      checked_on: bind('checkedOn'),
    }),
  )

const toProgress = ({ sentOn, confirmedOn, exchangeOn, checkedOn }: Progress): Progress => ({
  ...{ sentOn, confirmedOn, exchangeOn, checkedOn },
})

/** How far the applications of one connection are. */
export const createProgressBook = (context: ConnectionContext): ProgressBook => {
  const read = prepareRead(context)
  const find = prepareFind(context)
  const replace = prepareReplace(context)
  const { connectionId, queue } = context
  const now = ({ companyId, profile }: ProgressKey): Progress => {
    const row = find({ connectionId, companyId, profile })
    return row === undefined ? noProgress : toProgress(row)
  }
  const keep = ({ companyId, profile }: ProgressKey, progress: Progress): void => {
    replace({ connectionId, companyId, profile, ...progress })
  }
  return {
    readOnboardingProgress: () =>
      readNow(() =>
        read({ connectionId }).map((row) => ({
          companyId: row.companyId,
          profile: row.profile,
          progress: toProgress(row),
        })),
      ),
    noteMilestones: (key, days) =>
      queue.run(() => {
        for (const { milestone, on } of days) {
          keep(key, withMilestone(now(key), milestone, on))
          appendAudit(context, {
            kind: 'onboarding-recorded',
            companyId: toTargetCompanyId(key.companyId),
            code: milestone,
            detail: `${key.profile} ${on ?? 'taken back'}`,
          })
        }
      }),
    noteExchangeChecked: (key, on) =>
      queue.run(() => {
        keep(key, { ...now(key), checkedOn: on })
      }),
  }
}
