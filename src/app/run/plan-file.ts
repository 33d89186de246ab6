import { readFile, stat } from 'node:fs/promises'

import * as z from 'zod'

import type { ChangeReport, Outcome } from '../../domain/change.js'
import type { DigestValue } from '../../domain/digest.js'
import { AbortError, ConfigError } from '../../domain/errors.js'
import { toRunId, toSourceEmployeeId } from '../../domain/ids.js'
import { formatVersion, frameDocument } from '../../domain/text/document-frame.js'
import type { Allowances } from '../../domain/threshold.js'
import type { SavedPlan } from '../../run/by-hand/saved-plan.js'
import { writeFileAtomically } from '../files/write-file-atomically.js'

const people = z.int().min(0).optional()

/** Without the keys that an object may hold as `undefined`. */
const toAllowances = (allow: Readonly<Record<string, number | true | undefined>>): Allowances =>
  Object.fromEntries(Object.entries(allow).filter(([, allowed]) => allowed !== undefined))

const allowances = z
  .strictObject({
    create: people,
    update: people,
    bankAccount: people,
    salary: people,
    sameField: people,
    shrink: people,
    emptyScope: z.literal(true).optional(),
  } satisfies Record<keyof Allowances, z.ZodType>)
  .transform(toAllowances)

const planFileSchema = z.strictObject({
  /** A plan of an earlier version of the program does not say it. */
  formatVersion: z.literal(formatVersion).optional(),
  /** What the plan was asked for; it is carried out for the same people under the same permission. */
  options: z.strictObject({
    employees: z.array(z.string().transform(toSourceEmployeeId)),
    allowPastPeriods: z.boolean(),
    allow: allowances,
    verifyAll: z.boolean(),
  }),
  plan: z.strictObject({
    version: z.literal(1),
    connection: z.string(),
    runId: z.string().transform(toRunId),
    createdAt: z.string(),
    made: z.strictObject({ config: z.string(), source: z.string(), target: z.string() }),
    changes: z.array(
      z.strictObject({
        subject: z.string(),
        section: z.string(),
        fields: z.array(z.string()),
        decision: z.enum(['send', 'hold', 'skip']),
      }),
    ),
  }),
  seal: z.string(),
})

/** A plan as `plan --out` writes it: ids, field names and digests, no value of anyone. */
export interface PlanFile {
  options: z.output<typeof planFileSchema>['options']
  plan: SavedPlan
}

/**
 * A plan file as it was read: `seal` stands for all of it, and only who has the key of the state can make it.
 */
export type SealedPlanFile = PlanFile & { seal: string }

/** What a person asks a plan for. */
export interface PlanWish {
  /** Ids of the only employees it is about; everyone when left out. */
  employee?: string[]
  allowPastPeriods?: boolean
  allow?: Allowances
  verifyAll?: boolean
}

/** What a plan is made for, with everything said that was left out. */
export const toPlanRequest = (wish: PlanWish): PlanFile['options'] => ({
  employees: (wish.employee ?? []).map(toSourceEmployeeId),
  allowPastPeriods: wish.allowPastPeriods === true,
  allow: wish.allow ?? {},
  verifyAll: wish.verifyAll === true,
})

/** A seal belongs to no person and carries this in the place of one. */
const sealSubject = 'plan file' as Parameters<DigestValue>[0]

/** Everything that a plan file says, in one order. */
const toSeal = (digest: DigestValue, { options, plan }: PlanFile): string =>
  digest(
    sealSubject,
    'seal',
    JSON.stringify([
      options.employees,
      options.allowPastPeriods,
      Object.entries(options.allow).sort(),
      options.verifyAll,
      [plan.version, plan.connection, plan.runId, plan.createdAt],
      [plan.made.config, plan.made.source, plan.made.target],
      plan.changes.map(({ subject, section, fields, decision }) => [subject, section, fields, decision]),
    ]),
  )

/**
 * Throws `ConfigError` where a plan cannot be written or would take the place of something else: only a plan,
 * an empty file or nothing is written over.
 */
export const refuseOtherFile = async (path: string): Promise<void> => {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || (found.isFile() && found.size === 0)) return
  if (found.isFile() && isPlanLike(parseJson(await readFile(path, 'utf8').catch(() => '')))) return
  throw new ConfigError(`${path} is there already and is not a plan. Choose another file with --out FILE`)
}

/** Of any version. */
const isPlanLike = (parsed: unknown): boolean =>
  typeof parsed === 'object' && parsed !== null && 'plan' in parsed && 'options' in parsed

/**
 * Writes a plan, sealed with the key of the state: what it allows and decides cannot be changed by other
 * hands.
 */
export const writePlanFile = (path: string, file: PlanFile, digest: DigestValue): Promise<void> =>
  writeFileAtomically(
    path,
    `${JSON.stringify(frameDocument({ ...file, seal: toSeal(digest, file) }), undefined, 2)}\n`,
  )

/**
 * Throws `AbortError` (`plan-altered`) unless this state's key made the seal over exactly what the file says.
 */
export const refuseAlteredPlan = ({ seal, ...file }: SealedPlanFile, digest: DigestValue): void => {
  if (toSeal(digest, file) === seal) return
  throw new AbortError(
    'The saved plan is not as nmbrs-sync wrote it, or was made with another state key',
    'plan-altered',
    'Nothing was written. Make a new one: nmbrs-sync plan --out FILE',
  )
}

/** Reads a plan file. Throws `ConfigError` when there is none or it is something else. */
export const readPlanFile = async (path: string): Promise<SealedPlanFile> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(
      `The plan file ${path} cannot be read. Make one: nmbrs-sync plan --out ${path}`,
      [],
      {
        cause,
      },
    )
  })
  const parsed = planFileSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new ConfigError(`${path} is not a plan file of this version. Make one: nmbrs-sync plan --out ${path}`)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Throws `AbortError` (`plan-stale`) unless exactly the saved changes would be sent and held. The digests of
 * the plan cover what both sides hold; this covers what was decided about it.
 */
export const refuseOtherDecisions = ({ plan }: PlanFile, changes: readonly ChangeReport[]): void => {
  const saved = plan.changes.map(({ subject, section, fields, decision }) =>
    JSON.stringify([subject, section, [...fields].sort(), decision]),
  )
  const now = changes.map(({ subject, section, fields, outcome }) =>
    JSON.stringify([subject, section, [...fields].sort(), toDecision(outcome)]),
  )
  if (JSON.stringify(saved.sort()) === JSON.stringify(now.sort())) return
  throw new AbortError(
    'The saved plan is no longer valid: other changes would be sent or held now',
    'plan-stale',
    'Make a new one: nmbrs-sync plan --out FILE',
  )
}

const toDecision = (planned: Outcome): SavedPlan['changes'][number]['decision'] => {
  if (planned === 'held') return 'hold'
  return planned === 'skipped' ? 'skip' : 'send'
}
