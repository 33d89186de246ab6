import { describe, expect, it } from '@jest/globals'

import { isLetterDue } from '../../../src/access/letters/letter-due.js'
import { toLetterEmail } from '../../../src/access/letters/letter.js'
import { parseLoginData } from '../../../src/access/letters/parse-login-data.js'
import type { KnownAccess } from '../../../src/access/work/order.js'
import { ConfigError } from '../../../src/domain/errors.js'
import { languages } from '../../../src/domain/language/language.js'
import { toLettersPage } from '../../../src/report/access/letters-page.js'
import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import { chooseLetters } from '../../../src/run/access/letters/choose-letters.js'
import { aLogin, anEmployee, testDigest } from '../builders.js'
import { aPortal } from '../portal-texts.js'

const letter = { displayName: 'Femke Mulder', userName: 'femke.mulder', password: 'q7-Zonder?Naam' }
const about = { portalTitle: 'AkkenCloud ESS', companyId: 'BEDACHT42', language: 'en' as const }

describe('a letter with login data', () => {
  it.each(languages)('says user name, password, Company ID and to change the password: %s', (language) => {
    const { text } = toLetterEmail(letter, { ...about, language })

    for (const words of ['femke.mulder', 'q7-Zonder?Naam', 'BEDACHT42', 'AkkenCloud ESS', 'Femke Mulder'])
      expect(text).toContain(words)
  })

  it('tells people to change the password when they first log in', () => {
    expect(toLetterEmail(letter, about).text).toContain('Change the password when you first log in.')
    expect(toLetterEmail(letter, { ...about, language: 'nl' }).text).toContain(
      'Wijzig het wachtwoord als je voor het eerst inlogt.',
    )
  })

  it('names no password in its subject, and no Company ID that is not configured', () => {
    const { subject, text } = toLetterEmail(letter, { ...about, companyId: undefined })

    expect(subject).toBe('Your login for AkkenCloud ESS')
    expect(text).not.toContain('Company ID')
  })

  it('is printed with a sheet for each person, and the data exactly as it is typed', () => {
    const page = toLettersPage([letter, { ...letter, displayName: '=Noor <b>' }], {
      ...about,
      connection: 'acme',
      day: '2026-11-22',
    })
    const html = toPageHtml(page)

    expect(page.parts.filter((part) => part.kind === 'section' && part.startsSheet === true)).toHaveLength(2)
    expect(html).toContain('<code>q7-Zonder?Naam</code>')
    expect(html).toContain('=Noor &lt;b&gt;')
    expect(html).not.toContain('<b>')
  })
})

describe('the file with login data', () => {
  const parse = (...lines: string[]) =>
    parseLoginData(
      'p.csv',
      Buffer.from(['Portal,Batch,Id,Name,User name,Password', ...lines].join('\n')),
      'akken-ess',
    )

  it('is read for one portal', () => {
    expect(parse('akken-ess,B-1,501,Femke,femke.mulder,q7', 'akken-css,B-2,502,Jane,jane.doe,q8')).toEqual([
      { line: 2, subject: '501', userName: 'femke.mulder', password: 'q7' },
    ])
  })

  it.each([
    ['without a password', 'akken-ess,B-1,501,Femke,femke.mulder,'],
    ['without a user name', 'akken-ess,B-1,501,Femke,,q7'],
    ['of another portal only', 'akken-css,B-1,501,Femke,femke.mulder,q7'],
  ])('is refused %s, without quoting a cell', (_what, line) => {
    expect(() => parse(line)).toThrow(ConfigError)
    expect(() => parse(line)).not.toThrow(/q7|Femke/)
  })

  it('is refused when somebody stands in it twice', () => {
    const line = 'akken-ess,B-1,501,Femke,femke.mulder,q7'

    expect(() => parse(line, line)).toThrow(ConfigError)
  })
})

const femke = anEmployee('501', { workEmail: 'f@tulp.example' })
const created = {
  kind: 'create' as const,
  work: 'work',
  batch: 'B-1',
  wantedAt: '2026-11-20T08:00:00Z',
  handedOverAt: '2026-11-20T09:00:00Z',
}
const login = aLogin({ userName: testDigest('userName', 'femke.mulder'), level: null, language: null })
const confirmed: KnownAccess = {
  subject: femke.subject,
  login,
  order: { ...created, state: 'confirmed', result: login, answeredAt: '2026-11-21T09:00:00Z' },
}
const handedOver: KnownAccess = {
  subject: femke.subject,
  login: null,
  order: { ...created, state: 'handed-over', result: login, answeredAt: null },
}
const data = { line: 2, subject: femke.subject, userName: 'Femke.Mulder', password: 'q7' }
const options = {
  sent: new Map(),
  again: false,
  byMail: false,
  digest: (userName: string) => testDigest('userName', userName),
}
const choose = (known: KnownAccess | undefined, differs: Partial<typeof options> = {}, one = data) =>
  chooseLetters(
    {
      people: new Map([[femke.subject, femke]]),
      known: new Map(known === undefined ? [] : [[femke.subject, known]]),
    },
    [one],
    { ...options, ...differs },
  )

describe('who gets a letter', () => {
  it.each([
    ['whose login is confirmed', confirmed],
    ['whose login is being made', handedOver],
  ])('is somebody %s', (_who, known) => {
    expect(choose(known).letters).toMatchObject([{ address: 'f@tulp.example', password: 'q7' }])
  })

  it.each([
    ['nobody here knows', undefined, {}, data],
    ['has no login and is to get none', { ...confirmed, login: null, order: null }, {}, data],
    ['has a login of another user name', confirmed, {}, { ...data, userName: 'femke.bakker' }],
    ['is written to by mail before the login is there', handedOver, { byMail: true }, data],
  ])('is nobody who %s: all of it is refused', (_who, known, differs, one) => {
    expect(() => choose(known, differs, one)).toThrow(ConfigError)
  })

  it('is nobody who was sent the data of this login, unless it is to be sent again', () => {
    const sent = new Map([[femke.subject, { way: 'paper' as const, at: '2026-11-21T10:00:00Z' }]])

    expect(choose(confirmed, { sent })).toEqual({ letters: [], passed: [femke.subject] })
    expect(choose(confirmed, { sent, again: true }).letters).toHaveLength(1)
  })

  it('is somebody whose letter was about an earlier login', () => {
    const sent = new Map([[femke.subject, { way: 'paper' as const, at: '2026-03-01T10:00:00Z' }]])

    expect(choose(confirmed, { sent }).letters).toHaveLength(1)
  })
})

describe('login data that is still to be sent', () => {
  const ess = aPortal('akken-ess')
  const now = '2026-11-22T09:00:00Z'

  it('is that of a login that was confirmed', () => {
    expect(isLetterDue(ess, confirmed, undefined, now)).toBe(true)
    expect(isLetterDue(ess, handedOver, undefined, now)).toBe(false)
    expect(isLetterDue(ess, confirmed, { way: 'email', at: '2026-11-21T10:00:00Z' }, now)).toBe(false)
  })

  it('is none of long ago, and none of a portal that sends a link itself', () => {
    expect(isLetterDue(ess, confirmed, undefined, '2027-03-01T09:00:00Z')).toBe(false)
    expect(isLetterDue(aPortal('nmbrs-ess'), confirmed, undefined, now)).toBe(false)
  })
})
