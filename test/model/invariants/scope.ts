import type { Invariant } from './invariant.js'

/** What is true of a run whose configuration is not what was meant. */
export const scopeInvariants: readonly Invariant[] = [
  {
    name: 'no run over an unknown company or an empty scope counts as success',
    check: (_, { end, troubles: { slip } }) => {
      const result = end?.document.run.result
      return slip === undefined || result === undefined || result === 'aborted' || result === 'failed'
        ? []
        : [`the run with ${slip} ended ${result}`]
    },
  },
  {
    name: 'a run over an unknown company or an empty scope writes nothing and keeps every link',
    check: ({ world }, { troubles: { slip }, firstWrite, linksBefore, links }) =>
      slip === undefined ||
      (world.watch.writes.length === firstWrite && JSON.stringify(linksBefore) === JSON.stringify(links))
        ? []
        : [`the run with ${slip} changed something`],
  },
]
