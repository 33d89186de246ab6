import type { Journal } from '../../src/apply/journal.js'
import type { ConnectedLink } from '../../src/domain/link.js'
import type { Store } from '../../src/run/store/store.js'

/**
 * The store with a journal that forgets and a book without holds: what writes cost when nothing of them goes
 * on record and nothing is looked up before them. Only who was created is kept in mind, because his sections
 * are written to him.
 */
export const withoutJournal = (store: Store): Store => {
  const links = new Map<string, ConnectedLink>()
  const creations = new Map<number, Pick<ConnectedLink, 'sourceId' | 'companyId'>>()
  let intents = 0
  const journal: Journal = {
    openIntent: ({ subject, companyId }) => {
      intents += 1
      creations.set(intents, { sourceId: subject, companyId })
      return Promise.resolve(intents)
    },
    noteReplaced: () => Promise.resolve(),
    closeIntent: (id, { link }) => {
      const creation = creations.get(id)
      if (link !== undefined && creation !== undefined)
        links.set(creation.sourceId, { status: 'connected', ...creation, ...link })
      return Promise.resolve()
    },
  }
  return {
    ...store,
    journal: { ...store.journal, ...journal },
    releases: {
      ...store.releases,
      readWriteFacts: (subject) =>
        Promise.resolve({ link: links.get(subject), baseline: undefined, holds: [], leftovers: [] }),
    },
  }
}
