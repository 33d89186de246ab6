import * as z from 'zod'

import { services } from '../calls/call-name.js'
import type { OnboardingResult } from './result.js'

/** As much of a kept result as is compared with another. */
export interface KeptResult {
  checkedAt: string
  company: { id: string } | null
  account: { username: string }
  profiles: readonly { id: string; edition: string }[]
  readiness: OnboardingResult['readiness']
  calls: readonly KeptCall[]
  facts: readonly KeptFact[]
}

/** The verdict of a call and what stands beside it, `not-tested: no-run`. */
export interface KeptCall {
  service: string
  call: string
  outcome: { verdict: string; reason?: string | undefined; code?: string | null | undefined }
}

export interface KeptFact {
  id: string
  value: unknown
  outcome: { verdict: string }
}

const text = z.string().max(2000)

const keptSchema = z.object({
  format: z.literal(1),
  checkedAt: z.iso.datetime({ offset: true }),
  company: z.object({ id: text }).nullable(),
  account: z.object({ username: text }),
  profiles: z.array(z.object({ id: text, edition: text })),
  readiness: z.enum(['ready', 'not-ready', 'could-not-check']),
  calls: z.array(
    z.object({
      service: z.enum(services),
      call: text,
      outcome: z.object({ verdict: text, reason: text.optional(), code: text.nullable().optional() }),
    }),
  ),
  facts: z.array(z.object({ id: text, value: z.json(), outcome: z.object({ verdict: text }) })),
})

/**
 * Reads a result that was printed with `--json` and kept; `undefined` when it is something else. Keys that
 * are newer than this program are passed over.
 */
export const parseKeptResult = (data: unknown): KeptResult | undefined => {
  const result = keptSchema.safeParse(data)
  return result.success ? result.data : undefined
}
