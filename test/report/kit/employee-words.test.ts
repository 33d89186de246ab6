import { describe, expect, it } from '@jest/globals'

import { toEmployeeWords } from '../../../src/report/kit/employee-words.js'

const guid = '0d5a2f4e-7b1c-4f0a-9e3d-2a6b8c9d0e1f'
const screen = { showNames: true, language: 'en' } as const

describe('toEmployeeWords', () => {
  it.each([
    ['an id over SOAP is what Nmbrs shows', '500044', '1004', screen, 'Nmbrs 500044'],
    [
      'a GUID is shown nowhere, so the number stands for it',
      guid,
      '1004',
      screen,
      'Nmbrs employee number 1004',
    ],
    ['in Dutch', guid, '1004', { ...screen, language: 'nl' }, 'Nmbrs personeelsnummer 1004'],
    ['a number that is not known', guid, undefined, screen, `Nmbrs ${guid}`],
    ['an empty number', guid, '', screen, `Nmbrs ${guid}`],
    ['where others may read it', guid, '1004', { ...screen, showNames: false }, `Nmbrs ${guid}`],
  ] as const)('%s', (_name, targetId, number, look, words) => {
    expect(toEmployeeWords(targetId, number, look)).toBe(words)
  })
})
