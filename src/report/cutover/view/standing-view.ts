import type { CutoverStanding } from '../../../run/cutover/cutover-standing.js'

/** How far a connection is. */
export type CutoverStage = 'on-rest' | 'no-block' | 'no-consent' | 'not-prepared' | 'not-ready' | 'ready'

/** What is to be done next for it. */
export type CutoverStep = 'add-block' | 'log-in' | 'prepare' | 'sync' | 'compare'

/** All that `cutover status` says of a connection. */
export interface StandingView {
  standing: CutoverStanding
  stage: CutoverStage
  /** `null`: nothing is left to do. */
  next: CutoverStep | null
  /** Connected without an id over both transports, and writes whose end is not known. */
  waiting: number
  /** Whether the connection waits for a person before it can change. */
  waits: boolean
}

/** Puts together what `cutover status` says. Pure. */
export const buildStandingView = (standing: CutoverStanding): StandingView => {
  const { links, api, ready, openWrites } = standing
  const stage = stageOf(standing)
  return {
    ...{ standing, stage },
    next: nextOf(stage, openWrites),
    waiting: links.total - links.paired + openWrites,
    waits: api === 'soap' && !ready,
  }
}

const stageOf = ({ api, consent, ready, verifiedAt }: CutoverStanding): CutoverStage => {
  if (api === 'rest') return 'on-rest'
  if (consent === null) return 'no-block'
  if (consent !== 'ok' && consent !== 'ends-soon') return 'no-consent'
  if (verifiedAt === null) return 'not-prepared'
  return ready ? 'ready' : 'not-ready'
}

const nextOf = (stage: CutoverStage, openWrites: number): CutoverStep | null => {
  switch (stage) {
    case 'no-block':
      return 'add-block'
    case 'no-consent':
      return 'log-in'
    case 'not-prepared':
      return 'prepare'
    case 'not-ready':
      return openWrites > 0 ? 'sync' : 'prepare'
    case 'ready':
      return 'compare'
    case 'on-rest':
      return null
  }
}
