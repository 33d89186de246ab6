import type Database from 'better-sqlite3'
import type { Digest, DigestValue } from '../../../domain/digest.js'
import type { HoldId } from '../../../domain/ids.js'
import type { ReadAuditRow } from '../../audit/row.js'
import type { HoldRow, WordRow } from './hold-statements.js'
import { sealSending, sealWord, tellsOf } from './hold-words.js'
import { prepareAll, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'
import { selectEntries } from '../../audit/select-entries.js'

interface Sealing {
  sqlite: Database.Database
  digest: DigestValue
  isOnRecord: (entry: ReadAuditRow) => boolean
}

/** A word and its entry were stored in one transaction, so their moments differ by less than this. */
const sameMomentMs = 60_000

const prepareOldHolds = (sqlite: Database.Database) =>
  prepareAll(sqlite, () =>
    query
      .selectFrom('hold')
      .innerJoin('connection', 'connection.id', 'hold.connection_id')
      .selectAll('hold')
      .select('connection.name as connection')
      .where('closed_at', 'is', null),
  )

const prepareOldWords = (sqlite: Database.Database) =>
  prepareAll(sqlite, (bind: Bind<{ id: HoldId }>) =>
    query
      .selectFrom('hold_word')
      .select(['id', 'word', 'actor', 'reason', 'at'])
      .where('hold_id', '=', bind('id'))
      .where('seal', 'is', null)
      .orderBy('id'),
  )

const prepareOldEntries = (sqlite: Database.Database) =>
  prepareAll(sqlite, (bind: Bind<{ id: HoldId; connection: string }>) =>
    selectEntries()
      .where('reference', '=', bind('id'))
      .where('connection', '=', bind('connection'))
      .where('kind', 'in', ['hold-released', 'hold-rejected'])
      // Entries of this program say so of their words, which were sealed at once.
      .where('detail', 'is', null)
      .orderBy('number'),
  )

const prepareSeal = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ id: number; entry: number; seal: Digest }>) =>
    query
      .updateTable('hold_word')
      .set({ entry: bind('entry'), seal: bind('seal') })
      .where('id', '=', bind('id')),
  )

const prepareSealSending = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ id: HoldId; seal: Digest }>) =>
    query
      .updateTable('hold')
      .set({ sending_seal: bind('seal') })
      .where('id', '=', bind('id')),
  )

const belong = (entry: ReadAuditRow, hold: HoldRow, word: Omit<WordRow, 'entry' | 'seal'>): boolean =>
  tellsOf(entry, hold.id, word) &&
  entry.actor === word.actor &&
  Math.abs(Date.parse(entry.at) - Date.parse(word.at)) < sameMomentMs

/**
 * Seals the words that people said before words were sealed, where the audit record tells of them too. Once,
 * when the state file is brought up to date: no one's word is lost, and a row that the record does not know
 * stays without a seal. Inside a transaction.
 */
export const sealOldWords = ({ sqlite, digest, isOnRecord }: Sealing): void => {
  const readWords = prepareOldWords(sqlite)
  const readEntries = prepareOldEntries(sqlite)
  const seal = prepareSeal(sqlite)
  const sealMoment = prepareSealSending(sqlite)
  for (const { connection, ...hold } of prepareOldHolds(sqlite)({})) {
    const free = readEntries({ id: hold.id, connection }).filter(isOnRecord)
    for (const { id, ...word } of readWords({ id: hold.id })) {
      const index = free.findIndex((entry) => belong(entry, hold, word))
      const [entry] = index < 0 ? [] : free.splice(index, 1)
      if (entry === undefined) continue
      seal({
        id,
        entry: entry.number,
        seal: sealWord(digest, connection, hold, { ...word, entry: entry.number }),
      })
    }
    if (hold.sending_at !== null)
      sealMoment({ id: hold.id, seal: sealSending(digest, connection, hold, hold.sending_at) })
  }
}
