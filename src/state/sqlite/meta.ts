import type Database from 'better-sqlite3'
import { prepareFirst, prepareWrite, query, type Bind } from './prepare.js'

/** What the state file says about itself. */
type MetaName = 'key-check' | 'opened-at' | 'audit-end' | 'compact-wanted'

/** Facts about the state file by name. */
export interface Meta {
  find: (name: MetaName) => string | undefined
  write: (name: MetaName, value: string) => void
}

export const createMeta = (sqlite: Database.Database): Meta => {
  const find = prepareFirst(sqlite, (bind: Bind<{ name: MetaName }>) =>
    query.selectFrom('meta').select('value').where('name', '=', bind('name')),
  )
  const write = prepareWrite(sqlite, (bind: Bind<{ name: MetaName; value: string }>) =>
    query.replaceInto('meta').values({ name: bind('name'), value: bind('value') }),
  )
  return {
    find: (name) => find({ name })?.value,
    write: (name, value) => {
      write({ name, value })
    },
  }
}
