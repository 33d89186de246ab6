import * as z from 'zod'

const word = z
  .string()
  .trim()
  .min(1)
  .refine((given) => !/\p{Cc}/u.test(given), 'text on one line, without control characters')
  .describe('words of the screen')
const words = z.array(word).min(1)

/** What is done on a screen before a button is pressed; its words are in `screen-texts.ts`. */
export const screenHints = [
  'tick-then-choose',
  'plus-after-name',
  'search-employee',
  'select-several',
  'search-contact',
  'open-login',
  'icon-beside-user',
] as const
export type ScreenHint = (typeof screenHints)[number]

/** One screen, in the words that it has itself. */
const screenSchema = z
  .strictObject({
    way: z.enum(['bulk', 'single']).describe('bulk or single; left out: both').optional(),
    people: z.enum(['one', 'several']).describe('one or several; left out: any number').optional(),
    level: z
      .enum(['debtor', 'master', 'employee'])
      .describe('debtor, master or employee; left out: wherever logins belong')
      .optional(),
    path: words.describe('what is clicked to get there, in order'),
    hint: z.enum(screenHints).describe(`what is done there: ${screenHints.join(', ')}`),
    press: words.describe('the buttons that are pressed then, in order').optional(),
  })
  .meta({ id: 'screen', description: 'a screen: way, people, level, path, hint and press' })

const screens = z.array(screenSchema).min(1).describe('a list of screens; the first that fits counts')

/** The screens of a portal by what is done there. */
export const screensSchema = z
  .strictObject({
    add: screens,
    delete: screens,
    deactivate: screens,
    change: screens,
    rename: screens,
    resend: screens,
    password: screens,
  })
  .partial()
  .describe('the screens on which work is done, by add, delete, deactivate, change, rename, resend, password')

export type Screens = z.output<typeof screensSchema>
export type PortalScreen = z.output<typeof screenSchema>
