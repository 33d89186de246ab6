import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from '@jest/globals'

import { loadPortals } from '../../src/access/portal/load-portals.js'
import { parsePortal } from '../../src/access/portal/parse-portal.js'
import { portalText } from './portal-texts.js'

const problemsOf = (text: string): string[] => {
  const result = parsePortal(text, 'portal.yaml')
  return 'portal' in result ? [] : result.problems.map(({ key, expected }) => `${key}: ${expected}`)
}

const changed = (name: string, from: string | RegExp, to: string): string => {
  const text = portalText(name)
  const after = text.replace(from, to)
  expect(after).not.toBe(text)
  return after
}

describe('the portal files that come along', () => {
  it('are four, and each can be used', async () => {
    const portals = await loadPortals('mappings/portals')

    expect([...portals.keys()]).toEqual(['akken-css', 'akken-ess', 'nmbrs-ess', 'visma-customer-portal'])
  })

  it('are called as their files', () => {
    for (const file of readdirSync('mappings/portals')) {
      expect(readFileSync(`mappings/portals/${file}`, 'utf8')).toContain(
        `portal: ${file.replace('.yaml', '')}\n`,
      )
    }
  })
})

describe('portals that are wanted by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-portals-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('are the only ones that are looked at', async () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'portal: wrong\nsubjects: nobody\n')
    writeFileSync(join(folder, 'ess.yaml'), portalText('nmbrs-ess'))
    writeFileSync(
      join(folder, 'quoted.yaml'),
      portalText('akken-ess').replace('portal: akken-ess', 'portal: "akken-ess"'),
    )

    expect([...(await loadPortals(folder, new Set(['nmbrs-ess']))).keys()]).toContain('nmbrs-ess')
    expect([...(await loadPortals(folder, new Set(['akken-ess']))).keys()]).toEqual(['akken-ess'])
    await expect(loadPortals(folder, new Set(['wrong']))).rejects.toThrow('not usable')
    await expect(loadPortals(folder)).rejects.toThrow('not usable')
  })

  it('are there once', async () => {
    writeFileSync(join(folder, 'again.yaml'), portalText('nmbrs-ess'))

    await expect(loadPortals(folder, new Set(['nmbrs-ess']))).rejects.toMatchObject({
      problems: [{ key: 'portal', found: 'nmbrs-ess' }],
    })
  })
})

describe('a portal file that is wrong', () => {
  it('has all its problems told at once, each with its line', () => {
    const text = portalText('nmbrs-ess')
      .replace('subjects: employees', 'subjects: everybody')
      .replace('languages: [NL,', 'languages: [XX,')
      .replace('expireDays: 14', 'expireDays: soon')

    const result = parsePortal(text, 'portal.yaml')

    const problems = 'problems' in result ? result.problems : []
    expect(problems.map(({ key, found }) => ({ key, found }))).toEqual([
      { key: 'subjects', found: 'everybody' },
      { key: 'languages[0]', found: 'XX' },
      { key: 'answer.expireDays', found: 'soon' },
    ])
    const lines = text.split('\n')
    expect(problems.map(({ line }) => lines[line - 1]?.trim().split(':')[0])).toEqual([
      'subjects',
      'languages',
      'answer',
    ])
  })

  it.each([
    ['a key nobody knows', changed('nmbrs-ess', 'leaving:', 'leavers:'), /leavers/],
    [
      'templates and permissions together',
      `${portalText('nmbrs-ess')}\npermissions: { a: { label: A, kind: flag } }\n`,
      /either templates or permissions/,
    ],
    [
      'a template twice',
      changed('nmbrs-ess', 'name: Employee login', 'name: payslip VIEWER'),
      /each template once/,
    ],
    [
      'a precondition of others',
      changed('akken-css', '[accounting-customer,', '[connected,'),
      /for contacts: accounting-customer or on-customer-record/,
    ],
    [
      'a login known by an address that it need not have',
      changed('nmbrs-ess', 'emailRequired: true', 'emailRequired: false'),
      /known by its e-mail address/,
    ],
    [
      'user names without a rule',
      changed('akken-ess', /\n {2}userName: \{.*\}/, ''),
      /account.userName: how a user name is made/,
    ],
    [
      'user names of an unknown part',
      changed('akken-ess', '{first}.{last}', '{first}.{birthday}'),
      /a pattern with some of/,
    ],
    [
      'user names longer than they may be',
      changed('akken-ess', 'minLength: 6', 'minLength: 60'),
      /at most maxLength/,
    ],
    [
      'a change by a way there is not',
      changed('akken-ess', 'permissions: in-place', 'permissions: replace'),
      /there is no work.replace/,
    ],
    ['deactivation without a way', changed('akken-ess', ', deactivate: single', ''), /no work.deactivate/],
    ['no way to create', changed('akken-ess', 'create: bulk, ', ''), /a way to create a login/],
    [
      'a loss where nothing is deleted',
      changed('akken-ess', 'deletingLoses: nothing', 'deletingLoses: open-change-requests'),
      /no work deletes a login/,
    ],
    [
      'an employee level without levels',
      changed('nmbrs-ess', /\nlevels: .*/, ''),
      /the portal has no levels/,
    ],
    [
      'a list matched by what it lacks',
      changed('nmbrs-ess', 'match: [targetId,', 'match: [userName,'),
      /something that columns has/,
    ],
    [
      'a word for a language that is not there',
      changed('nmbrs-ess', 'Swedish: SE', 'Danish: DA'),
      /one of NL, EN, DE, SE/,
    ],
    [
      'an option that needs an unknown one',
      changed('akken-css', 'needs: { timesheets: approve }', 'needs: { timesheet: approve }'),
      /needs.timesheet: another option/,
    ],
    [
      'an option that needs an unknown choice',
      changed('akken-css', 'needs: { jobOrders: create }', 'needs: { jobOrders: make }'),
      /one of read, create/,
    ],
    [
      'a choice without choices',
      changed('akken-css', 'kind: choice\n    choices: [none, read, create]', 'kind: choice'),
      /permissions.jobOrders: choices/,
    ],
    [
      'an owner that is no text',
      changed('akken-css', 'kind: text\n    owner: true', 'kind: flag\n    owner: true'),
      /kind: text for what names the owner/,
    ],
    [
      'options that need each other',
      changed(
        'akken-ess',
        'timesheets: { label: Timesheets, kind: flag }',
        'timesheets: { label: Timesheets, kind: flag, needs: { timesheetDisclaimer: given } }',
      ),
      /no option that needs this one in turn/,
    ],
  ])('is refused for %s', (_, text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(expected)
  })

  it('names the option that was probably meant', () => {
    const text = changed('akken-css', 'needs: { timesheets: approve }', 'needs: { timesheet: approve }')

    const result = parsePortal(text, 'portal.yaml')

    expect('problems' in result && result.problems[0]?.suggestion).toBe('timesheets')
  })
})

describe('a folder of portal files', () => {
  it('that is not there is named with the reason', async () => {
    await expect(loadPortals('mappings/nowhere')).rejects.toMatchObject({
      name: 'ConfigError',
      problems: [{ file: 'mappings/nowhere', found: 'none there (ENOENT)' }],
    })
  })
})
