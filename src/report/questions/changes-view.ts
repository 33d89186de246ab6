import type { ChangedPerson } from '../../run/questions/list-changes.js'
import type { FindName } from '../people/find-name.js'
import { toPersonView, type PersonView } from '../people/person-view.js'

/** What changed about one person, as every screen says it. */
export interface ChangedPersonView extends Pick<ChangedPerson, 'changes' | 'links'> {
  person: PersonView<ChangedPerson['subject']>
}

/** All that `changes` says of a connection. */
export interface ChangesView {
  connection: string
  since: string
  counts: {
    people: number
    /** What was written and which links changed, together. */
    changes: number
  }
  people: readonly ChangedPersonView[]
}

/** Puts together what `changes` says. Pure. */
export const buildChangesView = (
  {
    connection,
    since,
    people,
  }: Pick<ChangesView, 'connection' | 'since'> & {
    people: readonly ChangedPerson[]
  },
  findName: FindName,
): ChangesView => ({
  connection,
  since,
  counts: {
    people: people.length,
    changes: people.reduce((sum, { changes, links }) => sum + changes.length + links.length, 0),
  },
  people: people.map(({ changes, links, ...who }) => ({
    person: toPersonView(who, findName),
    changes,
    links,
  })),
})
