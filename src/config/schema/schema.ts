import * as z from 'zod'

import { accessSchema } from './access-schema.js'
import {
  addressText,
  alexisIdText,
  connectionNameText,
  cronOrNeverText,
  cronText,
  hostNameText,
  noticeUrlText,
  pathText,
  matchRuleText,
  nmbrsCompanyText,
  timeZoneText,
  tokenText,
  urlText,
} from './checks.js'
import { canaryBounds, forgetBounds, keepRunsBounds } from './bounds.js'
import { languages } from '../../domain/language/language.js'
import { beforeEmployments, monthlyAmounts } from '../../domain/pay/pay.js'
import { periodTypes } from '../../domain/pay/payroll-period.js'
import { nmbrsSchema } from './nmbrs-schema.js'
import { noticesSchema } from './notices-schema.js'
import { onboardingSchema, repeatedCheckSchema } from './onboarding-schema.js'

// The descriptions are read twice: by editors, through the JSON Schema, and in problems, after "expected".

const text = z.string().min(1)
const count = z.int().min(0)
const percent = z.number().min(0).max(100)
const flag = z.boolean()

const limit = z
  .strictObject({
    max: count.describe('a number of people, 0 or more').optional(),
    percent: percent.describe('a percentage of the linked people, from 0 to 100').optional(),
  })
  .superRefine((value, context) => {
    if (value.max !== undefined || value.percent !== undefined) return
    context.addIssue({ code: 'custom', message: 'max, percent or both; without one there is no limit' })
  })
  .describe('a limit: max, percent or both')

const alexis = z
  .strictObject({
    baseUrl: urlText.default('https://api.alexishr.com/v1'),
    token: tokenText('the access token, from the environment or a file: ${ALEXIS_TOKEN}'),
  })
  .describe('the AlexisHR account: baseUrl and token')

const company = z
  .strictObject({
    alexisCompanyId: alexisIdText,
    nmbrsCompanyId: nmbrsCompanyText(
      'the id of the company in Nmbrs: a whole number for SOAP, or the id of REST (8-4-4-4-12 digits and letters a to f)',
    ),
    nmbrsCompanyName: text.regex(/\S/).describe('the name of the company, to the letter as Nmbrs has it'),
    monthlyAmount: z
      .enum(monthlyAmounts)
      .describe(
        'what becomes of an amount per month where the company pays by weeks or four weeks: hold, perPeriod (sent as it is) or yearOver13 (12/13 of it, for four weeks)',
      )
      .default('hold'),
    payrollPeriod: z
      .enum(periodTypes)
      .describe(
        'what the company pays by: month, four-weeks or week; for REST, which does not say it. Left out: the month, unless the numbers of its periods say otherwise, and a salary that is not due in every kind of period waits',
      )
      .optional(),
  })
  .describe('a company: alexisCompanyId, nmbrsCompanyId, nmbrsCompanyName, monthlyAmount and payrollPeriod')

const scope = z
  .strictObject({
    active: flag.describe('true or false: only people who are active in AlexisHR').default(true),
    employees: z
      .array(alexisIdText)
      .describe('a list of AlexisHR employee ids for a pilot; empty for everyone')
      .default([]),
    mayBeEmpty: flag
      .describe(
        'true or false: whether a run may find no one in scope, or none of the connected people, as after a season that has ended',
      )
      .default(false),
  })
  .describe('who is kept in step: active, employees and mayBeEmpty')

export const defaultMatchRules = [
  'employeeNumber+birthDate',
  'employeeNumber+lastName',
  'workEmail+birthDate',
  'lastName+birthDate+firstName',
]

const match = z
  .strictObject({
    autoLink: z
      .array(matchRuleText)
      .describe('a list of rules, the most trusted first; empty to link by hand only')
      .default(defaultMatchRules),
  })
  .describe('when two records count as one person: autoLink')

const thresholds = z
  .strictObject({
    create: limit.default({ max: 10 }),
    update: limit.default({ max: 50, percent: 30 }),
    bankAccount: limit.default({ max: 3, percent: 10 }),
    salary: limit.default({ max: 10, percent: 20 }),
    sameField: z
      .strictObject({ percent: percent.describe('a percentage of the linked people, from 0 to 100') })
      .describe('a limit for one field that changes for nearly everyone: percent')
      .default({ percent: 80 }),
    shrink: z
      .strictObject({
        percent: percent.describe('a percentage of the people who were there before, from 0 to 100'),
      })
      .describe('a limit for people who are gone since the last sync; over it the run stops: percent')
      .default({ percent: 20 }),
  })
  .describe('limits; a kind of change over its limit is held before its first write')

const bounds = (basis: string, min: number, max: number) =>
  z
    .strictObject({
      min: z.number().min(0).describe(`the least usual first amount per ${basis}, in euro`).default(min),
      max: z.number().min(0).describe(`the most usual first amount per ${basis}, in euro`).default(max),
    })
    .refine((value) => value.min <= value.max, { error: 'min that is not more than max', path: ['min'] })
    .describe(`a first amount per ${basis} that does not wait: min and max`)
    .prefault({})

const salaryBounds = z
  .strictObject({
    month: bounds('month', 50, 25_000),
    fourWeeks: bounds('four weeks', 50, 25_000),
    week: bounds('week', 12, 6_000),
    hour: bounds('hour', 3, 250),
  })
  .describe('first salaries outside of these wait for a person: month, fourWeeks, week and hour')

const hireDate = z
  .strictObject({
    pastYears: z
      .int()
      .min(0)
      .max(150)
      .describe('years before today, 0 to 150, in which an employment may have started')
      .default(60),
    futureDays: z
      .int()
      .min(0)
      .max(3650)
      .describe('days after today, 0 to 3650, in which an employment may start')
      .default(366),
  })
  .describe('a hire date outside of these waits for a person: pastYears and futureDays')

const holds = z
  .strictObject({
    bankAccountChange: z
      .enum(['always', 'never'])
      .describe('whether a changed bank account waits for a person: always or never')
      .default('always'),
    identityFirstContact: z
      .enum(['hold', 'keep'])
      .describe(
        'whether names and a birth date that differ from those in Nmbrs wait where a rule connected the person, or those of Nmbrs stay: hold or keep',
      )
      .default('hold'),
    salaryChangePercent: z
      .number()
      .min(0)
      .describe('a percentage; a salary that changes by more waits for a person')
      .default(25),
    salaryBounds: salaryBounds.prefault({}),
    hireDate: hireDate.prefault({}),
    waitDays: z
      .int()
      .min(0)
      .max(365)
      .describe('whole days, 0 to 365, before a held change may be sent, even when it was released')
      .default(0),
    releasers: z
      .int()
      .min(1)
      .max(9)
      .describe('how many different people have to release a held change, 1 to 9')
      .default(1),
    expireDays: z
      .int()
      .min(1)
      .max(365)
      .describe('days, 1 to 365, after which a release that was not used is void')
      .default(30),
  })
  .describe('changes that always wait for a person')

const catchUp = flag
  .describe('true or false: make up at its start for a run that was due while the daemon was down')
  .default(true)

/** A connection, whichever file it is written in, once the defaults are merged into it. */
export const connectionSchema = z
  .strictObject({
    name: connectionNameText,
    alexis,
    nmbrs: nmbrsSchema,
    companies: z.array(company).min(1).describe('a list of at least one company'),
    mapping: pathText('a mapping file').default('mappings/alexis-nmbrs.yaml'),
    scope: scope.prefault({}),
    match: match.prefault({}),
    thresholds: thresholds.prefault({}),
    holds: holds.prefault({}),
    employment: z
      .strictObject({
        updateStartDate: flag
          .describe('true or false: send a start date that differs, instead of reporting it')
          .default(false),
      })
      .describe('what happens with employments: updateStartDate')
      .prefault({}),
    schedule: z
      .strictObject({ cron: cronOrNeverText, catchUp })
      .describe('when the daemon runs this connection, instead of the common schedule: cron and catchUp')
      .optional(),
    onboarding: z
      .array(repeatedCheckSchema)
      .describe('a list of onboarding checks that the daemon repeats')
      .default([]),
    salary: z
      .strictObject({
        lookAheadDays: z
          .int()
          .min(0)
          .max(366)
          .describe('how many days before its payroll period a salary is sent, from 0 to 366')
          .default(0),
        beforeEmployment: z
          .enum(beforeEmployments)
          .describe(
            'what becomes of a salary that starts before the employment: hold, or firstDay (sent from the first day of the employment)',
          )
          .default('hold'),
      })
      .describe('what happens with salaries: lookAheadDays and beforeEmployment')
      .prefault({}),
    reads: z
      .strictObject({
        bankSlice: z
          .int()
          .min(1)
          .max(1000)
          .describe('the number of runs in which every bank account is looked at once, from 1 to 1000')
          .default(30),
      })
      .describe('how much is read: bankSlice')
      .prefault({}),
    canary: z
      .int()
      .min(canaryBounds.least)
      .max(canaryBounds.most)
      .describe(
        'how many people of each kind of write go ahead of all others and are read back, in the first syncs after an install, an upgrade or a change between SOAP and REST, from 0 (no one) to 100',
      )
      .default(1),
    access: accessSchema.optional(),
  })
  .describe('a connection: name, alexis, nmbrs, companies and its settings')

export const defaultsDescription = 'a group of keys, as in a connection, that all connections have'

/**
 * The configuration, put together from its files. What two places of it must say together is checked in
 * cross-checks.ts.
 */
export const configSchema = z
  .strictObject({
    version: z.literal(1),
    timezone: timeZoneText.default('Europe/Amsterdam'),
    language: z
      .enum(languages)
      .describe('the language of screens, worklists, letters and notices: en, nl, sv or da')
      .optional(),
    state: z
      .strictObject({
        path: pathText('the state file').default('./data/nmbrs-sync.db'),
        keyFile: pathText('the file of the key that digests are made with').default('./data/state.key'),
        keepRunsDays: z
          .int()
          .min(keepRunsBounds.least)
          .max(keepRunsBounds.most)
          .describe('after how many days a sync lets old runs go, from 1 to 36500')
          .default(400),
        forgetAfterDays: z
          .int()
          .min(forgetBounds.least)
          .max(forgetBounds.most)
          .describe(
            'how many days after their employment ended on both sides a sync forgets people, from 1 to 36500; left out: never',
          )
          .optional(),
      })
      .describe('where state is kept: path, keyFile, keepRunsDays and forgetAfterDays')
      .prefault({}),
    defaults: z.record(z.string(), z.unknown()).describe(defaultsDescription).optional(),
    connections: z.array(connectionSchema).min(1).describe('a list of at least one connection'),
    schedule: z
      .strictObject({ cron: cronText, catchUp })
      .describe('when the daemon runs: cron and catchUp')
      .optional(),
    daemon: z
      .strictObject({
        http: flag.describe('true or false: whether the daemon answers probes and metrics').default(true),
        host: addressText.default('127.0.0.1'),
        port: z
          .int()
          .min(0)
          .max(65_535)
          .describe('the port of probes and metrics, a whole number from 0 to 65535; 0 takes a free one')
          .default(9464),
        hosts: z
          .array(hostNameText)
          .max(100)
          .describe(
            'names under which probes and metrics may be asked for, beside IP addresses and localhost',
          )
          .default([]),
        heartbeat: noticeUrlText
          .describe(
            'an address of your monitoring that is called after each success, and raises an alarm when it is not, from the environment or a file',
          )
          .optional(),
      })
      .describe('where the daemon can be asked how it is: http, host, port, hosts and heartbeat')
      .prefault({}),
    notices: noticesSchema.optional(),
    onboarding: onboardingSchema.prefault({}),
    log: z
      .strictObject({
        level: z
          .enum(['error', 'warn', 'info', 'debug'])
          .describe('how much is logged: error, warn, info or debug')
          .default('info'),
        file: pathText('a file the log is also written to').optional(),
        maxSizeMb: z
          .number()
          .min(0.001)
          .max(10_000)
          .describe('the size in megabytes from which on the log file is followed by a new one')
          .default(20),
        keepFiles: z
          .int()
          .min(1)
          .max(1000)
          .describe('how many log files are kept, the one being written included, from 1 to 1000')
          .default(10),
      })
      .describe('what is logged: level, file, maxSizeMb and keepFiles')
      .prefault({}),
  })
  .meta({ title: 'nmbrs-sync configuration', description: 'The configuration of nmbrs-sync' })

/** The file as checked text, before secrets are wrapped and paths are resolved. */
export type ConfigFile = z.infer<typeof configSchema>
export type ConnectionFile = ConfigFile['connections'][number]
export type LimitFile = z.infer<typeof limit>
