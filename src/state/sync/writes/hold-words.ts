import type { AuditKind } from '../../../domain/audit/audit.js'
import type { Digest, DigestValue } from '../../../domain/digest.js'
import type { HoldWord } from '../../../domain/hold/hold.js'
import type { HoldId } from '../../../domain/ids.js'
import type { ReadAuditRow } from '../../audit/row.js'
import { selectEntries } from '../../audit/select-entries.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import type { HoldRow, WordRow } from './hold-statements.js'
import { prepareWords } from './hold-statements.js'
import { prepareAll, type Bind } from '../../sqlite/prepare.js'

// What people said about a hold is in two places: as a row with a keyed seal, and as an entry of the audit
// chain. A word counts when both agree, so that a row put into the state file by other hands releases
// nothing.

/** What the chain says of a word, and its row with it. */
export const wordKinds = {
  release: 'hold-released',
  reject: 'hold-rejected',
} as const satisfies Record<HoldWord['word'], AuditKind>

const closingKinds: readonly AuditKind[] = ['hold-used', 'hold-expired']

/** The word as it is sealed, with its entry and the exact hold it is about. */
export type SealedWord = Pick<WordRow, 'word' | 'actor' | 'reason' | 'at'> & { entry: number }

/** The seal of a word: without the key of the state it cannot be made, for this hold or another. */
export const sealWord = (digest: DigestValue, connection: string, hold: HoldRow, word: SealedWord): Digest =>
  digest(
    hold.subject,
    'hold word',
    JSON.stringify([
      connection,
      hold.id,
      hold.company_id,
      hold.section,
      hold.digest,
      hold.opened_at,
      word.entry,
      word.word,
      word.actor,
      word.reason,
      word.at,
    ]),
  )

/** The seal of the moment in which a write took a release. */
export const sealSending = (
  digest: DigestValue,
  connection: string,
  { subject, id }: Pick<HoldRow, 'subject' | 'id'>,
  at: string,
): Digest => digest(subject, 'hold sending', JSON.stringify([connection, id, at]))

const prepareEntries = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connection: string; id: HoldId }>) =>
    selectEntries()
      .where('reference', '=', bind('id'))
      .where('kind', 'in', [...Object.values(wordKinds), ...closingKinds])
      .where('connection', '=', bind('connection'))
      .orderBy('number'),
  )

/** Whether an entry of the record tells of this word. */
export const tellsOf = (entry: ReadAuditRow, hold: HoldId, word: Omit<SealedWord, 'entry'>): boolean =>
  entry.reference === hold && entry.kind === wordKinds[word.word] && entry.reason === word.reason

/** Gives the function that reads what was said about a hold, as far as it is sealed and on record. */
export const createWordReader = (
  context: ConnectionContext,
  digest: DigestValue,
): ((hold: HoldRow) => readonly HoldWord[]) => {
  const { connection, isOnRecord } = context
  const readRows = prepareWords(context)
  const readEntries = prepareEntries(context)

  return (hold) => {
    const rows = readRows({ id: hold.id })
    const entries = readEntries({ connection, id: hold.id })
    if (rows.length === 0) return []
    // What was written, or fell away, does not come back by opening its row again.
    if (hold.closed_at === null && entries.some(({ kind }) => closingKinds.includes(kind))) return []
    const known = new Map(entries.filter(isOnRecord).map((entry) => [entry.number, entry]))
    let words: SealedWord[] = []
    for (const { seal, entry, ...said } of rows) {
      if (entry === null) continue
      const word = { ...said, entry }
      if (seal !== sealWord(digest, connection, hold, word)) continue
      const told = known.get(entry)
      if (told !== undefined && tellsOf(told, hold.id, word)) words.push(word)
      // A refusal counts also when someone took its entry away: what was released before it is not released.
      else if (word.word === 'reject') words = []
    }
    const kept = new Set(words.map(({ entry }) => entry))
    const lost =
      entries.filter(({ number, kind }) => kind in lostKinds && !kept.has(number)).at(-1)?.number ?? 0
    return words
      .filter(({ entry }) => entry > lost)
      .map(({ word, actor, reason, at }) => ({ word, actor, reason, at }))
  }
}

/**
 * Kinds of entries that must have a row: one without shows that a word was taken away, and what was said
 * before it is in doubt.
 */
const lostKinds: Readonly<Record<string, true>> = { 'hold-released': true, 'hold-rejected': true }
