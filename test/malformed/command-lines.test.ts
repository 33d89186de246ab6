import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { exitCode } from '../../src/cli/exit-codes.js'
import { readPlanFile } from '../../src/app/run/plan-file.js'
import { runCommand } from '../cli/cli-world.js'
import { writesTo } from '../matrix/faults/run-cell.js'
import { openCli, realToday } from '../e2e/child-cli.js'
import { startSandbox } from '../../src/sandbox/start-sandbox.js'
import { applyDamage, damages } from './damage.js'
import { brokenJson, oddJson, putIntoJson } from './hostile-json.js'
import { assertFor } from './inputs.js'
import { knownEndOf } from './known-end.js'
import { anyText } from '../support/any-text.js'

/** Verbs that end by themselves; those that go on until they are stopped are no use here. */
const verbs = [
  ...[
    'plan',
    'sync',
    'status',
    'match',
    'disconnect',
    'ignore',
    'explain',
    'runs',
    'doctor',
    'config',
    'mappings',
  ],
  ...['init', 'audit', 'help', 'check', 'show', 'list', 'verify', 'head'],
]
const flags = [
  ...[
    '--json',
    '--yes',
    '--all',
    '--connected',
    '--employee',
    '--allow',
    '--plan',
    '--out',
    '--limit',
    '--reason',
  ],
  ...[
    '--until',
    '--config',
    '--connection',
    '--log-level',
    '--show-values',
    '--detailed-exitcode',
    '--help',
    '-h',
  ],
  ...['--version', '--', '-', '--new', '--as', '--allow-past-periods', '--no-colour', '--since', '--subject'],
]
const values = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'NaN',
    '99999999999999999999',
    'create=5',
    'create=-1',
    '=',
    'creat=1',
    'update=∞',
  ),
  fc.constantFrom(
    '../../../etc/passwd',
    '/dev/null',
    '/',
    '\0',
    'a\nb',
    '${HOME}',
    '$(id)',
    '%s%n',
    '2026-02-30',
    'acme',
  ),
  anyText({ maxLength: 20 }),
  fc.nat({ max: 20_000 }).map((length) => 'x'.repeat(length)),
)
const longRunning = /^(?:sandbox|demo|daemon)$/
const commandLines = fc
  .tuple(
    fc.option(fc.constantFrom(...verbs), { nil: '--json' }),
    fc.array(fc.oneof(fc.constantFrom(...flags), values, fc.constantFrom(...verbs)), { maxLength: 6 }),
  )
  .map(([verb, rest]) => [verb, ...rest].filter((word) => !longRunning.test(word)))

const cwd = mkdtempSync(join(tmpdir(), 'nmbrs-sync-words-'))
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true })
})

const codes: readonly number[] = Object.values(exitCode)

describe('a malformed command line', () => {
  it('ends with a known exit code and says what is wrong, without calling it a bug', async () => {
    await assertFor(
      'commandLines',
      fc.asyncProperty(commandLines, async (words) => {
        const { code, stdout, stderr } = await runCommand(words, { cwd })

        expect(codes).toContain(code)
        expect(stderr).not.toMatch(/This is a bug|\n {4}at /)
        expect(stdout + stderr).not.toBe('')
      }),
    )
  })
})

const withPlanWorld = async (
  test: (world: {
    good: unknown
    path: string
    sync: () => Promise<number | null>
    writes: () => string[]
  }) => Promise<void>,
): Promise<void> => {
  const sandbox = await startSandbox({ people: 2, seed: 7, today: realToday(), mix: 'all-new' })
  const cli = openCli(sandbox)
  const path = join(cli.folder, 'plan.json')
  try {
    await cli.runHere(['plan', '--out', path])
    await test({
      good: JSON.parse(await readFile(path, 'utf8')),
      path,
      sync: async () => (await cli.runHere(['sync', '--plan', path, '--yes'])).code,
      writes: () => writesTo(sandbox.nmbrs),
    })
  } finally {
    cli.remove()
    await sandbox.close()
  }
}

const spoiltPlans = (good: unknown): fc.Arbitrary<Buffer> =>
  fc.oneof(
    damages.map((damage) => applyDamage(Buffer.from(JSON.stringify(good)), damage)),
    fc
      .tuple(fc.nat(), fc.oneof(brokenJson, oddJson))
      .map(([nth, text]) => Buffer.from(putIntoJson(good, nth, text))),
  )

describe('a malformed saved plan', () => {
  it('is read or refused with an error of the command line', async () => {
    await withPlanWorld(async ({ good, path }) => {
      await assertFor(
        'savedPlans',
        fc.asyncProperty(spoiltPlans(good), async (bytes) => {
          writeFileSync(path, bytes)
          await knownEndOf(() => readPlanFile(path))
        }),
      )
    })
  })

  it('is not carried out: nothing is written', async () => {
    await withPlanWorld(async ({ good, path, sync, writes }) => {
      const isSpoilt = (bytes: Buffer): boolean => {
        try {
          return JSON.stringify(JSON.parse(bytes.toString('utf8'))) !== JSON.stringify(good)
        } catch {
          return true
        }
      }

      await assertFor(
        'savedPlanRuns',
        fc.asyncProperty(spoiltPlans(good).filter(isSpoilt), async (bytes) => {
          writeFileSync(path, bytes)
          const code = await sync()

          expect([exitCode.failed, exitCode.usage]).toContain(code)
          expect(writes()).toEqual([])
        }),
      )
    })
  })
})
