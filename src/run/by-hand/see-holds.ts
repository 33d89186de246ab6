import type { PlannedChange } from '../../domain/change.js'
import { ConfigError } from '../../domain/errors.js'
import type { Hold } from '../../domain/hold/hold.js'
import type { HoldId } from '../../domain/ids.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import type { RunDeps } from '../settings.js'
import { explainSection, type ExplainedField } from './explain-person.js'

/** A held change as both sides say it now. Values are for the user's own screen only. */
export interface SeenHold {
  hold: Hold
  /** `undefined` when AlexisHR does not have the person in scope any more. */
  displayName: string | undefined
  /** Both sides of each field of the section; empty when they were not compared. */
  fields: readonly ExplainedField[]
  /** Whether exactly this change would still be held: a word about another one would be about nothing. */
  isThere: boolean
}

/**
 * Reads both sides of the people whom holds are about, in one read. Writes nothing. Throws as `readAndPlan`.
 */
export const seeHolds = async (deps: RunDeps, holds: readonly Hold[]): Promise<readonly SeenHold[]> => {
  const [first] = holds
  if (first === undefined) return []
  try {
    return await seeTogether(deps, holds)
  } catch (error) {
    // Someone of them is not in scope any more; the others are.
    if (!(error instanceof ConfigError)) throw error
    if (holds.every(({ subject }) => subject === first.subject)) return holds.map(toUnseen)
    const subjects = [...new Set(holds.map(({ subject }) => subject))]
    const seen: SeenHold[] = []
    for (const subject of subjects)
      seen.push(
        ...(await seeHolds(
          deps,
          holds.filter((hold) => hold.subject === subject),
        )),
      )
    return holds.flatMap((hold) => seen.filter((one) => one.hold === hold))
  }
}

const toUnseen = (hold: Hold): SeenHold => ({ hold, displayName: undefined, fields: [], isThere: false })

const seeTogether = async (deps: RunDeps, holds: readonly Hold[]): Promise<readonly SeenHold[]> => {
  const employees = [...new Set(holds.map(({ subject }) => subject))]
  const { companies } = await readAndPlan(deps, { employees, allowPastPeriods: false, ignoreSeals: true })
  const planned = companies.flatMap((company) => company.plan.people.map((plan) => ({ plan, company })))
  const there = new Set(planned.flatMap(({ plan }) => plan.changes.map(holdOf)))
  return holds.map((hold) => {
    const found = planned.find(
      ({ plan, company }) => plan.subject === hold.subject && company.company.targetId === hold.companyId,
    )
    if (found === undefined) return toUnseen(hold)
    const { plan, company } = found
    const fields = explainSection(hold.section, plan, company)
    return { hold, displayName: plan.displayName, fields, isThere: there.has(hold.id) }
  })
}

/** The hold that a planned change stands under, or would but for a word about it. */
const holdOf = (planned: PlannedChange): HoldId | undefined =>
  planned.decision === 'send' ? planned.release : planned.hold
