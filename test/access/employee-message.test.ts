import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { buildEmployeeMessage } from '../../src/access/message/employee-message.js'
import { portalLanguages } from '../../src/access/logins/login.js'
import { aPortal } from './portal-texts.js'
import { anyText } from '../support/any-text.js'

const portals = ['nmbrs-ess', 'akken-ess', 'visma-customer-portal'].map(aPortal)
const all = portals.flatMap((portal) => portalLanguages.map((language) => ({ portal, language })))

describe('the message to somebody who has a new login', () => {
  it.each(all)(
    'is there in $language for $portal.portal, with nothing left to fill in',
    ({ portal, language }) => {
      const { subject, text } = buildEmployeeMessage(portal, language, 'Noor')

      expect(subject).toContain(portal.calledBy ?? portal.title)
      expect(text).toContain('Noor')
      expect(text).toContain(portal.calledBy ?? portal.title)
      // "een login voor Visma Nmbrs employee login" says login twice.
      expect(subject.match(/log ?in|inloggning|zugang/gi)).toHaveLength(1)
      expect(subject + text).not.toMatch(/[{}]|undefined|null/)
    },
  )

  it('is another one in each language and for each way to get in', () => {
    const texts = all.map(
      ({ portal, language }) =>
        buildEmployeeMessage({ ...portal, calledBy: 'the portal' }, language, 'Noor').text,
    )

    expect(new Set(texts).size).toBe(texts.length)
  })

  it.each(portalLanguages)('of AkkenCloud names the Company ID, in %s too', (language) => {
    expect(buildEmployeeMessage(aPortal('akken-ess'), language, 'Noor').text).toContain('Company ID')
  })

  it('is in English where the portal has no languages', () => {
    expect(buildEmployeeMessage(aPortal('akken-ess'), null, 'Noor').text).toMatch(/^Dear Noor,/)
  })

  it('greets somebody whose name is not known', () => {
    expect(buildEmployeeMessage(aPortal('nmbrs-ess'), 'NL', ' ').text).toMatch(/^Beste collega,/)
  })

  it('holds a name as it was typed, in one line, whatever it is', () => {
    fc.assert(
      fc.property(anyText(), (name) => {
        const { subject, text } = buildEmployeeMessage(aPortal('nmbrs-ess'), 'EN', name)

        expect(subject).toBe('You have a login for Visma Nmbrs')
        expect(text.split('\n')).toHaveLength(8)
      }),
    )
    expect(buildEmployeeMessage(aPortal('nmbrs-ess'), 'EN', '$& {portal}').text).toMatch(
      /^Dear \$& \{portal\},/,
    )
  })
})
