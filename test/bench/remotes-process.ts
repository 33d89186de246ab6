import { answerParent } from './child.js'
import type { RemoteAddresses } from './company.js'
import { startRemotes, type Arrival, type Remotes, type RemotesOptions } from './remotes.js'

/** What can be asked of the process in which the fakes run; the first question must be `start`. */
export type RemotesQuestion = { ask: 'start'; options: RemotesOptions } | { ask: 'seen' }

/** What the fakes saw since they were asked before. */
export interface Seen {
  arrivals: readonly Arrival[]
  sourceRequests: number
  violations: number
}

let remotes: Remotes | undefined

const answer = async (question: RemotesQuestion): Promise<RemoteAddresses | Seen> => {
  if (question.ask === 'start') {
    remotes = await startRemotes(question.options)
    return remotes.addresses
  }
  if (remotes === undefined) throw new Error('the fakes were not started')
  return {
    arrivals: remotes.takeArrivals(),
    sourceRequests: remotes.takeSourceRequests(),
    violations: remotes.countViolations(),
  }
}

// The parent is this benchmark itself.
answerParent((question) => answer(question as RemotesQuestion))
