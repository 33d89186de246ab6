import type { MemoryKey, NoticeMemory, Remembered } from '../../daemon/notices/decide-telling.js'
import type { StateContext } from '../sqlite/context.js'
import { prepareFirst, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

/** The key as it is stored: no connection is the empty text. */
interface StoredKey {
  connection: string
  topic: MemoryKey['topic']
  channel: string
}

const toStoredKey = ({ connection, topic, channel }: MemoryKey): StoredKey => ({
  connection: connection ?? '',
  topic,
  channel,
})

const prepareFind = ({ sqlite }: StateContext) =>
  prepareFirst(sqlite, (bind: Bind<StoredKey>) =>
    query
      .selectFrom('notice')
      .select(['kind', 'signs', 'since', 'told_at as toldAt'])
      .where('connection', '=', bind('connection'))
      .where('topic', '=', bind('topic'))
      .where('channel', '=', bind('channel')),
  )

const prepareReplace = ({ sqlite }: StateContext) =>
  prepareWrite(sqlite, (bind: Bind<StoredKey & Remembered>) =>
    query.replaceInto('notice').values({
      connection: bind('connection'),
      topic: bind('topic'),
      channel: bind('channel'),
      kind: bind('kind'),
      signs: bind('signs'),
      since: bind('since'),
      told_at: bind('toldAt'),
    }),
  )

/** What each channel of notices was last told. */
export const createNoticeMemory = (context: StateContext): NoticeMemory => {
  const find = prepareFind(context)
  const replace = prepareReplace(context)
  return {
    read: (key) => readNow(() => find(toStoredKey(key))),
    write: async (key, remembered) => {
      await context.queue.run(() => {
        replace({ ...toStoredKey(key), ...remembered })
      })
    },
  }
}
