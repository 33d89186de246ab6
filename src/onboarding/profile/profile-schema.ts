import * as z from 'zod'

import { toJsonSchema } from '../../yaml/check-yaml.js'
import type { JsonSchema } from '../../yaml/json-schema-walk.js'
import { accountModels, callDemands, factTypes } from './profile.js'

// The descriptions are read twice: by editors, through the JSON Schema, and in problems, after "expected".

/** A name may be broken over lines, as in a printed list. */
const anyText = z.string().min(1).describe('text')

/** What is shown on screens and pages: a control character could steer a terminal. */
const text = z
  .string()
  .min(1)
  .refine((given) => !/\p{Cc}/u.test(given), 'text on one line, without control characters')
  .describe('text')

/** Profiles were written in Dutch and English before there were more languages. */
const otherTexts = {
  sv: text.describe('the text in Swedish; English is shown when left out').optional(),
  da: text.describe('the text in Danish; English is shown when left out').optional(),
}

const localText = z.strictObject({ nl: text, en: text, ...otherTexts }).meta({
  id: 'localText',
  description: 'a text by language: { nl: ..., en: ... }; sv and da may be left out, then English is shown',
})

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const factIdPattern = /^[a-z][A-Za-z0-9]*$/

const profileId = z
  .string()
  .regex(idPattern)
  .meta({ id: 'profileId', description: 'a name of small letters, digits and dashes, such as asr-umbrella' })

const factId = z.string().regex(factIdPattern).meta({
  id: 'factId',
  description: 'a name of letters and digits that begins with a small letter, such as frameworkContract',
})

const callName = z
  .union([
    anyText,
    z.strictObject({
      call: anyText.describe('the name of the call'),
      unlisted: z
        .literal('keep')
        .describe('keep: the call is newer than the list of this program, so its name is used as it is'),
    }),
  ])
  .meta({
    id: 'callName',
    description:
      'the name of a call in any spelling, or { call: NAME, unlisted: keep } for one this program does not know yet',
  })

const callNames = z.array(callName).min(1).max(500).describe('a list of calls')

const serviceCalls = z
  .strictObject({
    read: callNames.describe('the calls that only read; these are tried').optional(),
    write: callNames.describe('the calls that change something; these are never tried').optional(),
  })
  .meta({ id: 'serviceCalls', description: 'the calls of one service under read and write' })

const callsSchema = z
  .strictObject({
    CompanyService: serviceCalls.optional(),
    EmployeeService: serviceCalls.optional(),
    DebtorService: serviceCalls.optional(),
    ReportService: serviceCalls.optional(),
  })
  .describe('the calls by service: CompanyService, EmployeeService, DebtorService and ReportService')

const endpointName = z
  .union([
    text,
    z.strictObject({
      endpoint: text.describe('method and path'),
      unlisted: z
        .literal('keep')
        .describe('keep: the endpoint is newer than the list of this program, so it is used as it is'),
    }),
  ])
  .meta({
    id: 'endpointName',
    description:
      'method and path, such as GET /api/companies/{companyId}/employees, or { endpoint: ..., unlisted: keep } for one this program does not know yet',
  })

const endpointNames = z.array(endpointName).min(1).max(200).describe('a list of endpoints')

const scopeName = z
  .union([
    text,
    z.strictObject({
      scope: text.describe('the name of the scope'),
      unlisted: z
        .literal('keep')
        .describe('keep: the scope is newer than the list of this program, so it is used as it is'),
    }),
  ])
  .meta({
    id: 'scopeName',
    description:
      'the name of a scope, such as employee.info.read, or { scope: NAME, unlisted: keep } for one this program does not know yet',
  })

const restSchema = z
  .strictObject({
    scopes: z.array(scopeName).min(1).max(50).describe('a list of the scopes that the employer consents to'),
    endpoints: z
      .strictObject({
        read: endpointNames.describe('the endpoints that only read (GET); these are tried').optional(),
        write: endpointNames
          .describe('the endpoints that change something; these are never tried')
          .optional(),
      })
      .describe('the endpoints under read and write'),
    complete: z
      .boolean()
      .describe(
        'true or false: whether all that the consumer needs is known to be there over REST (default true)',
      )
      .optional(),
  })
  .meta({ id: 'rest', description: 'what the consumer needs over REST: { scopes: [...], endpoints: ... }' })

const factSchema = z
  .strictObject({
    id: factId.describe('the name under which the fact is answered, such as frameworkContract'),
    type: z.enum(factTypes).describe(`how the fact is checked: one of ${factTypes.join(', ')}`),
    label: localText.describe('what the consumer calls it, by language'),
    hint: localText.describe('what helps to answer it, by language').optional(),
    optional: z.boolean().describe('true or false: whether it may be left out (default false)').optional(),
    pattern: text.describe('a regular expression that the whole answer fits').optional(),
    choices: z.array(text).min(1).max(100).describe('a list of the only answers that are taken').optional(),
    standard: text.describe('the answer when none is given').optional(),
  })
  .meta({ id: 'fact', description: 'one fact the consumer asks for, with id, type and label' })

const stepSchema = z
  .strictObject({
    nl: text.describe('the step in Dutch'),
    en: text.describe('the step in English'),
    ...otherTexts,
    until: text
      .describe(
        'calls (the step is done when every call is open), sent (when the facts were handed in), exchange (when the day of the first exchange is known), or the id of a fact (when that is right)',
      )
      .optional(),
  })
  .meta({ id: 'step', description: 'one step a person takes: { nl: ..., en: ..., until: ... }' })

/**
 * A profile file. What it cannot say here (which names are calls, which steps end with which fact) is checked
 * in build-profile.ts.
 */
export const profileSchema = z
  .strictObject({
    version: z.literal(1).describe('1'),
    id: profileId.describe('the name of the profile: small letters, digits and dashes, such as asr-umbrella'),
    aliases: z.array(profileId).max(20).describe('a list of other names for it').optional(),
    consumer: text.describe('who connects to Nmbrs'),
    title: localText.describe('a title by language'),
    edition: text.describe('the edition of the published list, or our own'),
    date: z.iso.date().describe('the day the list was taken over, such as "2026-11-22"'),
    source: z
      .strictObject({
        title: text.describe('what the list was taken from'),
        url: z
          .url({ protocol: /^https?$/ })
          .describe('where it is published, https://...')
          .optional(),
      })
      .describe('where the list comes from: { title: ..., url: ... }'),
    accountModel: z.enum(accountModels).describe(`the kind of account: one of ${accountModels.join(', ')}`),
    complete: z
      .boolean()
      .describe('true or false: whether the whole published list is here (default true)')
      .optional(),
    callsAre: z
      .enum(callDemands)
      .describe('required: every call must be open (default). testable: they are tried and do not decide')
      .optional(),
    calls: callsSchema,
    rest: restSchema
      .describe(
        'what the consumer needs over REST; left out where it is not known. Calls are calls of SOAP, which ends',
      )
      .optional(),
    facts: z.array(factSchema).max(100).describe('a list of facts').optional(),
    steps: z.array(stepSchema).max(50).describe('a list of steps').optional(),
    notes: z.array(localText).max(50).describe('a list of notes').optional(),
  })
  .meta({
    title: 'nmbrs-sync onboarding profile',
    description: 'What one consumer demands of a Nmbrs account',
  })

export type RawProfile = z.infer<typeof profileSchema>
export type RawCallName = z.infer<typeof callName>
export type RawFact = z.infer<typeof factSchema>
export type RawText = z.infer<typeof localText>
export type RawRest = z.infer<typeof restSchema>
export type RawStep = z.infer<typeof stepSchema>

/** The JSON Schema of profile files, for editors; committed as `mappings/onboarding/profile.schema.json`. */
export const buildProfileJsonSchema = (): JsonSchema => toJsonSchema(profileSchema)
