import type { Digest } from '../../../domain/digest.js'
import type { RecordStore } from '../../../run/store/runs.js'
import { appendAudit } from '../../audit/writer.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../../sqlite/prepare.js'

interface SettingKey {
  connectionId: number
  path: string
}

const prepareReadAll = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('setting')
      .select(['path', 'digest'])
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('path'),
  )

const prepareUpsert = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<SettingKey & { digest: Digest }>) =>
    query
      .replaceInto('setting')
      .values({ connection_id: bind('connectionId'), path: bind('path'), digest: bind('digest') }),
  )

const prepareDelete = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<SettingKey>) =>
    query
      .deleteFrom('setting')
      .where('connection_id', '=', bind('connectionId'))
      .where('path', '=', bind('path')),
  )

/** Paths by how they differ; `first` are all of them, when nothing is known of an earlier sync. */
type Difference = Readonly<Record<'first' | 'added' | 'changed' | 'removed', readonly string[]>>

const compare = (before: ReadonlyMap<string, Digest>, now: ReadonlyMap<string, Digest>): Difference => {
  const paths = [...now.keys()].sort()
  if (before.size === 0) return { first: paths, added: [], changed: [], removed: [] }
  return {
    first: [],
    added: paths.filter((path) => !before.has(path)),
    changed: paths.filter((path) => before.has(path) && before.get(path) !== now.get(path)),
    removed: [...before.keys()].filter((path) => !now.has(path)),
  }
}

/** Gives the function that takes over the settings of a sync inside a transaction. */
const createSettingNoter = (context: ConnectionContext): ((now: ReadonlyMap<string, Digest>) => void) => {
  const readAll = prepareReadAll(context)
  const upsert = prepareUpsert(context)
  const remove = prepareDelete(context)
  const { connectionId } = context

  return (now) => {
    const before = new Map(readAll({ connectionId }).map(({ path, digest }) => [path, digest]))
    const difference = compare(before, now)
    for (const [code, fields] of Object.entries(difference)) {
      if (fields.length > 0) appendAudit(context, { kind: 'setting-changed', code, fields })
    }
    for (const [path, digest] of now) if (before.get(path) !== digest) upsert({ connectionId, path, digest })
    for (const path of difference.removed) remove({ connectionId, path })
  }
}

/**
 * Under which circumstances the syncs of one connection run: settings by digest, and what was allowed once.
 */
export const createSettingStore = (context: ConnectionContext): RecordStore => {
  const note = createSettingNoter(context)
  const { queue } = context
  return {
    ensureRecordWhole: () =>
      readNow(() => {
        context.ensureRecordWhole()
      }),
    noteSettings: (digests) =>
      queue.run(() => {
        note(digests)
      }),
    noteAllowed: (codes) =>
      queue.run(() => {
        for (const code of codes) appendAudit(context, { kind: 'allowed-once', code })
      }),
  }
}
