import * as z from 'zod'

import { mailHostText, noticeUrlText } from './checks.js'

const text = z.string().min(1)

export const emailAddress = z.email().describe('an e-mail address such as payroll@acme.example')

export const mailSchema = z
  .strictObject({
    host: mailHostText,
    port: z
      .int()
      .min(1)
      .max(65_535)
      .describe('the port of the mail server, from 1 to 65535; 587 when left out, or 465 with secure: true')
      .optional(),
    secure: z
      .boolean()
      .describe(
        'true or false: encrypted from the first byte; false asks for STARTTLS, without which nothing is sent',
      )
      .default(false),
    username: text.describe('the login at the mail server, if it wants one').optional(),
    password: text
      .describe('the password of that login, from the environment or a file: ${SMTP_PASSWORD}')
      .optional(),
    from: emailAddress,
    to: z.array(emailAddress).min(1).describe('a list of at least one e-mail address'),
  })
  .superRefine(({ username, password }, context) => {
    if ((username === undefined) === (password === undefined)) return
    const path = [username === undefined ? 'username' : 'password']
    context.addIssue({ code: 'custom', message: 'username and password together, or neither', path })
  })
  .describe('notices by e-mail: host, from, to and a login')

/** Where signed JSON is sent. */
export const webhookFields = {
  url: noticeUrlText,
  secret: text
    .min(16)
    .describe(
      'the secret that bodies are signed with, at least 16 characters, from the environment or a file',
    ),
}

const webhook = z.strictObject(webhookFields).describe('notices as signed JSON: url and secret')

const kinds = z.enum(['failed', 'held', 'quarantined', 'not-ready', 'recovered'])

/** Who is told about the runs of the daemon, and of what. */
export const noticesSchema = z
  .strictObject({
    on: z
      .array(kinds)
      .min(1)
      .describe('a list of failed, held, quarantined, not-ready and recovered')
      .default(['failed', 'held', 'quarantined', 'not-ready', 'recovered']),
    repeat: z
      .enum(['changes', 'always'])
      .describe(
        'changes or always: whether the same is told at every run, or only once and again after a week',
      )
      .default('changes'),
    email: mailSchema.optional(),
    webhook: webhook.optional(),
  })
  .superRefine(({ email: byEmail, webhook: byWebhook }, context) => {
    if (byEmail !== undefined || byWebhook !== undefined) return
    context.addIssue({ code: 'custom', message: 'email, webhook or both' })
  })
  .describe('who is told about runs: email, webhook or both')

export type NoticesFile = z.infer<typeof noticesSchema>
