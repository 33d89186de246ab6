import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { ConfigError } from '../../src/domain/errors.js'
import { loadProfiles } from '../../src/onboarding/profile/load-profiles.js'
import { parseProfile } from '../../src/onboarding/profile/parse-profile.js'
import { aWording } from '../support/a-wording.js'
import { aProfile, defaultProfileLines, profileText } from './a-profile.js'

/** Added lines begin at this line of the file. */
const firstLine = defaultProfileLines.length + 1

const problemsOf = (lines: readonly string[]) => {
  const parsed = parseProfile(profileText(lines), 'polis.yaml')
  return 'problems' in parsed ? parsed.problems : []
}

const summaryOf = (lines: readonly string[]): string[] =>
  problemsOf(lines).map(({ line, key, suggestion }) =>
    suggestion === undefined ? `${line} ${key}` : `${line} ${key} -> ${suggestion}`,
  )

const calls = ['calls:', '  CompanyService:', '    read:', '      - list get all .']

const withFact = (fact: string): string[] => [
  ...calls,
  `facts: [{ id: one, label: { nl: een, en: one }, ${fact} }]`,
]

describe('a profile file', () => {
  it('is read with the defaults filled in and the names of calls made Nmbrs own', () => {
    expect(aProfile(calls)).toEqual({
      id: 'polis',
      aliases: [],
      consumer: 'Polis',
      title: aWording('Polis pensioen', 'Polis pensions'),
      edition: '1',
      date: '2026-01-31',
      source: { title: 'Invented', url: undefined },
      accountModel: 'any',
      complete: true,
      callDemand: 'required',
      calls: [
        {
          service: 'CompanyService',
          call: 'List_GetAll',
          access: 'read',
          publishedAs: 'list get all .',
          verified: true,
        },
      ],
      facts: [],
      steps: [],
      notes: [],
      file: 'polis.yaml',
    })
  })

  it('that says nothing in Swedish and Danish shows English there, and what it does say as it stands', () => {
    const { facts, steps, notes } = aProfile([
      ...calls,
      'facts: [{ id: one, type: text, label: { nl: een, en: one, da: en }, hint: { nl: tip, en: hint } }]',
      'steps: [{ nl: bel, en: call, sv: ring }]',
      'notes: [{ nl: noot, en: note, sv: not, da: note på dansk }]',
    ])

    expect(facts[0]).toMatchObject({
      label: { nl: 'een', en: 'one', sv: 'one', da: 'en' },
      hint: { nl: 'tip', en: 'hint', sv: 'hint', da: 'hint' },
    })
    expect(steps[0]?.text).toEqual({ nl: 'bel', en: 'call', sv: 'ring', da: 'call' })
    expect(notes).toEqual([{ nl: 'noot', en: 'note', sv: 'not', da: 'note på dansk' }])
  })

  it.each([
    ['a language that is not written', 'notes: [{ nl: noot, en: note, de: Notiz }]', 'notes[0].de'],
    ['an empty text', "notes: [{ nl: noot, en: note, sv: '' }]", 'notes[0].sv'],
    ['no English', 'notes: [{ nl: noot, sv: not, da: note }]', 'notes[0].en'],
    [
      'a text that could steer a terminal',
      'steps: [{ nl: bel, en: call, da: "a\\u001b[2J" }]',
      'steps[0].da',
    ],
  ])('is refused with %s, and names the text', (_, line, key) => {
    expect(problemsOf([...calls, line]).map((problem) => problem.key)).toEqual([key])
  })

  it('may break the name of a call over lines, as a printed list does', () => {
    const profile = aProfile([
      'calls:',
      '  ReportService:',
      '    read:',
      '      - |',
      '        Report_GetWageCodesByRunCompany_',
      '          FilterByWageCode_Background',
    ])

    expect(profile.calls.map(({ call }) => call)).toEqual([
      'Reports_GetWageCodesByRunCompany_FilterByWageCode_Background',
    ])
  })

  it('may name a call that is newer than the list of this program, when it says so', () => {
    const profile = aProfile([
      'calls: { DebtorService: { read: [{ call: Badge_GetList, unlisted: keep }] } }',
    ])

    expect(profile.calls).toEqual([
      {
        service: 'DebtorService',
        call: 'Badge_GetList',
        access: 'read',
        publishedAs: undefined,
        verified: false,
      },
    ])
  })

  it('says of an unknown call which names are nearest, with its line', () => {
    const [problem, ...others] = problemsOf([
      'calls:',
      '  EmployeeService:',
      '    read:',
      '      - List_GetByCompany',
      '      - PersonalInfo_GetCurent',
    ])

    expect(others).toEqual([])
    expect(problem).toMatchObject({
      file: 'polis.yaml',
      line: firstLine + 4,
      key: 'calls.EmployeeService.read[1]',
      expected: 'a call of EmployeeService',
      found: 'PersonalInfo_GetCurent',
    })
    expect(problem?.suggestion).toContain('PersonalInfo_GetCurrent')
  })

  it('may not call a write a read, or it would be tried on a live account', () => {
    expect(problemsOf(['calls: { EmployeeService: { read: [Employee_Insert] } }'])).toMatchObject([
      {
        key: 'calls.EmployeeService.read[0]',
        expected: 'a call that only reads; Employee_Insert belongs under write',
      },
    ])
    expect(problemsOf(['calls: { EmployeeService: { write: [Partner_Get] } }'])).toMatchObject([
      { expected: 'a call that writes; Partner_Get belongs under read' },
    ])
  })

  it('may not pass a known write off as a new read', () => {
    expect(
      problemsOf(['calls: { EmployeeService: { read: [{ call: employee_insert, unlisted: keep }] } }']),
    ).toMatchObject([{ expected: 'the name alone; Employee_Insert is a known call' }])
  })

  it.each([
    [
      'a call twice, once in another spelling',
      ['calls: { CompanyService: { read: [List_GetAll, list_getall] } }'],
      'calls.CompanyService.read[1]',
    ],
    [
      'a call of another service',
      ['calls: { CompanyService: { read: ["EmployeeService:List_GetByCompany"] } }'],
      'calls.CompanyService.read[0]',
    ],
    [
      'a new call with blanks in it',
      ['calls: { CompanyService: { read: [{ call: New Call, unlisted: keep }] } }'],
      'calls.CompanyService.read[0]',
    ],
    [
      'a fact twice',
      [
        ...calls,
        'facts: [{ id: one, type: text, label: { nl: a, en: b } }, { id: one, type: text, label: { nl: a, en: b } }]',
      ],
      'facts[1].id',
    ],
    ['a pattern that is none', withFact("type: text, pattern: '('"), 'facts[0].pattern'],
    ['a pattern for a type that has its own', withFact("type: email, pattern: 'x'"), 'facts[0].pattern'],
    [
      'a payroll frequency that does not exist',
      withFact('type: payroll-frequency, choices: [daily]'),
      'facts[0].choices[0]',
    ],
    [
      'a step that ends with an unknown fact',
      [...withFact('type: text'), 'steps: [{ nl: a, en: b, until: two }]'],
      'steps[0].until',
    ],
    [
      'a new read whose name says that it changes something',
      ['calls: { CompanyService: { read: [{ call: Badge_InsertBatch, unlisted: keep }] } }'],
      'calls.CompanyService.read[0]',
    ],
    ['a text that could steer a terminal', [...calls, 'notes: [{ nl: "a\\e[2J", en: b }]'], 'notes[0].nl'],
    ['a date that does not exist', [...calls, 'date: 2026-02-30'], 'date'],
  ])('is refused with %s', (_, lines, key) => {
    expect(problemsOf(lines).map((problem) => problem.key)).toContain(key)
  })

  it('is checked whole: everything wrong is in one list, by line', () => {
    const summary = summaryOf([
      'complet: false',
      'calls:',
      '  CompanyServic: { read: [List_GetAll] }',
      'facts:',
      '  - { id: One, type: txt, label: { nl: een } }',
    ])

    expect(summary).toEqual([
      `${firstLine} complet -> complete`,
      `${firstLine + 2} calls.CompanyServic -> CompanyService`,
      `${firstLine + 4} facts[0].id`,
      `${firstLine + 4} facts[0].type -> text`,
      `${firstLine + 4} facts[0].label.en`,
    ])
  })
})

describe('loadProfiles', () => {
  const folderWith = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'profiles-'))
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    return folder
  }

  const problemsOfLoading = async (folders: readonly string[]) => {
    const error: unknown = await loadProfiles(folders, '/').catch((thrown: unknown) => thrown)
    return error instanceof ConfigError ? error.problems : []
  }

  it('reads the profiles of every folder and passes other files over', async () => {
    const one = await folderWith({
      'polis.yaml': profileText(calls),
      'profile.schema.json': '{',
      '.hidden.yaml': '[',
    })
    const two = await folderWith({ 'other.yml': profileText(calls).replace('id: polis', 'id: other') })
    await mkdir(join(one, 'nested'))

    const profiles = await loadProfiles([one, two, one], '/')

    expect(profiles.map(({ id }) => id)).toEqual(['polis', 'other'])
  })

  it('refuses an id that another profile has, and an alias as well', async () => {
    const one = await folderWith({ 'polis.yaml': profileText(calls) })
    const two = await folderWith({
      'again.yaml': profileText(calls),
      'alias.yaml': profileText([...calls, 'aliases: [polis]']).replace('id: polis', 'id: third'),
    })

    const problems = await problemsOfLoading([one, two])

    expect(problems.map(({ key, file }) => [key, file.split('/').at(-1)])).toEqual([
      ['id', 'again.yaml'],
      ['aliases[0]', 'alias.yaml'],
    ])
  })

  it('refuses two profiles that ask for one fact in two ways', async () => {
    const folder = await folderWith({
      'a.yaml': profileText(withFact('type: text')),
      'b.yaml': profileText(withFact('type: email')).replace('id: polis', 'id: other'),
    })

    expect(await problemsOfLoading([folder])).toMatchObject([{ key: 'facts[0].type', found: 'email' }])
  })

  it('tells of every file that is wrong at once', async () => {
    const folder = await folderWith({ 'a.yaml': 'version: 2\n', 'b.yaml': '[' })

    const files = (await problemsOfLoading([folder])).map(({ file }) => file.split('/').at(-1))

    expect(new Set(files)).toEqual(new Set(['a.yaml', 'b.yaml']))
  })

  it('says so of a folder that is not there', async () => {
    expect(await problemsOfLoading(['/no/such/folder'])).toMatchObject([
      { file: 'no/such/folder', expected: 'a readable folder', found: 'none there (ENOENT)' },
    ])
  })
})
