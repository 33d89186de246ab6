import { toDayInZone } from '../../domain/date/plain-date.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import {
  findShadowDifferences,
  type PlannedSide,
  type ShadowDifferences,
} from '../../plan/cutover/shadow-differences.js'
import { toPolicyOf } from '../plan/field-policies.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import type { PlannedWorld } from '../plan/planned-world.js'
import type { SourceWorld } from '../read/read-source.js'
import type { RunOptions } from '../run-options.js'
import type { RunDeps, ShadowSide } from '../settings.js'

/** How long a sync waits for the other transport once it has read its own. */
const patienceMs = 30_000

/**
 * Reads the other transport while a sync reads its own. Never throws, and never changes what the sync does.
 */
export interface ReadingAlong {
  /** Begins, with the source as the sync read it. */
  begin: (source: SourceWorld) => void
  /** Compares before anything is written, and stores what was seen. */
  finish: (own: PlannedWorld) => Promise<void>
  /** Closes the other transport, also one that is still being opened; no one waits for it any more. */
  giveUp: () => Promise<void>
}

export const noShadow: ReadingAlong = {
  begin: () => undefined,
  finish: () => Promise.resolve(),
  giveUp: () => Promise.resolve(),
}

interface Read {
  side: ShadowSide
  world: PlannedWorld
}

/** `problem`: why it did not come to its end, as a code. */
type Outcome = { seen: Read } | { problem: string }

export const beginShadow = (deps: RunDeps, options: RunOptions): ReadingAlong => {
  const { shadow, log } = deps
  if (shadow === undefined) return noShadow
  let side: ShadowSide | undefined
  let isGivenUp = false
  let reading: Promise<Outcome> | undefined
  const read = async (source: SourceWorld): Promise<Outcome> => {
    if (!knowsCompanies(deps)) return { problem: 'not-prepared' }
    side = await shadow()
    if (!isGivenUp) return { seen: { side, world: await readSide(deps, options, side, source) } }
    await side.target.close()
    return tooSlow
  }
  const giveUp = async (): Promise<void> => {
    isGivenUp = true
    await side?.target.close()
  }
  return {
    begin: (source) => {
      reading ??= read(source).catch((error: unknown) => ({ problem: toRunFailure(error).code }))
    },
    finish: async (own) => {
      try {
        const outcome = await withPatience(reading ?? Promise.resolve({ problem: 'not-begun' }))
        if (outcome === tooSlow) await giveUp()
        await note(deps, options, outcome, own)
      } catch (error) {
        log.warn('what was read along over REST was not stored', { code: toRunFailure(error).code })
      }
    },
    giveUp: async () => {
      try {
        await giveUp()
      } catch (error) {
        log.warn('what was read along over REST was not closed', { code: toRunFailure(error).code })
      }
    },
  }
}

const tooSlow: Outcome = { problem: 'too-slow' }

const knowsCompanies = ({ settings, addresses }: RunDeps): boolean =>
  settings.companies.every(({ targetId }) => addresses?.toAddress('company', targetId, 'rest') !== undefined)

const readSide = (
  deps: RunDeps,
  { allowPastPeriods, verifyAll }: RunOptions,
  { target }: ShadowSide,
  source: SourceWorld,
): Promise<PlannedWorld> => {
  const along = { ...deps, target, onProgress: () => undefined }
  return readAndPlan(along, { employees: [], allowPastPeriods, ignoreSeals: verifyAll === true, source })
}

const note = async (
  deps: RunDeps,
  { runId }: RunOptions,
  outcome: Outcome,
  own: PlannedWorld,
): Promise<void> => {
  const { store, log, settings } = deps
  const readAt = new Date(deps.now()).toISOString()
  if ('problem' in outcome) {
    const nothing = { people: 0, differences: 0, notCompared: 0 }
    log.warn('REST could not be read along', { code: outcome.problem })
    await store.shadow.addShadowRead({ runId, readAt, problem: outcome.problem, ...nothing }, [])
    return
  }
  const { differences, ...counted } = compareWorlds(deps, own, outcome.seen)
  const counts = { ...counted, differences: differences.length }
  log.info('REST was read along', { connection: settings.connection, ...counts })
  await store.shadow.addShadowRead({ runId, readAt, problem: null, ...counts }, differences)
}

const withPatience = async (reading: Promise<Outcome>): Promise<Outcome> => {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      resolve(tooSlow)
    }, patienceMs)
  })
  try {
    return await Promise.race([reading, patience])
  } finally {
    clearTimeout(timer)
  }
}

const compareWorlds = (
  { mapping, settings, now }: RunDeps,
  own: PlannedWorld,
  { side, world }: Read,
): ShadowDifferences => {
  const isCarried = ({ section, field }: { section: string; field: string }): boolean =>
    !side.notCarried.some((one) => one.section === section && one.field === field)
  const rules = {
    rows: mapping.rows.filter(isCarried),
    policyOf: toPolicyOf(mapping),
    today: toDayInZone(now(), settings.timeZone),
  }
  const found = own.companies.map((company) => {
    const other = world.companies.find(({ company: { targetId } }) => targetId === company.company.targetId)
    return findShadowDifferences(toSide(company), other === undefined ? nothing : toSide(other), rules)
  })
  return {
    people: found.reduce((sum, { people }) => sum + people, 0),
    differences: found.flatMap(({ differences }) => differences),
    notCompared: found.reduce((sum, { notCompared }) => sum + notCompared, 0),
  }
}

const nothing: PlannedSide = { targets: new Map(), bankAccounts: new Map(), pairings: new Map(), people: [] }

const toSide = ({ target, bankAccounts, pairing, plan }: PlannedCompany): PlannedSide => ({
  targets: target.targets,
  bankAccounts,
  pairings: pairing.pairings,
  people: plan.people,
})
