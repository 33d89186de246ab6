import * as z from 'zod'

import { emailKinds, portalLanguages } from '../logins/login.js'
import { helpSchema } from '../request/help-schema.js'
import { screensSchema } from '../screens/screens-schema.js'

// The descriptions are read twice: by editors, through the JSON Schema, and in problems, after "expected".

const text = z.string().trim().min(1).describe('a text that is not empty')
const texts = z.array(text).min(1).describe('a list with at least one text')
const flag = z.boolean().describe('true or false')

/** What must be true of a person before they can get a login. */
export const preconditions = [
  'connected',
  'in-service',
  'accounting-customer',
  'on-customer-record',
  'runs-own-payroll',
] as const

const choices = z.array(text).min(2).describe('the choices there are, from none on')

const needs = z
  .record(text, z.union([text, texts]))
  .describe(
    'other options of this file, each with the choice, or one of the choices, it must have; given: any',
  )

/**
 * One thing that can be granted. `choice` has one value of several, `flag` is on or off, `text` is free,
 * `list` names several of several.
 */
const optionSchema = z
  .strictObject({
    label: text.describe('the words of the screen'),
    kind: z.enum(['choice', 'flag', 'text', 'list']).describe('choice, flag, text or list'),
    choices: choices.optional(),
    choiceLabels: z
      .record(text, text)
      .describe('the words of the screen for each choice, where they are others')
      .optional(),
    needs: needs.optional(),
    required: flag.describe('true when it must be given wherever what it needs is there').optional(),
    mailTo: z
      .enum(['owner', 'contact'])
      .describe('whose record must have an e-mail address for it: owner or contact')
      .optional(),
    owner: flag.describe('true when it names the owner: an employee id, or choose').optional(),
    note: z
      .enum(['hr-changes-need-approval', 'notified-if-contact'])
      .describe('what to know when it is granted: hr-changes-need-approval or notified-if-contact')
      .optional(),
  })
  .meta({ id: 'option', description: 'one thing that can be granted' })

const templatesSchema = z
  .strictObject({
    standard: z
      .array(
        z.strictObject({
          name: text,
          alsoCalled: texts.describe('other names of it, on screens and in lists').optional(),
          grants: texts,
        }),
      )
      .min(1)
      .describe('the templates everyone has, each with what it grants'),
    own: flag.describe('true when a debtor, or the master level, can have templates of its own'),
  })
  .describe('the templates that a login can have')

const permissionsSchema = z
  .record(text, optionSchema)
  .describe('what can be granted one by one, each by a name of its own')

const userNameSchema = z
  .strictObject({
    pattern: text.describe('text with {first}, {f}, {last} or {number}, such as {first}.{last}'),
    minLength: z.int().min(1).max(100).describe('a whole number from 1 to 100'),
    maxLength: z.int().min(4).max(100).describe('a whole number from 4 to 100'),
  })
  .describe('how a user name is made')

const passwordSchema = z
  .strictObject({ length: z.int().min(12).max(64).describe('a whole number from 12 to 64') })
  .describe('how a password is drawn')

const accountSchema = z
  .strictObject({
    by: z.enum(['email', 'userName']).describe('what a login is known by: email or userName'),
    emailKinds: z.array(z.enum(emailKinds)).min(1).describe('work, private or both'),
    emailRequired: flag,
    userName: userNameSchema.optional(),
    password: passwordSchema.optional(),
  })
  .describe('what a login is known by')

const route = z.enum(['in-place', 'replace', 'support', 'leave'])
const aspect = route.describe('in-place, replace, support or leave')

const changeSchema = z
  .strictObject({
    email: aspect,
    template: aspect,
    permissions: aspect,
    language: aspect,
    level: aspect,
    userName: aspect,
    password: aspect,
  })
  .describe('what happens when something of a login is to be different')

const columns = texts.describe('the headings under which it may stand, in any letter case')

const ownListSchema = z
  .strictObject({
    match: z
      .array(z.enum(['targetId', 'employeeNumber', 'email', 'userName', 'contactId', 'name+email']))
      .min(1)
      .describe('what a line is found by, best first'),
    columns: z.strictObject({
      targetId: columns.optional(),
      contactId: columns.optional(),
      employeeNumber: columns.optional(),
      name: columns.optional(),
      firstName: columns.optional(),
      lastName: columns.optional(),
      email: columns.optional(),
      userName: columns.optional(),
      template: columns.optional(),
      language: columns.optional(),
      status: columns.optional(),
    }),
    active: texts.describe('the words in the status column that mean an active login').optional(),
    inactive: texts
      .describe('the words in the status column that mean a login that is switched off')
      .optional(),
    languages: z.record(text, z.enum(portalLanguages)).describe('other words for the languages').optional(),
  })
  .describe('how to read the list of logins that the portal gives')

const answerSchema = z
  .strictObject({
    withinHours: z.int().min(1).max(2400).describe('a whole number of hours from 1 to 2400').optional(),
    expireDays: z.int().min(1).max(365).describe('a whole number of days from 1 to 365'),
    repeat: z
      .enum(['safe', 'after-a-word'])
      .describe('whether work without an answer may be handed over again: safe or after-a-word'),
  })
  .describe('when an answer is expected')

const workWay = z.enum(['bulk', 'single', 'form', 'support']).describe('bulk, single, form or support')

const workSchema = z
  .strictObject({
    create: workWay,
    replace: workWay,
    change: workWay,
    remove: workWay,
    deactivate: workWay,
    resend: workWay,
  })
  .partial()
  .describe('how each kind of work is done; what is left out cannot be done')

/** A portal file. What belongs together is checked in check-portal.ts. */
export const portalSchema = z
  .strictObject({
    version: z.literal(1),
    portal: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,40}$/)
      .describe('a name in small letters, digits and dashes'),
    title: text,
    calledBy: text
      .describe('what people who log in call it, for messages to them; left out, the title')
      .optional(),
    compared: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .describe('the day YYYY-MM-DD on which this was last compared with what the vendor says'),
    subjects: z
      .enum(['employees', 'contacts', 'requesters'])
      .describe('who can have a login: employees, contacts or requesters'),
    preconditions: z.array(z.enum(preconditions)).describe('a list of what must be true first'),
    levels: z
      .strictObject({ accountant: z.literal('debtor'), business: z.literal('master') })
      .describe('where logins belong, by kind of environment')
      .optional(),
    outsideBulk: z
      .enum(['employee-level', 'no'])
      .describe('where someone who left can get a login: employee-level or no'),
    templates: templatesSchema.optional(),
    permissions: permissionsSchema.optional(),
    account: accountSchema,
    languages: z
      .array(z.enum(portalLanguages))
      .describe('the languages there are; none when it has no choice'),
    work: workSchema,
    bulkFilters: z
      .array(z.enum(['all', 'none', 'all-with-login', 'all-without-login']))
      .describe('what ticks people on the bulk screen at once: all, none, all-with-login, all-without-login')
      .optional(),
    change: changeSchema,
    deletingLoses: z
      .enum(['open-change-requests', 'nothing'])
      .describe('what is lost with a login: open-change-requests or nothing'),
    leaving: z
      .enum(['stays-active', 'can-be-deactivated'])
      .describe('what happens to the login of someone who leaves: stays-active or can-be-deactivated'),
    alerts: z
      .enum(['work-else-private', 'as-granted', 'creator-and-followers', 'none'])
      .describe(
        'where alerts go: work-else-private; as-granted, to whom the permissions say; creator-and-followers of a case; or none when it sends none',
      ),
    loginData: z
      .enum(['link', 'sent-by-administrator', 'by-vendor'])
      .describe('how a person learns how to get in: link, sent-by-administrator or by-vendor'),
    answer: answerSchema,
    delivery: z
      .array(z.enum(['worklist', 'webhook', 'email']))
      .min(1)
      .describe('how work can be handed over: worklist, webhook, email'),
    notes: z.array(text).describe('a list of sentences to show to the person who sets it up'),
    createNotes: z
      .array(z.enum(['cases-only', 'new-profile-needed', 'send-login-data', 'employee-must-exist']))
      .describe('what to say with each new login'),
    ownList: ownListSchema.optional(),
    screens: screensSchema.optional(),
    help: helpSchema.optional(),
  })
  .meta({
    title: 'nmbrs-sync portal',
    description: 'What a self-service portal can do, and how work is done in it',
  })
