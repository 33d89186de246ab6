import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'

import { findNoticeUrlFlaw } from '../../../config/schema/check-url.js'
import { emailAddress } from '../../../config/schema/notices-schema.js'
import type { Prompts } from '../../terminal/prompts.js'
import { needed, toCheck, type Check } from './accounts/checks.js'

/** Who is told about runs that fail or hold something. */
export type NoticesAnswers =
  | { kind: 'email'; email: EmailAnswers }
  /** The address is a secret as well: who knows it may post there. */
  | ({ kind: 'webhook' } & WebhookAnswers)

interface EmailAnswers {
  host: string
  port: number
  from: string
  to: readonly string[]
  /** `undefined`: the server wants none. */
  login: { username: string; password: string } | undefined
}

/** Asks who is told about runs; `undefined` for no one yet. */
export const askNotices = async (prompts: Prompts): Promise<NoticesAnswers | undefined> => {
  const kind = await prompts.choose<NoticesAnswers['kind'] | undefined>(
    'Who is told when a sync fails or holds something?',
    [
      { value: undefined, label: 'no one yet' },
      { value: 'email', label: 'people, by e-mail' },
      { value: 'webhook', label: 'a program, by webhook' },
    ],
  )
  if (kind === undefined) return undefined
  return kind === 'email'
    ? { kind, email: await askAll(prompts, emailParts) }
    : { kind, ...(await askAll(prompts, webhookParts)) }
}

/** Questions that belong together, and can be asked again without the others. */
interface Part<Answers> {
  label: string
  ask: (prompts: Prompts) => Promise<Partial<Answers>>
}

const askText = async (prompts: Prompts, message: string, check: Check): Promise<string> =>
  (await prompts.ask({ message, check })).trim()

/** In the order of asking. */
const emailParts: readonly Part<EmailAnswers>[] = [
  {
    label: 'the mail server and its port',
    ask: async (prompts) => {
      const host = await askText(prompts, 'Mail server, such as smtp.acme.example', checkHost)
      const port = await prompts.ask({
        message: 'Its port (nothing: 587)',
        initial: '587',
        check: checkPort,
      })
      return { host, port: Number(port) }
    },
  },
  {
    label: 'the address that notices come from',
    ask: async (prompts) => ({
      from: await askText(prompts, 'The address that notices come from', checkAddress),
    }),
  },
  {
    label: 'the addresses that they go to',
    ask: async (prompts) => ({
      to: toAddresses(
        await askText(prompts, 'The addresses that they go to, separated by blanks', checkAddresses),
      ),
    }),
  },
  { label: 'the login at the mail server', ask: async (prompts) => ({ login: await askLogin(prompts) }) },
]

const askLogin = async (prompts: Prompts): Promise<EmailAnswers['login']> => {
  const message = 'Login at the mail server (empty: it wants none)'
  const username = (await prompts.ask({ message })).trim()
  if (username === '') return undefined
  return { username, password: await prompts.askSecret({ message: 'Password of that login', check: needed }) }
}

interface WebhookAnswers {
  url: string
  secret: string
}

const webhookParts: readonly Part<WebhookAnswers>[] = [
  {
    label: 'the address of the webhook',
    ask: async (prompts) => ({
      url: await askText(prompts, 'Address of the webhook', toCheck(findNoticeUrlFlaw)),
    }),
  },
  {
    label: 'the secret that bodies are signed with',
    ask: async (prompts) => ({ secret: await askSigningSecret(prompts) }),
  },
]

const askSigningSecret = async (prompts: Prompts): Promise<string> => {
  const typed = await prompts.askSecret({
    message: 'The secret that bodies are signed with (empty: make one)',
    check: (answer) =>
      answer === '' || answer.length >= leastSecret
        ? undefined
        : `It must have ${leastSecret} characters or more`,
  })
  return typed === '' ? makeSecret() : typed
}

const askAll = async <Answers>(prompts: Prompts, parts: readonly Part<Answers>[]): Promise<Answers> => {
  let answers: Partial<Answers> = {}
  for (const { ask } of parts) answers = { ...answers, ...(await ask(prompts)) }
  // Every part has been asked.
  return answers as Answers
}

/** The answers with those of one part given anew; which one is asked first. */
export const askNoticesAgain = async (
  prompts: Prompts,
  notices: NoticesAnswers,
): Promise<NoticesAnswers | undefined> => {
  if (notices.kind === 'webhook') {
    const part = await choosePart(prompts, webhookParts)
    return part === 'leave' ? undefined : { ...notices, ...(await part?.ask(prompts)) }
  }
  const part = await choosePart(prompts, emailParts)
  return part === 'leave'
    ? undefined
    : { ...notices, email: { ...notices.email, ...(await part?.ask(prompts)) } }
}

/** `undefined`: nothing is to be asked, and it is to be tried again. */
const choosePart = <Answers>(
  prompts: Prompts,
  parts: readonly Part<Answers>[],
): Promise<Part<Answers> | 'leave' | undefined> =>
  prompts.choose<Part<Answers> | 'leave' | undefined>('What shall be asked again?', [
    ...parts.map((part) => ({ value: part, label: part.label })),
    { value: undefined, label: 'nothing; try again' },
    { value: 'leave', label: 'nothing; leave it like this for now' },
  ])

/** As `notices.webhook.secret` wants it. */
const leastSecret = 16

/** In the form that libraries of Standard Webhooks read. */
const makeSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const toAddresses = (answer: string): string[] => answer.split(/[\s,;]+/).filter((one) => one !== '')

const isAddress = (text: string): boolean => emailAddress.safeParse(text).success

const checkAddress: Check = (answer) =>
  isAddress(answer.trim()) ? undefined : 'It must be an e-mail address such as payroll@acme.example'

const checkAddresses: Check = (answer) => {
  const all = toAddresses(answer)
  const wrong = all.find((one) => !isAddress(one))
  if (wrong !== undefined) return `${wrong} is not an e-mail address`
  return all.length === 0 ? 'It cannot be left out' : undefined
}

const checkHost: Check = (answer) =>
  isIP(answer.trim()) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(answer.trim())
    ? undefined
    : 'It must be the name of a server, without https:// and without a port'

const checkPort: Check = (answer) =>
  /^\d{1,5}$/.test(answer.trim()) && Number(answer) >= 1 && Number(answer) <= 65_535
    ? undefined
    : 'It must be a number from 1 to 65535'

/** On its own port the server speaks TLS from the first byte (RFC 8314, section 7.3); else STARTTLS. */
export const usesTlsAtOnce = (port: number): boolean => port === 465

/** The part of the configuration; what is secret stands in `.env`. */
export const toNoticesPart = (notices: NoticesAnswers): Record<string, unknown> => {
  if (notices.kind === 'webhook') return { webhook: { url: '${NOTICE_URL}', secret: '${NOTICE_SECRET}' } }
  const { host, port, from, to, login } = notices.email
  const secrets = login === undefined ? {} : { username: '${SMTP_USERNAME}', password: '${SMTP_PASSWORD}' }
  return { email: { host, port, secure: usesTlsAtOnce(port), ...secrets, from, to: [...to] } }
}

/** What of it is kept in `.env`, by its names. */
export const toNoticesSettings = (notices: NoticesAnswers | undefined): Record<string, string> => {
  if (notices === undefined) return {}
  if (notices.kind === 'webhook') return { NOTICE_URL: notices.url, NOTICE_SECRET: notices.secret }
  const { login } = notices.email
  return login === undefined ? {} : { SMTP_USERNAME: login.username, SMTP_PASSWORD: login.password }
}
