import * as z from 'zod'

import { alexisIdText, nmbrsCompanyText, pathText } from './checks.js'
import { mailSchema, webhookFields } from './notices-schema.js'

const text = z.string().trim().min(1)
const texts = (what: string) => z.array(text).min(1).describe(`a list of ${what}`)

const nmbrsCompanyId = nmbrsCompanyText('the id of a company in Nmbrs, as under companies')

const companyIds = z.array(nmbrsCompanyId).min(1).describe('a list of Nmbrs company ids')

const template = text.describe('a template, or a permission set of this portal')
const email = z
  .enum(['work-else-private', 'work', 'private'])
  .describe('the address a login is made with: work-else-private, work or private')
const language = z
  .enum(['NL', 'EN', 'DE', 'SE', 'DA'])
  .describe('a language of the portal: NL, EN, DE, SE or DA')

const conditionNames = [
  'employees',
  'companies',
  'departments',
  'offices',
  'employmentTypes',
  'customers',
  'custom',
] as const

const everyoneElse = 'what everyone else gets stands under otherwise'

/** Without a condition a rule would be for everyone, which `otherwise` says in as many words. */
const conditions = z
  .strictObject({
    employees: z.array(alexisIdText).min(1).describe('a list of AlexisHR employee ids').optional(),
    companies: companyIds.optional(),
    departments: texts('department names').optional(),
    offices: texts('office names').optional(),
    employmentTypes: texts('employment type names').optional(),
    customers: texts('customer ids of the contacts file').optional(),
    custom: z
      .record(z.string().regex(/^[^\s.]+$/), texts('values'))
      .refine((values) => Object.keys(values).length > 0, 'at least one custom field with its values')
      .describe('values by the key of a custom field in AlexisHR')
      .meta({ minProperties: 1 })
      .optional(),
  })
  .superRefine((value, context) => {
    if (Object.values(value).some((one) => one !== undefined)) return
    const message = `at least one of ${conditionNames.join(', ')}; ${everyoneElse}`
    context.addIssue({ code: 'custom', message })
  })
  .describe(`whom it is for: ${conditionNames.join(', ')}; ${everyoneElse}`)
  .meta({ minProperties: 1 })

const noLogin = z.literal('none')

const rule = z
  .strictObject({
    name: text.describe('a name for the rule, shown by access explain'),
    when: conditions,
    login: noLogin.describe('none: these people get no login').optional(),
    template: template.optional(),
    email: email.optional(),
    language: language.optional(),
  })
  .superRefine((value, context) => {
    const grants = [value.template, value.email, value.language].some((one) => one !== undefined)
    if (grants !== (value.login === 'none')) return
    context.addIssue({
      code: 'custom',
      message: 'login: none, or at least one of template, email and language; not both',
    })
  })
  .describe('a rule: name, when, and template, email, language or login: none')

const grant = z
  .strictObject({ template, email: email.default('work-else-private'), language: language.optional() })
  .describe('the login of everyone whom no rule names: template, email and language')

/**
 * A template by its name, or with what it permits: Nmbrs is asked for neither, so it is as someone wrote it
 * down.
 */
const templates = z
  .array(
    z.union([
      text,
      z
        .strictObject({
          name: text.describe('the name of the template, as Nmbrs shows it'),
          permits: texts('what people with this template may do'),
        })
        .describe('a template: name and permits'),
    ]),
  )
  .min(1)
  .describe('a list of templates by name, or as { name, permits }')

const levelOfDebtor = z
  .strictObject({
    debtor: text
      .meta({ type: ['string', 'integer'] })
      .describe('the number or name of the debtor, as its screen in Nmbrs shows it'),
    companies: companyIds,
    templates: templates.optional(),
  })
  .describe('a debtor: debtor, companies and its own templates')

const permission = z.union([z.string(), z.boolean(), z.array(z.string())])

const requester = z
  .strictObject({
    employee: alexisIdText.optional(),
    key: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .describe('a name of small letters, digits and dashes, for someone who is not in AlexisHR')
      .optional(),
    name: text.describe('the name of someone who is not in AlexisHR').optional(),
    email: z.email().describe('the e-mail address of someone who is not in AlexisHR').optional(),
    company: nmbrsCompanyId.optional(),
    phone: text.describe('a telephone number, for the request').optional(),
    template: template.optional(),
    language: language.optional(),
  })
  .superRefine(({ employee, key, name, email: address, company }, context) => {
    const own = [key, name, address, company].filter((one) => one !== undefined).length
    if (employee === undefined ? own === 4 : own === 0) return
    context.addIssue({ code: 'custom', message: 'employee; or key, name, email and company together' })
  })
  .describe(
    'a person to ask access for: employee, or key, name, email and company; and template, language and phone',
  )

const outsourcedCompany = z
  .strictObject({
    company: nmbrsCompanyId,
    consultant: z
      .strictObject({
        name: text.describe('the name of the consultant'),
        phone: text.describe('a telephone number').optional(),
        email: z.email().describe('an e-mail address').optional(),
      })
      .describe('whom to ask: name, phone and email'),
  })
  .describe('a company whose payroll the vendor runs: company and consultant')

const webhook = z
  .strictObject({
    ...webhookFields,
    includeContact: z
      .boolean()
      .describe('true or false: whether names and e-mail addresses are in the body, or ids only')
      .default(false),
  })
  .describe('work as signed JSON: url, secret and includeContact')

const delivery = z
  .strictObject({
    worklist: z
      .strictObject({ folder: pathText('the folder that worklists are written into') })
      .describe('worklists as files: folder')
      .optional(),
    webhook: webhook.optional(),
    email: mailSchema.describe('worklists by e-mail: host, from, to and a login').optional(),
  })
  .superRefine((value, context) => {
    if (Object.values(value).some((one) => one !== undefined)) return
    context.addIssue({ code: 'custom', message: 'worklist, webhook, email, or several of them' })
  })
  .describe('how work is handed over: worklist, webhook, email')

const portal = z
  .strictObject({
    environment: z
      .enum(['accountant', 'business'])
      .describe('the kind of Nmbrs environment: accountant (logins of a debtor) or business (master level)')
      .optional(),
    debtors: z.array(levelOfDebtor).min(1).describe('a list of debtors and their companies').optional(),
    templates: templates.optional(),
    permissionSets: z
      .record(text, z.record(text, permission))
      .describe('sets of permissions by name, each with options of the portal')
      .optional(),
    rules: z.array(rule).describe('a list of rules; the first that matches counts').default([]),
    otherwise: z
      .union([noLogin, grant])
      .describe('the login of everyone whom no rule names: template, email and language; or none'),
    replaceOnEmailChange: z
      .enum(['hold', 'list', 'never'])
      .describe('a login whose address alone changed: hold its replacement, only list it, or never')
      .default('hold'),
    whenNotWanted: z
      .enum(['keep', 'hold'])
      .describe('a login that no rule gives any more: keep it, or hold its removal for approval')
      .default('keep'),
    whenLeft: z
      .enum(['deactivate', 'keep'])
      .describe('a login of someone who left, where it can be switched off: deactivate or keep')
      .default('deactivate'),
    creation: z
      .enum(['single', 'multiple'])
      .describe('single: user names and passwords are given; multiple: the portal makes them up')
      .default('multiple'),
    outsourced: z
      .array(z.union([nmbrsCompanyId, outsourcedCompany]))
      .min(1)
      .describe(
        'a list of companies whose payroll the vendor runs, each an Nmbrs company id or company and consultant; their people ask the consultant',
      )
      .optional(),
    form: z
      .url({ protocol: /^https$/ })
      .describe("the address of the vendor's form for a new user, https://...")
      .optional(),
    companyId: text.describe('the Company ID that people log in with, for worklists and letters').optional(),
    portalEmployees: pathText(
      'a CSV file with the employees that the portal has, to see who has to be created there first',
    ).optional(),
    contacts: pathText('a CSV file with the contacts of customers').optional(),
    people: z.array(requester).min(1).describe('a list of people to ask access for').optional(),
    othersOnScreen: z
      .enum(['possible', 'none'])
      .describe(
        'possible: the bulk screen may list people who are not connected here, so tick by name; none: it does not, so filters can be used',
      )
      .default('possible'),
    maxBatch: z
      .int()
      .min(1)
      .max(1000)
      .describe('the most people in one batch, a whole number from 1 to 1000')
      .default(50),
    expireDays: z
      .int()
      .min(1)
      .max(365)
      .describe('days without an answer, 1 to 365, after which work expires; else as the portal says')
      .optional(),
    delivery: delivery.optional(),
    messageToEmployee: z
      .boolean()
      .describe('true or false: whether each person gets a message about the new login; needs delivery.email')
      .default(false),
  })
  .superRefine(({ messageToEmployee, delivery: ways }, context) => {
    if (!messageToEmployee || ways?.email !== undefined) return
    const path = ['messageToEmployee']
    context.addIssue({ code: 'custom', message: 'false, or delivery.email to send it with', path })
  })
  .describe('a portal: who gets which login, and how the work is handed over')

/** Self-service logins: which portals, who gets which login there, and how the work is handed over. */
export const accessSchema = z
  .strictObject({
    afterSync: z
      .boolean()
      .describe('true or false: work out and hand over logins after every sync')
      .default(false),
    wordDays: z
      .int()
      .min(1)
      .max(365)
      .describe('days, 1 to 365, for which a request or approval counts; then it is asked again')
      .default(30),
    portals: z
      .record(z.string().regex(/^[a-z][a-z0-9-]{1,40}$/), portal)
      .describe('portals by the names of their files in mappings/portals')
      .refine((portals) => Object.keys(portals).length > 0, 'at least one portal'),
  })
  .describe('self-service logins: afterSync, wordDays and portals')

export type AccessFile = z.infer<typeof accessSchema>
export type AccessPortalFile = AccessFile['portals'][string]
