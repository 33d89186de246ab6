import { describe, expect, it } from '@jest/globals'

import { buildBatches } from '../../../src/access/work/build-batches.js'
import { toRequestFiles, toWorklistFiles } from '../../../src/report/access/hand-over/worklist-documents.js'
import type { HandOver } from '../../../src/access/work/delivery-payload.js'
import { nameBatches } from '../../../src/access/work/place-batches.js'
import { planAccess } from '../../../src/access/plan-access.js'
import type { AccessPolicy } from '../../../src/access/policy/policy.js'
import { buildRequests } from '../../../src/access/request/build-request.js'
import { toAnswers, toContacts } from '../../../src/access/request/help-lines.js'
import { requestLanguages } from '../../../src/access/request/help-schema.js'
import { toHandOver } from '../../../src/access/to-hand-over.js'
import { buildHandOverText } from '../../../src/report/access/worklist-text.js'
import { buildPortalsText } from '../../../src/report/access/portals-text.js'
import { toLook } from '../../../src/report/kit/look.js'
import { anInput, aPolicy, aRequester, confirmed } from '../builders.js'
import { aPortal } from '../portal-texts.js'

const portal = aPortal('visma-customer-portal')
const look = toLook({ colour: false, width: 100, showNames: true })
const formAddress = 'https://vendor.example/formular'
const policy = (differs: Partial<AccessPolicy> = {}): AccessPolicy =>
  aPolicy({
    portal: 'visma-customer-portal',
    environment: null,
    permissionSets: new Map([['Payroll', { loen: 'full', time: 'limited' }]]),
    otherwise: { template: 'Payroll', email: 'work', language: 'DA' },
    formAddress,
    ...differs,
  })
const ida = aRequester('1', { companyName: 'Tulpan ApS', phone: '12 34 56 78' })

const handOverOf = (differs: Partial<Parameters<typeof anInput>[0]> = {}): HandOver => {
  const input = anInput({ portal, policy: policy(), people: [ida], ...differs })
  const batches = buildBatches(planAccess(input), portal, input.policy)
  return toHandOver('acme', input, {
    key: 'K7QM2X',
    at: '2026-11-22T09:00:00Z',
    batches: nameBatches('K7QM2X', batches),
  })
}
const creation = () =>
  planAccess(anInput({ portal, policy: policy(), people: [ida] })).actions.find((one) => one.kind !== 'none')!
const firstBatch = ({ batches }: HandOver) => batches[0]!
const requestOf = (handOver: HandOver, language: 'da' | 'en'): string =>
  buildRequests(firstBatch(handOver), handOver, language)

describe('a request for the form of the Visma Enterprise Customer Portal', () => {
  it('is ready to copy in Danish, with every product by its printed name and its answer, none included', () => {
    expect(requestOf(handOverOf(), 'da')).toBe(`Ny bruger i Visma Enterprise Customer Portal

Virksomhed: Tulpan ApS
Navn: Requester 1
E-mail: requester.1@example.dk
Telefon: 12 34 56 78
Sprog: Dansk

Adgang til sager:
  Visma Løn: Fuld adgang
  Visma HR: Ingen adgang
  Visma Time: Begrænset adgang
  Visma EasyCruit: Ingen adgang
  Visma Refusion: Ingen adgang

Sådan sendes anmodningen:
  Formular: ${formAddress}
  Kundeportal: https://customer.vismaenterprise.dk
`)
  })

  it('is ready to copy in English', () => {
    const text = requestOf(handOverOf(), 'en')

    expect(text).toContain('Company: Tulpan ApS')
    expect(text).toContain('Visma Løn: Full access\n  Visma HR: No access\n  Visma Time: Limited access')
  })

  it('says where the form is found when its address is not set', () => {
    const handOver = handOverOf({ policy: policy({ formAddress: undefined }) })

    expect(requestOf(handOver, 'da')).toContain('Formular: brug linket "Udfyld formular"')
  })

  it('says what is not given, so that nobody takes an empty line for an answer', () => {
    const handOver = handOverOf({ people: [aRequester('1', { companyName: 'Tulpan ApS' })] })

    expect(requestOf(handOver, 'da')).toContain('Telefon: (ikke oplyst)')
  })

  it('of a changed profile goes to customer support, with its number and hours', () => {
    const handOver = handOverOf({
      known: [confirmed(creation())],
      policy: policy({ permissionSets: new Map([['Payroll', { loen: 'full', hr: 'full' }]]) }),
    })

    expect(requestOf(handOver, 'da')).toContain('Ændring af brugerprofil i Visma Enterprise Customer Portal')
    expect(requestOf(handOver, 'da')).toContain('Kundesupport: 88 97 97 00, hverdage kl. 9–15')
    expect(requestOf(handOver, 'en')).toContain('Customer support: 88 97 97 00, weekdays 9–15')
    expect(buildHandOverText(handOver, 'whole', look)).toContain('Support: 88 97 97 00, weekdays 9–15')
  })

  it('of somebody who left asks for the removal and names no products', () => {
    const people = [{ ...ida, service: { state: 'left' as const, since: undefined } }]
    const text = requestOf(handOverOf({ people, known: [confirmed(creation())] }), 'da')

    expect(text).toContain('Nedlæggelse af bruger')
    expect(text).not.toContain('Visma HR')
  })

  it('lies beside the worklist, one file for each language, and can be mailed', () => {
    const handOver = handOverOf()

    expect(toWorklistFiles(handOver).map(({ name }) => name)).toEqual([
      'K7QM2X-1.csv',
      'K7QM2X-1.html',
      'K7QM2X-1-da.txt',
      'K7QM2X-1-en.txt',
      'index.html',
    ])
    expect(toRequestFiles(firstBatch(handOver), handOver).map(({ text }) => text)).toEqual(
      requestLanguages.map((language) => requestOf(handOver, language)),
    )
  })

  it('is written for portals that a vendor works on, and for no other', () => {
    const { request, ...handOver } = handOverOf()

    expect(request).toBeDefined()
    expect(toWorklistFiles(handOver).map(({ name }) => name)).not.toContain('K7QM2X-1-da.txt')
  })

  it('shows every product with its answer on the worklist too, and where the form is', () => {
    const handOver = handOverOf()
    const page = toWorklistFiles(handOver).find(({ name }) => name === 'K7QM2X-1.html')?.text ?? ''

    for (const text of [
      'Visma HR: No access',
      'Visma EasyCruit: No access',
      formAddress,
      portal.help!.address,
    ])
      expect(page.replaceAll('<wbr/>', '')).toContain(text)
    expect(buildHandOverText(handOver, 'none', look)).toContain(
      'nmbrs-sync access worklist visma-customer-portal --request da',
    )
  })
})

describe('what Visma publishes for those who use its portal', () => {
  const consultant = { name: 'Mette Prøve', phone: '11 22 33 44', email: undefined }
  const own = toAnswers(portal.help!, { runs: 'own' }, 'en').map((pair) => pair.join(': '))
  const outsourced = toAnswers(portal.help!, { runs: 'vendor', consultant }, 'en').map((pair) =>
    pair.join(': '),
  )

  it.each([
    [
      'trouble logging in: customer support, its number and hours',
      /login does not work: .*88 97 97 00, weekdays 9–15/,
    ],
    [
      'a product that is not visible: perhaps the profile is none',
      /not visible: Perhaps .*No access.*88 97 97 00/,
    ],
    ['HRM Analytics, Datahub and Engage under øvrige', /HRM Analytics, Datahub and Visma Engage: .*"øvrige"/],
    ['My Visma has cases too', /My Visma: /],
    [
      'Acubiz has no case support here: its own number and mail',
      /Acubiz: .*70 21 42 15.*support\.acubiz@visma\.com/,
    ],
    ['a change of profile through customer support', /profile is to be changed: .*88 97 97 00/],
    ['a colleague gets access the same way', /colleague.*: Fill in the form/],
  ])('says %s', (_, expected) => {
    expect(own.filter((line) => expected.test(line))).toHaveLength(1)
  })

  it.each(['login does not work', 'not visible', 'profile is to be changed', 'colleague'])(
    'sends the people of an outsourced payroll to their consultant by name: %s',
    (about) => {
      const line = outsourced.find((one) => one.includes(about))

      expect(line).toContain('consultant (Mette Prøve, 11 22 33 44)')
      expect(line).not.toContain('88 97 97 00')
    },
  )

  it('names the support of Visma Løn and of Visma Acubiz', () => {
    expect(toContacts(portal.help!, 'da')).toEqual([
      'Kundesupport: 88 97 97 00, hverdage kl. 9–15',
      'Support til Visma Løn: 88 97 97 97',
      'Support til Visma Acubiz, som ikke har sager i portalen: 70 21 42 15, support.acubiz@visma.com',
    ])
  })

  it('is shown with the portal, its address and the form', () => {
    const text = buildPortalsText([{ portal, policy: policy(), delivery: [] }], look)

    expect(text).toContain('Log in at https://customer.vismaenterprise.dk')
    expect(text).toContain(`Form for a new user: ${formAddress}`)
    expect(text).toContain('88 97 97 97')
  })

  it('is there in Danish wherever it is in English', () => {
    const { contacts, answers } = portal.help!
    const texts = [
      ...contacts.map((one) => one.for),
      ...answers.flatMap(({ when, answer, outsourced: other }) => [when, answer, ...(other ? [other] : [])]),
    ]

    for (const { da, en } of texts) expect(da).not.toBe(en)
  })
})
