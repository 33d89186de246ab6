import type { ReleaseBook } from '../../../apply/gate/write-facts.js'
import type { DigestValue } from '../../../domain/digest.js'
import type { HoldId, SourceEmployeeId, TargetCompanyId } from '../../../domain/ids.js'
import type { MappedSection } from '../../../domain/sections.js'
import { parseFields, parseRows } from '../people/baseline-text.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareHoldById, prepareOpenHoldsOf, prepareSending } from './hold-statements.js'
import { createWordReader, sealSending } from './hold-words.js'
import { createHoldReader } from './holds.js'
import { prepareUnsettledReplaces } from './intent-statements.js'
import { parseReplaces } from './journal.js'
import { toLink } from '../people/link-row.js'
import { prepareFirst, query, readNow, type Bind } from '../../sqlite/prepare.js'

interface PersonKey {
  connectionId: number
  companyId: TargetCompanyId
  subject: SourceEmployeeId
}

const prepareLink = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<PersonKey>) =>
    query
      .selectFrom('link')
      .select(['company_id', 'source_id', 'status', 'target_id', 'origin', 'reason', 'until', 'seen'])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('source_id', '=', bind('subject')),
  )

const prepareBaseline = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<PersonKey & { section: MappedSection }>) =>
    query
      .selectFrom('baseline')
      .select(['fields', 'digests', 'known_rows'])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('subject', '=', bind('subject'))
      .where('section', '=', bind('section')),
  )

/** What the state says of a person and a section right now. */
export const createReleaseBook = (context: ConnectionContext, digest: DigestValue): ReleaseBook => {
  const { connectionId, phrases, queue } = context
  const findLink = prepareLink(context)
  const findBaseline = prepareBaseline(context)
  const findHolds = prepareOpenHoldsOf(context)
  const toHold = createHoldReader(context, digest)
  const readReplaces = prepareUnsettledReplaces(context)
  const claim = createClaimer(context, digest)

  return {
    readWriteFacts: (subject, companyId, section) =>
      readNow(() => {
        const key = { connectionId, companyId, subject }
        const link = findLink(key)
        const row = findBaseline({ ...key, section })
        return {
          link: link && toLink(link),
          baseline: row && {
            fields: parseFields({ names: phrases.getText(row.fields), digests: row.digests }),
            ...parseRows(row.known_rows),
          },
          holds: findHolds({ ...key, section }).map(toHold),
          leftovers:
            section === 'bankAccount'
              ? readReplaces(key).flatMap(({ replaces }) => parseReplaces(replaces))
              : [],
        }
      }),
    claimRelease: (id, words) => queue.run(() => claim(id, words)),
  }
}

const createClaimer = (
  context: ConnectionContext,
  digest: DigestValue,
): ((id: HoldId, words: number) => boolean) => {
  const { connection, connectionId } = context
  const find = prepareHoldById(context)
  const readWords = createWordReader(context, digest)
  const setSending = prepareSending(context)
  return (id, words) => {
    const hold = find({ connectionId, id })
    if (hold?.closed_at !== null || readWords(hold).length !== words) return false
    const at = context.nowText()
    setSending({ connectionId, id, at, seal: sealSending(digest, connection, hold, at) })
    return true
  }
}
