import * as z from 'zod'

import { cronText, nmbrsCompanyText, pathText } from './checks.js'

const text = z.string().min(1)

/** A check of an account against profiles that the daemon repeats. */
export const repeatedCheckSchema = z
  .strictObject({
    profiles: z
      .array(text.describe('the name of an onboarding profile, such as asr'))
      .min(1)
      .describe('a list of onboarding profiles, such as [asr]'),
    cron: cronText,
    facts: pathText('a file of answers, as nmbrs-sync onboarding facts prints it').optional(),
    company: nmbrsCompanyText(
      'the id of the one company in Nmbrs to check; left out, every company of the connection',
    ).optional(),
  })
  .describe('a check that the daemon repeats: profiles and cron, and perhaps facts and company')

/** Where profiles of one's own are, and when people are reminded of a consumer that says nothing. */
export const onboardingSchema = z
  .strictObject({
    folders: z
      .array(pathText('a folder'))
      .describe('a list of folders with onboarding profiles of your own')
      .default([]),
    remindAfterDays: z
      .int()
      .min(1)
      .max(365)
      .describe('days, 1 to 365, after which a consumer who says nothing is reminded of')
      .default(14),
  })
  .describe('onboarding: folders with profiles of your own, and remindAfterDays')

export type RepeatedCheckFile = z.infer<typeof repeatedCheckSchema>
