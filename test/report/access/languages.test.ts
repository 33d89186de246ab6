import { describe, expect, it } from '@jest/globals'

import { surpriseCodes } from '../../../src/access/import/surprise.js'
import { buildBatches } from '../../../src/access/work/build-batches.js'
import { planAccess } from '../../../src/access/plan-access.js'
import type { AccessSubject } from '../../../src/domain/ids.js'
import { languages, type Language } from '../../../src/domain/language/language.js'
import {
  buildAcceptanceText,
  buildAnswerText,
  buildAskedText,
  buildTakenBackText,
} from '../../../src/report/access/answer-text.js'
import { buildAccessExplainText } from '../../../src/report/access/explain-text.js'
import { buildImportText } from '../../../src/report/access/import-text.js'
import { buildAccessPlanText } from '../../../src/report/access/plan-text.js'
import { buildPortalsText } from '../../../src/report/access/portals-text.js'
import { buildAccessStatusText } from '../../../src/report/access/status-text.js'
import { buildLoginExplanation } from '../../../src/report/access/view/explain-view.js'
import { buildAccessPlanView } from '../../../src/report/access/view/plan-view.js'
import { buildAccessStatusView } from '../../../src/report/access/view/status-view.js'
import { buildAccessSyncText } from '../../../src/report/access/sync-text.js'
import { buildHandOverText } from '../../../src/report/access/worklist-text.js'
import { toLook } from '../../../src/report/kit/look.js'
import type { SyncedPortal } from '../../../src/run/access/sync-logins.js'
import { toHandOverSummary } from '../../../src/report/access/hand-over/worklist-documents.js'
import { aKnown, anEmployee, anInput, aPolicy, planWork, theLoginOf } from '../../access/builders.js'
import { aHandOver } from '../../access/delivery/a-hand-over.js'
import { aPortal } from '../../access/portal-texts.js'

const lookIn = (language: Language) => toLook({ colour: false, width: 2000, showNames: false, language })

const left = anEmployee('504', { service: { state: 'left', since: '2026-05-31' } })
const people = [
  anEmployee('501'),
  anEmployee('502', { targetId: null }),
  anEmployee('503', { workEmail: undefined, privateEmail: undefined }),
  left,
  anEmployee('505'),
  anEmployee('506'),
]
const known = [
  aKnown('504', { login: theLoginOf('504') }),
  aKnown('505', { login: theLoginOf('505') }),
  aKnown('506', { login: theLoginOf('506', { template: 'Payslip viewer', active: true }) }),
]
const policy = aPolicy({
  permits: [{ place: 'master', template: 'Employee login', permits: ['loonstroken'] }],
})
const input = anInput({ people, known, policy })
const { actions } = planAccess(input)
const batches = buildBatches({ portal: 'p', actions }, input.portal, input.policy)
const about = {
  ...{ title: 'ESS', portal: input.portal.portal, actions },
  people: new Map(people.map((person) => [person.subject, person])),
}
const [first] = people as [(typeof people)[0]]
const { subject } = first
const held = planWork({
  people: [first],
  known: [aKnown('501', { login: theLoginOf('501', { template: 'X' }) })],
})

const explanation = (one: AccessSubject, alerts: 'work' | 'private' | 'login' | 'nowhere') => {
  const person = about.people.get(one)
  return {
    ...{
      portal: { ...input.portal, title: 'ESS', help: undefined },
      subject: one,
      person,
      mailed: [],
      permits: ['loonstroken'],
    },
    known: known.find((login) => login.subject === one),
    action: actions.find((action) => action.subject === one)!,
    picked: { rule: null, grant: policy.otherwise, doubt: 'kantoor' },
    email: undefined,
    loginAddress: 'elsewhere' as const,
    alerts: { place: alerts, address: undefined, of: 'wanted' as const },
    payroll: { runs: 'own' as const },
  }
}

const synced: SyncedPortal = {
  told: { told: 1, failed: 2, unsure: 3 },
  config: { portal: { ...input.portal, title: 'ESS' }, delivery: undefined },
  end: {
    plan: { portal: 'p', actions },
    expired: [subject],
    endedRequests: [{ subject, reason: 'no-login-known' }],
    waitingRequests: [{ subject, reason: 'no-email' }],
    handOvers: [
      {
        handOver: aHandOver(),
        resumed: true,
        deliveries: [
          { channel: 'worklist', arrived: true, result: '5 files in /srv/lijsten' },
          { channel: 'webhook', arrived: false, result: 'the webhook did not answer in time', unsure: true },
          {
            channel: 'email',
            arrived: false,
            result:
              'the mail server did not answer in time; check access.portals.nmbrs-ess.delivery.email.host and port',
          },
        ],
      },
    ],
  },
} as unknown as SyncedPortal

/** Every screen about logins, each with as many of its lines as it can have. */
const screens: Readonly<Record<string, (language: Language) => string>> = {
  plan: (language) =>
    (['part', 'never'] as const)
      .map((listed) =>
        buildAccessPlanText(
          buildAccessPlanView({ ...about, batches, unreadable: 2, listed }),
          lookIn(language),
        ),
      )
      .join('\n'),
  status: (language) =>
    buildAccessStatusText(
      buildAccessStatusView(
        {
          ...about,
          known: new Map(known.map((one) => [one.subject, one])),
          letters: new Map([[subject, { at: '2026-11-01T08:00:00Z', how: 'paper' }]]) as never,
          lettersDue: new Set(people.slice(4).map((person) => person.subject)),
        },
        'all',
      ),
      lookIn(language),
    ),
  explain: (language) =>
    buildAccessExplainText(
      people.map((person, index) =>
        buildLoginExplanation(
          explanation(person.subject, (['work', 'private', 'login', 'nowhere'] as const)[index % 4]!),
        ),
      ),
      'none',
      lookIn(language),
    ),
  portals: (language) =>
    buildPortalsText(
      ['nmbrs-ess', 'akken-ess'].map((name) => ({
        portal: { ...aPortal(name), title: name, notes: [], help: undefined },
        policy: name === 'nmbrs-ess' ? policy : undefined,
        delivery: [],
      })),
      lookIn(language),
    ),
  import: (language) =>
    buildImportText(
      {
        list: { logins: [], done: [], gone: [subject], whole: false, lines: 4, surprises: 0 },
        ...{ confirmed: [subject], found: [subject], same: 2, missing: [subject] },
        surprises: surpriseCodes.map((code, index) => ({ code, line: index + 2, subject: null })),
      },
      { portal: 'nmbrs-ess', whole: false },
      lookIn(language),
    ),
  sync: (language) => buildAccessSyncText(synced, lookIn(language)),
  worklist: (language) => buildHandOverText({ ...aHandOver(), language }, 'whole', lookIn(language)),
  message: (language) => toHandOverSummary({ ...aHandOver(), language }),
  answers: (language) =>
    (['confirmed', 'deletion-confirmed', 'refused'] as const)
      .map((answer) =>
        buildAnswerText(
          {
            answered: [{ subject, kind: 'replace', answer }],
            passed: [
              { subject: left.subject, state: null },
              { subject: left.subject, state: 'expired' },
            ],
          },
          answer,
          language,
          () => undefined,
        ),
      )
      .join('\n'),
  asked: (language) =>
    (['resend', 'individually', 'remove', 'user-name', 'again'] as const)
      .map((ask) => buildAskedText([{ request: { ask, subject }, work: held }], 'nmbrs-ess', language))
      .join('\n'),
  accepted: (language) => buildAcceptanceText([{ subject, kind: 'remove' }], language),
  'taken back': (language) => buildTakenBackText(subject, 'K7QM2X-1', language),
}

/** A line that says something: three words in a row, without a command, which is the same everywhere. */
const saysSomething = (line: string): boolean =>
  /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(line.replaceAll(/nmbrs-sync [\w -]+|All with employee login/g, ''))

describe.each(Object.entries(screens))('%s', (_name, build) => {
  const english = new Set(
    build('en')
      .split('\n')
      .map((line) => line.trim())
      .filter(saysSomething),
  )

  it.each(languages.filter((language) => language !== 'en'))('leaves no English line in %s', (language) => {
    const lines = build(language)
      .split('\n')
      .map((line) => line.trim())

    expect(english.size).toBeGreaterThan(0)
    expect(lines.length).toBe(build('en').split('\n').length)
    expect(lines.filter((line) => english.has(line))).toEqual([])
    expect(lines.filter((line) => /\b(?:the|and|nobody|somebody|people)\b/.test(line))).toEqual([])
  })
})
