import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { ConfigError } from '../../src/domain/errors.js'
import { loadAnswers } from '../../src/onboarding/answers/load-answers.js'
import { parseAnswers } from '../../src/onboarding/answers/parse-answers.js'
import { aProfile } from './a-profile.js'

const label = 'label: { nl: een, en: one }'
const profiles = [
  aProfile([
    'calls: { CompanyService: { read: [List_GetAll] } }',
    'facts:',
    `  - { id: wageTaxNumber, type: wage-tax-number, ${label} }`,
    `  - { id: companyName, type: company-name, ${label} }`,
    `  - { id: dga, type: dga, ${label} }`,
    `  - { id: thirteenthMonth, type: yes-no, ${label} }`,
    `  - { id: apiToken, type: api-token, ${label} }`,
  ]),
]

const parse = (lines: readonly string[]) =>
  parseAnswers(['version: 1', ...lines, ''].join('\n'), 'facts.yaml', profiles)

const answersOf = (lines: readonly string[]) => {
  const parsed = parse(lines)
  return 'answers' in parsed ? Object.fromEntries(parsed.answers.shared) : parsed.problems
}

const problemsOf = (lines: readonly string[]) => {
  const parsed = parse(lines)
  return 'problems' in parsed ? parsed.problems : []
}

describe('a file of answers', () => {
  it('is read as it was typed: no nought is lost and no blank inside quotes', () => {
    expect(
      answersOf([
        'facts:',
        '  wageTaxNumber: 012345678L01',
        "  companyName: ' Acme  B.V. '",
        '  thirteenthMonth: no',
        '  dga: { name: Piet Jansen, employeeNumber: 007 }',
      ]),
    ).toEqual({
      wageTaxNumber: { kind: 'text', text: '012345678L01' },
      companyName: { kind: 'text', text: ' Acme  B.V. ' },
      thirteenthMonth: { kind: 'text', text: 'no' },
      dga: { kind: 'dga', present: true, people: [{ name: 'Piet Jansen', employeeNumber: '007' }] },
    })
  })

  it('may name several directors, or none', () => {
    const two = [
      'facts:',
      '  dga:',
      '    - { name: A, employeeNumber: 1 }',
      '    - { name: B, employeeNumber: 2 }',
    ]

    expect(answersOf(two)).toMatchObject({ dga: { people: [{ name: 'A' }, { name: 'B' }] } })
    expect(answersOf(['facts: { dga: nee }'])).toEqual({ dga: { kind: 'text', text: 'nee' } })
  })

  it('may leave answers empty, for a form that is filled in bit by bit', () => {
    expect(answersOf(['facts:', '  wageTaxNumber:', '  dga: ~', '  apiToken:'])).toEqual({})
    expect(answersOf(['facts:'])).toEqual({})
  })

  it('is told of an unknown fact with the nearest name, by line', () => {
    expect(problemsOf(['facts:', '  wageTaxNumbr: 1', '  dga: { name: A }'])).toMatchObject([
      { line: 3, key: 'facts.wageTaxNumbr', suggestion: 'wageTaxNumber' },
      { line: 4, key: 'facts.dga.employeeNumber' },
    ])
  })

  it('may not hold the token, and a token that is there all the same is not repeated', () => {
    const problems = problemsOf(['facts: { apiToken: sesam-open-u }'])

    expect(problems).toMatchObject([{ key: 'facts.apiToken', found: 'a text, which is not shown' }])
    expect(JSON.stringify(problems)).not.toContain('sesam')
  })

  it.each([
    ['no YAML', ['facts: [']],
    ['a list in place of a text', ['facts: { companyName: [a] }']],
    ['another version', ['version: 2']],
    ['something else', ['faks: {}']],
  ])('is refused when it holds %s', (_, lines) => {
    expect(problemsOf(lines).length).toBeGreaterThan(0)
  })

  it('is read from its place, or the reason is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'answers-'))
    await writeFile(join(folder, 'facts.yaml'), 'version: 1\nfacts: { companyName: Acme }\n')

    const answers = await loadAnswers(join(folder, 'facts.yaml'), profiles)
    const error: unknown = await loadAnswers(join(folder, 'none.yaml'), profiles).catch(
      (thrown: unknown) => thrown,
    )

    expect(answers.shared.get('companyName')).toEqual({ kind: 'text', text: 'Acme' })
    expect(error).toBeInstanceOf(ConfigError)
    expect(error instanceof ConfigError ? error.problems[0]?.found : '').toBe('none there (ENOENT)')
  })
})
