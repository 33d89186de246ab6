import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { openCliWorld, runCommand, type CliWorld } from '../cli-world.js'
import { findLanguage } from '../../../src/cli/options/language.js'
import { exitCode } from '../../../src/cli/exit-codes.js'

describe('findLanguage', () => {
  it.each([
    [{ lang: 'da' }, 'sv', { NMBRS_SYNC_LANG: 'nl' }, 'da'],
    [{}, 'sv', { NMBRS_SYNC_LANG: 'nl' }, 'sv'],
    [{}, undefined, { NMBRS_SYNC_LANG: 'nl' }, 'nl'],
    [{}, undefined, { NMBRS_SYNC_LANG: '  ' }, 'en'],
    [{}, undefined, { LANG: 'nl_NL.UTF-8', LC_ALL: 'sv_SE' }, 'en'],
  ] as const)(
    'takes %j before the configuration (%s) before the environment %j: %s',
    (flags, configured, env, language) => {
      expect(findLanguage(flags, env, configured)).toBe(language)
    },
  )
})

describe('the language of a command', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-language-test-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('is refused when there is no such language, wherever it was given', async () => {
    const flag = await runCommand(['worklist', '--lang', 'de'], { cwd: folder })
    const variable = await runCommand(['onboarding', 'list'], { cwd: folder, env: { NMBRS_SYNC_LANG: 'de' } })
    writeFileSync(join(folder, 'given.yaml'), 'version: 1\nlanguage: de\nconnections: []\n')
    const key = await runCommand(['config', 'check', '--config', 'given.yaml'], { cwd: folder })

    expect([flag.code, variable.code, key.code]).toEqual([exitCode.usage, exitCode.usage, exitCode.usage])
    expect(flag.stderr).toContain('en, nl, sv, da')
    expect(variable.stderr).toContain('NMBRS_SYNC_LANG')
    expect(key.stdout + key.stderr).toContain('language: expected one of en, nl, sv, da')
  })

  it('is in the help of every command, with which languages no native speaker has read', async () => {
    const { stdout } = await runCommand(['worklist', '--help'])

    expect(stdout.replace(/\s+/g, ' ')).toContain('no native speaker has read sv and da yet')
  })

  it('may stand before and after the command', async () => {
    const before = await runCommand(['--lang', 'nl', 'onboarding', 'show', 'asr'], { cwd: folder })
    const after = await runCommand(['onboarding', 'show', 'asr', '--lang', 'nl'], { cwd: folder })
    const variable = await runCommand(['onboarding', 'show', 'asr'], {
      cwd: folder,
      env: { NMBRS_SYNC_LANG: 'nl' },
    })

    expect(before.stdout).toContain('Gegevens')
    expect(after.stdout).toBe(before.stdout)
    expect(variable.stdout).toBe(before.stdout)
  })
})

describe('every screen of a sync, its findings and its lists', () => {
  let world: CliWorld
  beforeEach(async () => {
    world = await openCliWorld({
      newHire: 1,
      contactDiffers: 1,
      bankDiffers: 1,
      missingBirthDate: 1,
      ambiguous: 1,
    })
  })
  afterEach(() => world.close())

  /** Words that no Dutch, Swedish or Danish sentence has. */
  const english = /\b(the|this|nothing|Next|which|waits|has|with|connected|and)\b/

  it('leave no English sentence in another language, and the same document in all of them', async () => {
    const commands = [
      'plan',
      'sync --yes',
      'holds',
      'status --all',
      'drift',
      'runs',
      'worklist --show-values',
    ]
    const left: string[] = []
    for (const command of commands)
      for (const language of ['nl', 'sv', 'da']) {
        const { stdout } = await world.run(`${command} --lang ${language}`)
        left.push(
          ...stdout
            .split('\n')
            // A command is the same in every language.
            .filter((line) => english.test(line.replace(/nmbrs-sync .*/, '')))
            .map((line) => `${command} ${language}: ${line.trim()}`),
        )
      }
    const document = async (language: string): Promise<string> =>
      (await world.run(`holds --json --lang ${language}`)).stdout

    expect(left).toEqual([])
    expect(await document('nl')).toBe(await document('en'))
  })

  it('follow language: in the configuration, unless --lang says otherwise', async () => {
    const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
    writeFileSync(file, `language: nl\n${readFileSync(file, 'utf8')}`)

    const configured = await world.run('plan')
    const asked = await world.run('plan --lang en', { env: { NMBRS_SYNC_LANG: 'sv' } })
    const kept = [await world.run('holds'), await world.run('runs'), await world.run('worklist --review')]

    expect(configured.stdout).toContain('Plan voor ')
    expect(asked.stdout).toContain('Plan for ')
    expect(
      kept.map(({ stdout }) => stdout).filter((text) => english.test(text.replace(/nmbrs-sync .*/g, ''))),
    ).toEqual([])
  })
})
