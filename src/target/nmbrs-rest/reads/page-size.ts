import type { OnContradiction } from '../../../domain/addresses/rest-known.js'

/** As many rows as three clients ask for; a larger page may be refused (Nmbrs REST contract, section 4.1). */
export const usualPageSize = 100

/** As many as the rehearsal tried. */
const largePageSize = 200

/** How many rows a page is asked for, where larger pages are known to come. */
export interface PageSize {
  current: () => number
  /** Larger pages do not come after all; from now on they are as usual. `seen`: what came instead. */
  giveUp: (seen: 'cut' | 'refuse') => void
}

export const createPageSize = (contradict: OnContradiction): PageSize => {
  let size = largePageSize
  return {
    current: () => size,
    giveUp: (seen) => {
      if (size === usualPageSize) return
      size = usualPageSize
      contradict('maxPageSize', seen)
    },
  }
}
