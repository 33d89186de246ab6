import * as z from 'zod'
import type { CheckKey, CheckMemory } from '../../daemon/checks/check-memory.js'
import type { StateContext } from '../sqlite/context.js'
import { prepareFirst, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

/** The key as it is stored: the profiles as one text. */
interface StoredKey {
  connection: string
  companyId: string
  profiles: string
}

const toStoredKey = ({ connection, companyId, profiles }: CheckKey): StoredKey => ({
  connection,
  companyId,
  profiles: profiles.join(' '),
})

const callsSchema = z.record(z.string(), z.enum(['open', 'shut', 'lost']))

const prepareFind = ({ sqlite }: StateContext) =>
  prepareFirst(sqlite, (bind: Bind<StoredKey>) =>
    query
      .selectFrom('onboarding_check')
      .select(['checked_at as checkedAt', 'calls'])
      .where('connection', '=', bind('connection'))
      .where('company_id', '=', bind('companyId'))
      .where('profiles', '=', bind('profiles')),
  )

const prepareReplace = ({ sqlite }: StateContext) =>
  prepareWrite(sqlite, (bind: Bind<StoredKey & { checkedAt: string; calls: string }>) =>
    query.replaceInto('onboarding_check').values({
      connection: bind('connection'),
      company_id: bind('companyId'),
      profiles: bind('profiles'),
      checked_at: bind('checkedAt'),
      calls: bind('calls'),
    }),
  )

/** What repeated onboarding checks found last. */
export const createCheckMemory = (context: StateContext): CheckMemory => {
  const find = prepareFind(context)
  const replace = prepareReplace(context)
  return {
    read: (key) =>
      readNow(() => {
        const row = find(toStoredKey(key))
        return row && { checkedAt: row.checkedAt, calls: callsSchema.parse(JSON.parse(row.calls)) }
      }),
    write: async (key, { checkedAt, calls }) => {
      await context.queue.run(() => {
        replace({ ...toStoredKey(key), checkedAt, calls: JSON.stringify(calls) })
      })
    },
  }
}
