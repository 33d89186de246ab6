import type { LinkStore } from '../../../run/store/links.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { parseFieldNames } from '../../sqlite/field-names.js'
import { prepareAll, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'
import type { FieldName } from '../../../domain/sections.js'

const prepareRead = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('link_review')
      .select(['company_id', 'subject', 'target_id', 'fields', 'written_at', 'told_at'])
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('company_id')
      .orderBy('subject'),
  )

const prepareNote = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<{ connectionId: number; at: string }>) =>
    query
      .updateTable('link_review')
      .set({ told_at: bind('at') })
      .where('connection_id', '=', bind('connectionId'))
      .where('told_at', 'is', null),
  )

/**
 * Links of one connection that a person is to look at. The migration fills the list; a trigger takes a link
 * out when it changes.
 */
export const createLinkReviewStore = (
  context: ConnectionContext,
): Pick<LinkStore, 'readLinkReviews' | 'noteLinkReviewsTold'> => {
  const read = prepareRead(context)
  const note = prepareNote(context)
  const { connectionId, queue, phrases } = context
  return {
    readLinkReviews: () =>
      Promise.resolve(
        read({ connectionId }).map((row) => ({
          companyId: row.company_id,
          sourceId: row.subject,
          targetId: row.target_id,
          // The migration copied what `formatFieldNames` wrote.
          fields: parseFieldNames(phrases.getText(row.fields)) as FieldName[],
          writtenAt: row.written_at,
          isTold: row.told_at !== null,
        })),
      ),
    noteLinkReviewsTold: () =>
      queue.run(() => {
        note({ connectionId, at: context.nowText() })
      }),
  }
}
