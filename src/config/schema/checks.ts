import { createRequire } from 'node:module'
import { isIP } from 'node:net'

import type * as CronParser from 'cron-parser'
import type * as NodeCron from 'node-cron'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'

import { findNearest } from '../../yaml/nearest.js'
import { findHostFlaw, findNoticeUrlFlaw, findUrlFlaw, showAddress } from './check-url.js'
import { parseMatchRule } from '../match-rule.js'

/** What is wrong with a text. `found`: how it may be shown, where it may hold what no one else should see. */
interface Flaw {
  expected: string
  suggestion?: string | undefined
  found?: string
}

/** Text with a check of its own: `flawOf` gives what was expected, or `undefined` when the text is right. */
const checkedText = (
  description: string,
  flawOf: (text: string) => Flaw | undefined,
  kind: z.ZodString = z.string(),
) =>
  kind
    .superRefine((text, context) => {
      const flaw = flawOf(text)
      if (flaw === undefined) return
      const { expected, suggestion, found } = flaw
      context.addIssue({ code: 'custom', message: expected, params: { suggestion, found } })
    })
    .describe(description)

const expect = (expected: string | undefined): { expected: string } | undefined =>
  expected === undefined ? undefined : { expected }

/**
 * Of an address only scheme and host are shown: user names, passwords and tokens stand in every other part.
 */
const expectAddress = (text: string, expected: string | undefined): Flaw | undefined =>
  expected === undefined ? undefined : { expected, found: showAddress(text) }

const isTimeZone = (zone: string): boolean => {
  // An offset is a zone to the calendar, but has no summer time: the day would turn an hour early or late
  // half the year.
  if (/^(?:[+-]|Etc\/GMT[+-])/.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

export const timeZoneText = checkedText('a time zone such as Europe/Amsterdam', (zone) =>
  isTimeZone(zone)
    ? undefined
    : {
        expected: 'a time zone such as Europe/Amsterdam',
        suggestion: findNearest(zone, Intl.supportedValuesOf('timeZone')),
      },
)

// With the calendar that comes along a fifth of what a command takes to start, and only a schedule asks for
// it.
const require = createRequire(import.meta.url)

/**
 * One reads the fields to ring, the other to reckon: both must understand them, and they must come true some
 * day.
 */
const isDueSomeDay = (cron: string): boolean => {
  const { validate } = require('node-cron') as typeof NodeCron
  if (!validate(cron)) return false
  const { CronExpressionParser } = require('cron-parser') as typeof CronParser
  try {
    return CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: 0 }).hasNext()
  } catch {
    return false
  }
}

export const cronText = checkedText('five cron fields such as 0 2 * * *', (text) =>
  expect(isDueSomeDay(text) ? undefined : 'five cron fields such as 0 2 * * * (every day at 2:00)'),
)

/** What a connection has when it only runs by hand. */
export const never = 'never'

export const cronOrNeverText = checkedText('five cron fields such as 0 2 * * *, or never', (text) =>
  expect(
    text === never || isDueSomeDay(text)
      ? undefined
      : 'five cron fields such as 0 2 * * * (every day at 2:00), or never',
  ),
)

export const addressText = checkedText('an IP address of this machine, or localhost', (text) =>
  expect(isIP(text) > 0 || text === 'localhost' ? undefined : 'an IP address of this machine, or localhost'),
)

/**
 * A name under which the daemon's endpoint is asked, as it stands in the `Host` of a request, without a port.
 */
export const hostNameText = checkedText('a host name without a port, such as sync.example.com', (text) =>
  expect(
    /^(?=.{1,253}$)[a-z\d_]([a-z\d_-]*[a-z\d_])?(\.[a-z\d_]([a-z\d_-]*[a-z\d_])?)*$/i.test(text)
      ? undefined
      : 'a host name without a port, such as sync.example.com',
  ),
)

const someText = z.string().min(1)

/** A path that every terminal and every list of files can show. */
export const pathText = (description: string) =>
  checkedText(
    description,
    (text) => {
      if (text !== '' && text.trim() === '') return { expected: description, found: 'blanks only' }
      const isPlain = !/\p{Cc}/u.test(text)
      return expect(isPlain ? undefined : 'a path without line breaks and control characters')
    },
    someText,
  )

/**
 * A token as it stands in a header or a call. Blanks around it come with copying; a line break in it, or the
 * word before it, means that more was copied than the token.
 */
export const tokenText = (description: string) =>
  checkedText(
    description,
    (text) => {
      if (text !== '' && text.trim() === '') return { expected: description }
      const isAlone = /^[ -~]*$/.test(text.trim()) && !/^\s*(?:bearer\s|basic\s|token\s*:)/i.test(text)
      return expect(
        isAlone ? undefined : 'the token alone, without "Bearer", line breaks and letters with accents',
      )
    },
    someText,
  )

/** A mail server by its name or IP address; the port has a key of its own. */
export const mailHostText = checkedText(
  'the mail server, such as smtp.acme.example',
  (text) =>
    expect(
      isIP(text) > 0 || !/[\s/:@?#\\[\]]|\p{Cc}/u.test(text)
        ? undefined
        : 'the name of a mail server without https:// and port, such as smtp.acme.example',
    ),
  someText,
)

export const urlText = checkedText('an address that starts with https://', (text) =>
  expectAddress(text, findUrlFlaw(text)),
)

export const noticeUrlText = checkedText('an address that starts with https://', (text) =>
  expectAddress(text, findNoticeUrlFlaw(text)),
)

export const hostText = checkedText('a host such as https://api.nmbrs.nl', (text) =>
  expectAddress(text, findHostFlaw(text)),
)

/**
 * Where the browser comes back to after a consent: as it was registered with the app, to the letter (Nmbrs
 * REST contract, section 14).
 */
export const redirectText = checkedText('the redirect address as registered with the app', (text) =>
  expectAddress(text, findUrlFlaw(text)),
)

/** A scope is one word: a blank in it would be two (Nmbrs REST contract, section 3.4). */
export const scopeText = checkedText('a scope such as employee.info.read', (text) =>
  expect(/^[a-z_]+(?:\.[a-z_]+)*$/i.test(text) ? undefined : 'a scope such as employee.info.read'),
)

/**
 * Nmbrs wants the bare name (Nmbrs contract, section 1): a wrong domain is answered like a wrong password.
 */
export const domainText = checkedText(
  'the first part of your Nmbrs address: acme of acme.nmbrs.nl',
  (text) => {
    if (/^[A-Za-z0-9-]+$/.test(text)) return undefined
    const bare = /^(?:https?:\/\/)?([A-Za-z0-9-]+)\.nmbrs\.(?:nl|se)\/?$/i.exec(text)?.[1]
    return { expected: 'only the first part of your Nmbrs address: acme of acme.nmbrs.nl', suggestion: bare }
  },
)

export const matchRuleText = checkedText('two or more attributes joined by +', (text) => {
  const result = parseMatchRule(text)
  return 'flaw' in result ? result.flaw : undefined
})

export const connectionNameText = checkedText('a name of small letters, digits and dashes', (text) =>
  expect(
    /^[a-z0-9][a-z0-9-]{0,39}$/.test(text)
      ? undefined
      : 'a name of small letters, digits and dashes, at most 40',
  ),
)

/** An id of AlexisHR (AlexisHR contract, section 2). */
export const alexisIdText = checkedText('an AlexisHR id: 24 digits and letters a to f', (text) =>
  expect(/^[0-9a-f]{24}$/i.test(text) ? undefined : 'an AlexisHR id: 24 digits and letters a to f'),
)

/** The id of a company in Nmbrs: a number over SOAP, a GUID over REST, which is the same one in capitals. */
export const nmbrsCompanyText = (description: string) =>
  z
    .string()
    .regex(/^(?:[1-9]\d{0,9}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/i)
    .toLowerCase()
    .meta({ type: ['string', 'integer'] })
    .describe(description)
