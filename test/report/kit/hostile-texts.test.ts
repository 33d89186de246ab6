import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { SMTPServer } from 'smtp-server'

import type { AccessPlanInput } from '../../../src/access/input.js'
import { toLetterEmail } from '../../../src/access/letters/letter.js'
import { buildEmployeeMessage } from '../../../src/access/message/employee-message.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { toHandOver } from '../../../src/access/to-hand-over.js'
import { buildBatches } from '../../../src/access/work/build-batches.js'
import type { HandOver } from '../../../src/access/work/delivery-payload.js'
import { nameBatches } from '../../../src/access/work/place-batches.js'
import { printJson } from '../../../src/cli/print-json.js'
import type { Io } from '../../../src/cli/io.js'
import { createEmailChannel } from '../../../src/daemon/notices/email-channel.js'
import { createWebhookChannel } from '../../../src/daemon/notices/webhook-channel.js'
import { sendEmail } from '../../../src/delivery/send-email.js'
import type { MailServer } from '../../../src/delivery/email.js'
import { toLettersPage } from '../../../src/report/access/letters-page.js'
import { buildHandOverText } from '../../../src/report/access/worklist-text.js'
import { toLook } from '../../../src/report/kit/look.js'
import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import { toDossierCsv } from '../../../src/report/onboarding/dossier-csv.js'
import { buildDossier } from '../../../src/report/onboarding/dossier.js'
import { toDossierPage } from '../../../src/report/onboarding/dossier-page.js'
import { toWorklistCsv } from '../../../src/report/worklist/worklist.js'
import { buildWorklistView } from '../../../src/report/worklist/worklist-view.js'
import { toWorklistPage } from '../../../src/report/worklist/worklist-page.js'
import { createAccessEmailChannel } from '../../../src/app/access/channels/email-channel.js'
import { createAccessWebhookChannel } from '../../../src/app/access/channels/webhook-channel.js'
import { toWorklistFiles } from '../../../src/report/access/hand-over/worklist-documents.js'
import { parseContacts } from '../../../src/access/import/parse-contacts.js'
import { aContact, anEmployee, anInput, aPolicy, aRequester } from '../../access/builders.js'
import { aPortal } from '../../access/portal-texts.js'
import { heldNotice } from '../../daemon/notices/a-notice.js'
import { aFact, aResult } from '../onboarding/a-result.js'
import { aWorklist } from '../worklist/a-worklist.js'

/** A name that would colour a terminal, end a line, and turn the direction of what follows. */
const hostile = 'Zo\u0000ë \u001b[31mvan\u202E der\u009b\r\n Berg\u0007\u2066'
const clean = 'Zoë [31mvan der Berg'
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

const toWork = (differs: Partial<AccessPlanInput>): HandOver => {
  const input = anInput(differs)
  const batches = nameBatches('K7QM2X', buildBatches(planAccess(input), input.portal, input.policy))
  if (batches.length === 0) throw new Error('nothing to hand over')
  return toHandOver(hostile, input, { key: 'K7QM2X', at: '2026-11-22T02:00:05.000Z', batches })
}

const inPortal = (name: string, set: Record<string, string | boolean>): Partial<AccessPlanInput> => ({
  portal: aPortal(name),
  policy: aPolicy({
    ...{ portal: name, environment: null, permissionSets: new Map([['Some', set]]), companyId: 'A1' },
    otherwise: { template: 'Some', email: 'work', language: aPortal(name).languages[0] ?? null },
  }),
})

const works: Readonly<Record<string, HandOver>> = {
  'nmbrs-ess': toWork({ people: [anEmployee('501', { displayName: hostile, employeeNumber: hostile })] }),
  'akken-ess': toWork({
    ...inPortal('akken-ess', { timesheets: true }),
    people: [anEmployee('501', { displayName: hostile, firstName: hostile, lastName: hostile })],
  }),
  'akken-css': toWork({
    ...inPortal('akken-css', { jobOrders: 'read' }),
    people: [aContact('1', { displayName: hostile, customerName: hostile })],
  }),
  'visma-customer-portal': toWork({
    ...inPortal('visma-customer-portal', { loen: 'full' }),
    people: [aRequester('1', { displayName: hostile, companyName: hostile, phone: hostile })],
  }),
}

const worklist = buildWorklistView({
  connection: hostile,
  items: aWorklist(1).map((one) => ({ ...one, displayName: hostile, todo: hostile })),
})
const dossier = buildDossier(
  aResult({
    company: { id: '1', name: hostile },
    facts: [aFact({ value: { kind: 'text', text: hostile } })],
  }),
  'nl',
)
const letter = { displayName: hostile, userName: 'zoe.berg', password: 'invented' }
const about = { portalTitle: 'AkkenCloud', companyId: hostile, language: 'en' as const }
const contactsCsv = [
  'Contact ID;Customer ID;Customer;First name;Last name;E-mail;Accounting customer;On customer record',
  `1;C1;"${hostile}";"${hostile}";Berg;z@customer.example;yes;yes`,
].join('\n')

const textOf = (write: (io: Io) => void): string => {
  const parts: string[] = []
  const stdout = { write: (text: string) => void parts.push(text), isTerminal: false, columns: 80 }
  write({ stdout } as unknown as Io)
  return parts.join('')
}

const documents: readonly (readonly [string, string])[] = [
  ...Object.entries(works).flatMap(([portal, work]) => [
    ...toWorklistFiles(work).map(({ name, text }) => [`${portal} ${name}`, text] as const),
    [
      `${portal} on a screen`,
      buildHandOverText(
        work,
        'whole',
        toLook({ colour: false, width: 200, showNames: true, language: 'en' }),
      ),
    ] as const,
  ]),
  ['payroll’s worklist as CSV', toWorklistCsv(worklist, true, 'en')],
  [
    'payroll’s worklist as a page',
    toPageHtml(toWorklistPage(worklist, true, { madeAt: '2026-11-22', language: 'en' })),
  ],
  ['dossier as CSV', toDossierCsv(dossier)],
  ['dossier as a page', toPageHtml(toDossierPage(dossier))],
  [
    'letters as a page',
    toPageHtml(toLettersPage([letter], { ...about, connection: hostile, day: '2026-11-22' })),
  ],
  ['message to an employee', JSON.stringify(buildEmployeeMessage(aPortal('akken-ess'), null, hostile))],
  ['list of contacts', JSON.stringify(parseContacts('contacts.csv', Buffer.from(contactsCsv)))],
]

describe('a name with control characters', () => {
  it.each(documents)('is without them in: %s', (_what, text) => {
    const spoken = text.replaceAll('\\u', ' escaped ')

    expect(controls.test(spoken)).toBe(false)
    expect(text).not.toContain('\\u00')
  })

  it('is on the lists all the same', () => {
    const lists = documents.filter(([what]) => /csv|-(da|en)\.txt|on a screen|letters as/i.test(what))

    expect(lists.length).toBeGreaterThan(9)
    for (const [what, text] of lists)
      expect([what, text.replaceAll(/\s+/g, ' ').includes('[31mvan der')]).toEqual([what, true])
  })

  it('is without them in the texts of a JSON document', () => {
    const read = JSON.parse(
      textOf((io) => {
        printJson(io, { people: [{ name: hostile, [hostile]: 1 }] })
      }),
    ) as { people: { name: string }[] }

    expect(read.people[0]?.name.replaceAll(/\s+/g, ' ')).toBe(clean)
  })
})

describe('what is sent of a name with control characters', () => {
  let web: Server
  let bodies: string[]
  let smtp: SMTPServer
  let mails: string[]
  let server: MailServer
  let webhook: { url: string; secret: string; now: () => number }

  beforeEach(async () => {
    bodies = []
    mails = []
    web = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        bodies.push(Buffer.concat(pieces).toString())
        response.writeHead(200).end()
      })
    })
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
    smtp = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
      onData: (stream, _session, done) => {
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece))
        stream.on('end', () => {
          mails.push(Buffer.concat(pieces).toString())
          done()
        })
      },
    })
    smtp.on('error', () => undefined)
    await new Promise<void>((resolve) => {
      smtp.listen(0, '127.0.0.1', () => {
        resolve()
      })
    })
    const portOf = (one: { address: () => unknown }): number => (one.address() as AddressInfo).port
    webhook = {
      url: `http://127.0.0.1:${portOf(web)}/`,
      secret: 'a secret of a test, long enough',
      now: () => 0,
    }
    server = {
      ...{ host: '127.0.0.1', port: portOf(smtp.server), secure: false, login: undefined, isLoopback: true },
      ...{ from: 'nmbrs-sync@acme.example', setting: 'notices.email', timeoutMs: 2_000 },
    }
  })
  afterEach(async () => {
    web.closeAllConnections()
    await new Promise((resolve) => web.close(resolve))
    await new Promise<void>((resolve) => {
      smtp.close(() => {
        resolve()
      })
    })
  })

  const textsIn = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(textsIn)
        : []

  it.each<[string, () => Promise<unknown>]>([
    [
      'work',
      () =>
        createAccessWebhookChannel({ ...webhook, includeContact: true, setting: 'x' }).send(
          works['nmbrs-ess']!,
        ),
    ],
    [
      'a notice',
      () =>
        createWebhookChannel(webhook, 'en').send({ ...heldNotice, connection: hostile, headline: hostile }),
    ],
  ])('is without them in a webhook about %s', async (_what, send) => {
    await send()

    const texts = bodies.flatMap((body) => textsIn(JSON.parse(body)))
    expect(texts.filter((text) => text.includes('[31mvan'))).not.toEqual([])
    expect(texts.filter((text) => controls.test(text))).toEqual([])
  })

  /** The message, and what its parts and headers say once they are decoded. */
  const decode = (mail: string): string =>
    mail
      .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, coded: string) => Buffer.from(coded, 'base64').toString())
      .replaceAll(/(base64\r\n(?:.+\r\n)*\r\n)([A-Za-z0-9+/=\r\n]+)/g, (_, head: string, coded: string) =>
        [head, Buffer.from(coded, 'base64').toString()].join(''),
      )
      .replaceAll('=\r\n', '')
      .replaceAll(/(?:=[\dA-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll('=', ''), 'hex').toString())

  it.each<[string, (to: string[]) => Promise<unknown>]>([
    ['work', (to) => createAccessEmailChannel({ ...server, to }).send(works['visma-customer-portal']!)],
    [
      'a notice',
      (to) =>
        createEmailChannel({ ...server, to, language: 'en', timeZone: 'Europe/Amsterdam' }).send({
          ...heldNotice,
          connection: hostile,
        }),
    ],
    ['login data', (to) => sendEmail(server, { to, ...toLetterEmail(letter, about) })],
    [
      'anything',
      (to) =>
        sendEmail(server, {
          ...{ to, subject: hostile, text: hostile, html: hostile },
          attachments: [{ filename: 'a.txt', content: hostile, contentType: 'text/plain' }],
        }),
    ],
  ])('is without them in an e-mail about %s', async (_what, send) => {
    await send(['beheer@acme.example'])

    const texts = mails.map(decode)
    expect(texts.filter((text) => text.includes('[31mvan'))).not.toEqual([])
    expect(texts.filter((text) => controls.test(text))).toEqual([])
  })
})
