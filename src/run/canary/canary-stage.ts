import { sendAhead, type Canary, type CanaryEnd, type CanaryOptions } from '../../apply/canary/canary.js'
import { AbortError } from '../../domain/errors.js'
import type { Finding } from '../../domain/finding.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import type { CanaryFlaw, CanaryReport } from '../../domain/run/canary.js'
import { sendsSomething } from '../../plan/plan-person.js'
import type { RunOptions } from '../run-options.js'
import type { RunDeps } from '../settings.js'
import { toCommand } from '../sync-command.js'
import { toCanaryFinding, toPlaces } from './canary-findings.js'

/**
 * How long is waited before the first people are read again when something is not as it was sent, in
 * milliseconds.
 */
const usualLooksMs = [1000, 3000]

/** What goes ahead of a run, and how it went. */
export interface CanaryStage extends Canary {
  /** `undefined` where no one went ahead. */
  report(): CanaryReport | undefined
  findings(): readonly Finding[]
  /** Throws `AbortError` (`canary-failed`) when no one else was written. */
  throwIfFailed(): void
}

/**
 * The people who go ahead of this run; `undefined` where no one does, as where it was turned off. By itself
 * it is about the kinds of write that this version did not show to be right yet over this transport. Asked
 * for in so many words, it is about every kind, and stops for a write that did not go through as well.
 */
export const openCanary = (deps: RunDeps, options: RunOptions): CanaryStage | undefined => {
  const { store, settings, now } = deps
  const setting = settings.canary
  const perKind = options.canary ?? setting?.perKind ?? 0
  if (perKind === 0 || setting === undefined) return undefined
  const isAsked = options.canary !== undefined
  const circumstances = `${settings.version} ${setting.transport}`
  const kept: Kept = { report: undefined, flaws: [], keepsBack: false }
  return {
    goAhead: async (people, context, begin) => {
      if (!people.some(sendsSomething)) return new Set()
      const known = await store.canary.readCanary(circumstances)
      if (!isAsked && known.flaws.length > 0) {
        Object.assign(kept, { flaws: known.flaws, keepsBack: true })
        kept.report = { perKind, people: 0, result: 'blocked' }
        return new Set()
      }
      const asked: CanaryOptions = {
        perKind,
        proven: isAsked ? new Set() : known.proven,
        passedOver: known.passedOver,
        isStrict: isAsked,
        today: () => toDayInZone(now(), settings.timeZone),
        readBaselines: async (companyId, subject) =>
          (await store.baselines.readBaselines(companyId, [subject])).get(subject),
        looksMs: setting.looksMs ?? usualLooksMs,
      }
      const end = await sendAhead(people, asked, context, begin)
      if (end.ahead.size > 0) await noteEnd(deps, circumstances, { end, perKind }, kept)
      return end.ahead
    },
    keepsBack: () => kept.keepsBack,
    report: () => kept.report,
    findings: () => (kept.keepsBack ? kept.flaws.map(toCanaryFinding) : []),
    throwIfFailed: () => {
      if (kept.keepsBack) throw toFailure(kept.flaws, toCommand(deps, options))
    },
  }
}

/** How the first people went, as far as it is known. */
interface Kept {
  report: CanaryReport | undefined
  flaws: readonly CanaryFlaw[]
  keepsBack: boolean
}

const noteEnd = async (
  { store, settings, log }: RunDeps,
  circumstances: string,
  { end, perKind }: { end: CanaryEnd; perKind: number },
  kept: Kept,
): Promise<void> => {
  const { ahead, proven, flaws, holdsBack } = end
  kept.flaws = flaws
  kept.keepsBack = flaws.length > 0 && holdsBack
  const result = toResult(end, kept.keepsBack)
  kept.report = { perKind, people: ahead.size, result }
  const { connection } = settings
  log.info('the first people were read back', { connection, people: ahead.size, result })
  // What could not be read or written says nothing of the next run.
  const differing = flaws.filter(({ problem }) => problem === 'differs')
  if (kept.keepsBack && differing.length > 0) await store.canary.noteFlaws(circumstances, differing)
  if (proven.length > 0) await store.canary.noteProven(circumstances, proven)
}

const toResult = ({ flaws, proven }: CanaryEnd, keepsBack: boolean): CanaryReport['result'] => {
  if (keepsBack) return 'failed'
  return flaws.length === 0 && proven.length > 0 ? 'right' : 'unproven'
}

const toFailure = (flaws: readonly CanaryFlaw[], command: string): AbortError =>
  new AbortError(
    `The first people of a run are not in Nmbrs as they were sent (${toPlaces(flaws)}), so no one else was written`,
    'canary-failed',
    `Compare both sides of the people who are named. To try others first: ${command} --canary 1. To write everyone without trying: ${command} --no-canary`,
  )
