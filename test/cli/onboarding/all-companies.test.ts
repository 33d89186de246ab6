import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { OnboardingResult } from '../../../src/onboarding/result/result.js'
import { startNmbrsSandbox, type NmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { aCompany } from '../../sandbox/nmbrs/small-world.js'
import { aRun, twoDebtors } from '../../sandbox/nmbrs/two-debtors.js'
import { runCommand } from '../cli-world.js'

let sandbox: NmbrsSandbox
let folder: string
beforeAll(async () => {
  const tag = { number: 1, tag: 'a.s.r.', hexColor: '#00aa00' }
  const data = twoDebtors({
    debtors: [
      { id: 7, number: '7', name: 'Tulpwerk', tags: [tag] },
      { id: 8, number: '8', name: 'Rooswerk' },
      { id: 9, number: '9', name: 'Leeg & Co', tags: [tag] },
    ],
    companies: [
      aCompany({ runs: [aRun()] }),
      aCompany({ id: 1235, number: 2, name: 'Rooswerk B.V.', debtorId: 8, runs: [aRun({ id: 302 })] }),
      aCompany({ id: 1236, number: 3, name: 'Tulpwerk Export B.V.', runs: [aRun({ id: 303 })] }),
    ],
  })
  sandbox = await startNmbrsSandbox({ data })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-all-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await sandbox.close()
})

const answers = `version: 1
facts:
  debtorTag: A.S.R.
  processorName: Salariskantoor Rozengeur
  processorEmail: salaris@rozengeur.example
  employerName: Tulpwerk
  wageTaxNumber: 123456782L01
  dga: nee
  thirteenthMonth: nee
companies:
  1234: { frameworkContract: '0012345' }
  1236: { frameworkContract: '0012346', employerName: Tulpwerk Export }
`

const run = (more = '', text = answers) => {
  writeFileSync(join(folder, 'asr.yaml'), text)
  const { username, token, domain } = sandbox.account
  return runCommand(
    `onboarding check asr-umbrella --all-companies --facts asr.yaml ${more}`
      .split(' ')
      .filter((word) => word !== ''),
    {
      cwd: folder,
      env: {
        NMBRS_HOST: sandbox.host,
        NMBRS_USERNAME: username,
        NMBRS_TOKEN: token,
        NMBRS_DOMAIN: domain,
      },
    },
  )
}

interface AllJson {
  readiness: string
  companies: { id: string; readiness: string }[]
  unseenDebtors: { debtorId: string }[]
  results: OnboardingResult[]
}
const runJson = async (): Promise<AllJson> => JSON.parse((await run('--json')).stdout) as AllJson

describe('one check of every employer of an umbrella account', () => {
  it('shows one table of who is ready, with the answers of each company', async () => {
    const { code, stdout } = await run()

    expect(code).toBe(3)
    expect(stdout).toContain('2 of 3 companies are ready')
    expect(stdout).toMatch(/Tulpwerk B\.V\. \(1234\) +Ready/)
    expect(stdout).toMatch(/Rooswerk B\.V\. \(1235\) +Not ready +1 answer is wrong, 1 answer is missing/)
    expect(stdout).toMatch(/Debtor Leeg & Co \(9\) +Not ready +The tag is on this debtor/)
    expect(stdout).toContain('nmbrs-sync onboarding check asr-umbrella --company 1235')
  })

  it('takes the tag from the debtor of each company, and names a debtor with the tag of which no company is seen', async () => {
    const { companies, unseenDebtors, results, readiness } = await runJson()
    const tagOf = (id: string) =>
      results.find(({ company }) => company?.id === id)?.facts.find((fact) => fact.id === 'debtorTag')
        ?.outcome

    expect(readiness).toBe('not-ready')
    expect(companies.map(({ id }) => id).toSorted()).toEqual(['1234', '1235', '1236', '9'])
    expect(tagOf('1234')).toEqual({ verdict: 'right' })
    expect(tagOf('1236')).toEqual({ verdict: 'right' })
    expect(tagOf('1235')).toMatchObject({ verdict: 'wrong', problem: { problem: 'tag-missing' } })
    expect(unseenDebtors).toEqual([{ debtorId: '9', name: 'Leeg & Co' }])
  })

  it('answers of one company go before those of all, and reach no other company', async () => {
    const { results } = await runJson()
    const valueOf = (id: string, fact: string) =>
      results.find(({ company }) => company?.id === id)?.facts.find((one) => one.id === fact)?.value

    expect(valueOf('1236', 'employerName')).toEqual({ kind: 'text', text: 'Tulpwerk Export' })
    expect(valueOf('1234', 'employerName')).toEqual({ kind: 'text', text: 'Tulpwerk' })
    expect(valueOf('1235', 'frameworkContract')).toBeNull()
  })

  it('keeps the table as a page and a spreadsheet, beside the dossier of each company, without the token', async () => {
    await run('--dossier out --lang nl')

    const files = readdirSync(join(folder, 'out')).toSorted()
    const page = readFileSync(join(folder, 'out', 'asr-umbrella-all.html'), 'utf8')
    const sheet = readFileSync(join(folder, 'out', 'asr-umbrella-all.csv'), 'utf8')
    expect(files).toEqual(
      ['all', '1234', '1235', '1236']
        .flatMap((name) => [`asr-umbrella-${name}.csv`, `asr-umbrella-${name}.html`])
        .toSorted(),
    )
    expect(page).toContain('2 van 3 bedrijven zijn klaar')
    expect(page).toContain('Nog niet klaar')
    expect(sheet).toContain('"Rooswerk B.V.";"1235";"Nog niet klaar"')
    expect(page + sheet).not.toContain(sandbox.account.token)
  })

  it('reads each debtor once, however many companies there are', async () => {
    const before = sandbox.calls.records.length
    await run()

    const asked = sandbox.calls.records
      .slice(before)
      .map(({ service, operation }) => `${service}:${operation}`)
    expect(asked.filter((call) => call === 'DebtorService:Tags_Get')).toHaveLength(3)
    expect(asked.filter((call) => /Insert|Update|Delete/.test(call))).toEqual([])
  })

  it('says so when the account is not let in', async () => {
    writeFileSync(join(folder, 'asr.yaml'), answers)
    const { username, domain } = sandbox.account
    const { code, stdout } = await runCommand(['onboarding', 'check', 'asr-umbrella', '--all-companies'], {
      cwd: folder,
      env: { NMBRS_HOST: sandbox.host, NMBRS_USERNAME: username, NMBRS_TOKEN: 'wrong', NMBRS_DOMAIN: domain },
    })

    expect(code).toBe(1)
    expect(stdout).toContain('Nmbrs refuses the user name, the API token or the domain')
  })

  it.each(['--company 1234', '--out all.json'])('takes no %s beside it', async (more) => {
    expect((await run(more)).code).toBe(2)
  })

  it('refuses answers for something that is no company, and shows no token that was written down', async () => {
    const { code, stderr } = await run(
      '',
      `${answers}  asr: { frameworkContract: '1' }\n  1237: { apiToken: geheim123 }\n`,
    )

    expect(code).toBe(2)
    expect(stderr).toContain('companies')
    expect(stderr).not.toContain('geheim123')
  })
})
