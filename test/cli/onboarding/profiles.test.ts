import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { languages } from '../../../src/domain/language/language.js'
import { loadAnswers } from '../../../src/onboarding/answers/load-answers.js'
import { loadProfiles, shippedProfiles } from '../../../src/onboarding/profile/load-profiles.js'
import { runCommand, type CommandEnd } from '../cli-world.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-profiles-'))
  mkdirSync(join(folder, 'mine'))
  writeFileSync(join(folder, 'mine', 'tulpfonds.yaml'), tulpfonds)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const tulpfonds = `version: 1
id: tulpfonds
consumer: Tulpfonds
title: { nl: Tulpfonds, en: Tulpfonds }
edition: '1'
date: '2026-01-31'
source: { title: A manual }
accountModel: per-debtor
calls:
  CompanyService:
    read: [list get all]
`

const run = (commandLine: string): Promise<CommandEnd> => runCommand(commandLine.split(' '), { cwd: folder })

describe('onboarding list', () => {
  it('needs no configuration and names every consumer with its aliases', async () => {
    const { code, stdout } = await run('onboarding list')

    expect(code).toBe(0)
    for (const text of ['asr-per-debtor, asr', 'asr-umbrella', 'shiftbase', 'nmbrs-sync', 'incomplete list'])
      expect(stdout).toContain(text)
  })

  it('prints one document with --json', async () => {
    const { stdout } = await run('onboarding list --json')

    const { profiles } = JSON.parse(stdout) as { profiles: { id: string; calls: number }[] }
    expect(profiles.find(({ id }) => id === 'asr-per-debtor')).toMatchObject({ calls: 19, complete: true })
  })

  it.each([
    ['en', 'SOAP on 2027-03-01', 'not known'],
    ['nl', 'SOAP op 2027-03-01', 'onbekend'],
    ['sv', 'SOAP 2027-03-01', 'okänt'],
    ['da', 'SOAP 2027-03-01', 'ukendt'],
  ])(
    'says in %s until when calls of SOAP can be made, and what is known over REST',
    async (lang, ...texts) => {
      const { stdout } = await run(`onboarding list --lang ${lang}`)
      const shown = await run(`onboarding show asr --lang ${lang}`)
      const document = JSON.parse((await run(`onboarding list --json --lang ${lang}`)).stdout) as {
        profiles: { id: string; soapEndsOn: string | null; rest: unknown }[]
      }

      for (const text of texts) expect(stdout).toContain(text)
      expect(shown.stdout).toContain('2027-03-01')
      expect(document.profiles.find(({ id }) => id === 'asr-per-debtor')).toMatchObject({
        soapEndsOn: '2027-03-01',
        rest: null,
      })
      expect(document.profiles.find(({ id }) => id === 'nmbrs-extended-hr')?.rest).toEqual({
        scopes: ['employee.info', 'employee.employment.read', 'employee.orgstructure'],
        endpoints: 8,
        complete: false,
      })
    },
  )

  it('names the profiles of a folder of one’s own', async () => {
    const { code, stdout } = await run('onboarding list --profiles mine')

    expect(code).toBe(0)
    expect(stdout).toContain('tulpfonds')
  })

  it('says what is wrong with such a folder', async () => {
    const { code, stderr } = await run('onboarding list --profiles nowhere')

    expect(code).toBe(2)
    expect(stderr).toContain('nowhere')
    expect(stderr).toContain('ENOENT')
  })
})

describe('onboarding show', () => {
  it('shows calls, facts and steps, in Dutch too', async () => {
    const { code, stdout } = await run('onboarding show ASR --lang nl')

    expect(code).toBe(0)
    for (const text of [
      'een account per werkgever',
      'Reports_BackgroundTask_Result',
      'op de lijst: PersonalInfo_GetCurren',
      'Raamwerkcontractnummer',
      'Template Users',
      'scherm “Webservices rights edit”',
    ])
      expect(stdout).toContain(text)
  })

  it('names the nearest profile when there is none of that name', async () => {
    const { code, stderr } = await run('onboarding show shiftbse')

    expect(code).toBe(2)
    expect(stderr).toContain('There is no onboarding profile shiftbse. Did you mean shiftbase?')
  })

  it('takes no language that it does not have', async () => {
    const { code, stderr } = await run('onboarding show asr --lang de')

    expect(code).toBe(2)
    expect(stderr).toContain('Allowed choices are en, nl, sv, da')
  })
})

describe('onboarding facts', () => {
  it.each(languages)('prints a form that can be given back as it is, in %s', async (language) => {
    const { code, stdout } = await run(`onboarding facts asr asr-umbrella shiftbase --lang ${language}`)
    const file = join(folder, `${language}.yaml`)
    writeFileSync(file, stdout)
    const profiles = await loadProfiles([shippedProfiles], folder)

    expect(code).toBe(0)
    expect([...(await loadAnswers(file, profiles)).shared.keys()]).toEqual(['payrollPackage'])
    expect(stdout).not.toMatch(/^ *apiToken:/m)
    expect(stdout.match(/^ {2}processorName:/gm)).toHaveLength(1)
  })
})

describe('the language of the commands that work offline', () => {
  it.each([
    ['onboarding list --lang nl', 'lijst onvolledig', 'CompuCase, verzuim'],
    ['onboarding list --lang sv', 'ofullständig lista', 'Staff.nl, HR-portal'],
    ['onboarding list --lang da', 'ufuldstændig liste', 'CompuCase'],
    ['onboarding show asr --lang sv', 'Ramavtalsnummer', 'Slå på anropen i listan'],
    ['onboarding show asr --lang da', 'Rammeaftalenummer', 'Slå listens kald til'],
    ['onboarding facts asr --lang da', '# Svar til asr-per-debtor', '--facts FIL --lang da'],
    // A profile of one's own may be in Dutch and English only.
    ['onboarding show tulpfonds --profiles mine --lang sv', 'Tulpfonds', 'ett konto per arbetsgivare'],
  ])('is that of %s', async (commandLine, ...texts) => {
    const { code, stdout } = await run(commandLine)

    expect(code).toBe(0)
    for (const text of texts) expect(stdout).toContain(text)
  })

  it('is that of NMBRS_SYNC_LANG where nothing else is said', async () => {
    const env = { NMBRS_SYNC_LANG: 'da' }
    const { stdout } = await runCommand(['onboarding', 'list'], { cwd: folder, env })

    expect(stdout).toContain('ufuldstændig liste')
  })
})

describe('onboarding diff', () => {
  const kept = (readiness: string, verdict: object): string =>
    JSON.stringify({
      format: 1,
      checkedAt: '2026-11-22T10:00:00+01:00',
      company: { id: '1234', name: 'Tulpwerk B.V.' },
      account: { host: '', username: 'api@tulpwerk.example', domain: null },
      profiles: [{ id: 'tulpfonds', edition: '1' }],
      readiness,
      calls: [{ service: 'CompanyService', call: 'List_GetAll', outcome: verdict }],
      facts: [{ id: 'dga', value: null, outcome: { verdict: 'missing' } }],
    })
  beforeAll(() => {
    writeFileSync(join(folder, 'open.json'), kept('ready', { verdict: 'active' }))
    writeFileSync(join(folder, 'shut.json'), kept('not-ready', { verdict: 'inactive', code: '1002' }))
    writeFileSync(join(folder, 'other.json'), '{"format":1}')
    writeFileSync(join(folder, 'none.json'), 'nothing')
  })

  it('ends with 3 when a call was closed, and shows it', async () => {
    const { code, stdout } = await run('onboarding diff open.json shut.json')

    expect(code).toBe(3)
    expect(stdout).toBe(`What changed between two checks: 2026-11-22 10:00 → 2026-11-22 10:00

Verdict
  Ready → Not ready

Webservice calls
  closed  CompanyService  List_GetAll  active → inactive (1002)
`)
  })

  it('ends with 0 when a call was opened, in Dutch too', async () => {
    const { code, stdout } = await run('onboarding diff shut.json open.json --lang nl')

    expect(code).toBe(0)
    expect(stdout).toContain('opengezet  CompanyService  List_GetAll  niet actief (1002) → actief')
  })

  it('says so when nothing changed', async () => {
    const { code, stdout } = await run('onboarding diff open.json open.json')

    expect(code).toBe(0)
    expect(stdout).toContain('Nothing changed.')
  })

  it.each(['other.json', 'none.json'])('takes %s for no result', async (file) => {
    const { code, stderr } = await run(`onboarding diff open.json ${file}`)

    expect(code).toBe(2)
    expect(stderr).toContain(`${file} is not the result of an onboarding check`)
  })

  it.each(['gone.json', 'mine'])('says that %s cannot be read', async (file) => {
    const { code, stderr } = await run(`onboarding diff ${file} open.json`)

    expect(code).toBe(2)
    expect(stderr).toContain(`${file} cannot be read`)
  })
})
