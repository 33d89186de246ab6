import * as z from 'zod'

const line = z
  .string()
  .trim()
  .min(1)
  .refine((given) => !/\p{Cc}/u.test(given), 'text on one line, without control characters')
  .describe('text')

/** The languages in which a vendor is asked for something. */
export const requestLanguages = ['da', 'en'] as const
export type RequestLanguage = (typeof requestLanguages)[number]

const local = z
  .strictObject({ da: line.describe('in Danish, as the vendor says it'), en: line.describe('in English') })
  .meta({ id: 'vendorText', description: 'a text in both languages: { da: ..., en: ... }' })

/** Whom people ask, as the vendor publishes it. */
const contactSchema = z
  .strictObject({
    for: local.describe('what it is for'),
    phone: line.describe('a telephone number'),
    hours: local.describe('when someone answers').optional(),
    email: z.email().describe('an e-mail address').optional(),
  })
  .meta({ id: 'contact', description: 'whom to ask: { for, phone, hours, email }' })

/** What to do when something does not work, by who runs the payroll. */
const answerSchema = z
  .strictObject({
    when: local.describe('what someone asks or sees'),
    answer: local.describe('what to do about it'),
    outsourced: local
      .describe('what to do instead where the vendor runs the payroll; left out, the same')
      .optional(),
  })
  .meta({ id: 'answer', description: 'a question and its answer: { when, answer, outsourced }' })

/**
 * What a vendor publishes for those who use its portal or ask for access, word for word where it is on a
 * screen or a form.
 */
export const helpSchema = z
  .strictObject({
    address: z.url({ protocol: /^https$/ }).describe('where people log in, https://...'),
    formWords: z
      .record(line, local)
      .describe('what the form calls each choice of the permissions, by the choice')
      .optional(),
    contacts: z
      .array(contactSchema)
      .min(1)
      .describe('a list of contacts; the first is asked for changes of a login'),
    answers: z.array(answerSchema).describe('a list of questions and answers'),
  })
  .describe('whom to ask and what to do: address, formWords, contacts, answers')

export type PortalHelp = z.output<typeof helpSchema>
