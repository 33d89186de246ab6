import { describe, expect, it } from '@jest/globals'

import { tellFinding, toFinding } from '../../../src/domain/findings/to-finding.js'
import { toSourceEmployeeId } from '../../../src/domain/ids.js'
import { sectionTexts, toSectionLabel } from '../../../src/domain/language/section-texts.js'
import { mappedSections, type Section } from '../../../src/domain/sections.js'
import { translate } from '../../../src/report/translate/translate.js'

const subject = toSourceEmployeeId('65f1')
const sections: readonly Section[] = ['employee', ...mappedSections]

describe('what a section is called', () => {
  it.each(sections)('in English is one word on a list and in a sentence: %s', (section) => {
    const { label, inSentence } = sectionTexts[section].en

    expect(inSentence).toBe(label)
    expect(toFinding('section-unreadable', subject, section).message).toContain(`The ${label} could not`)
  })

  it.each(sections)('in other languages is that word with its article: %s', (section) => {
    for (const language of ['nl', 'sv', 'da'] as const) {
      const { inSentence } = sectionTexts[section][language]
      const { message } = toFinding('section-unreadable', subject, section)

      expect(translate(message, language)).toContain(inSentence)
      // Swedish and Danish have the article behind the word.
      expect(inSentence).toContain(toSectionLabel(section, language).replace(/[er]$/, ''))
    }
  })

  it('differs for each', () => {
    for (const language of ['en', 'nl', 'sv', 'da'] as const) {
      const labels = sections.map((section) => toSectionLabel(section, language))

      expect(new Set(labels).size).toBe(sections.length)
    }
  })
})

describe('a finding that is about less or more than its section', () => {
  it('says that it is the start date', () => {
    const place = { subject, section: 'employment', field: 'InitialStartDate' } as const

    expect(tellFinding('not-supported/start-date', place, {}).message).toBe(
      'The connection to Nmbrs has no call that changes the start date of an employment',
    )
  })

  it('says that it is the creation', () => {
    expect(tellFinding('not-supported/creation', { subject, section: 'employee' }, {}).message).toBe(
      'The connection to Nmbrs has no call that creates an employee',
    )
  })
})
