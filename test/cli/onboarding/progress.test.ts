import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { DaemonEvent } from '../../../src/daemon/events.js'
import { createApplicationWatch } from '../../../src/app/daemon/watch-applications.js'
import { openWorkspace } from '../../../src/cli/open-workspace.js'
import { withReleases } from '../../../src/app/compose/releases.js'
import type { Io } from '../../../src/cli/io.js'
import type { OnboardingResult } from '../../../src/onboarding/result/result.js'
import { openCliWorld, today, type CliWorld } from '../cli-world.js'

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  writeFileSync(file, world.sandbox.configYaml(join(world.folder, 'data')))
  appendFileSync(file, '\nonboarding: { remindAfterDays: 7 }\n')
})
afterAll(() => world.close())

const at = (day: string) => ({ laterMs: Date.parse(day) - Date.parse(today) })
const company = (): string => String(world.sandbox.company.nmbrsId)
const steps = async (day: string): Promise<{ steps: string; result: OnboardingResult }> => {
  const { stdout } = await world.run('onboarding check asr --json', at(day))
  const result = JSON.parse(stdout) as OnboardingResult
  return { steps: result.steps.map(({ text }) => text.nl).join('\n'), result }
}

describe('what happens after an account is ready', () => {
  it('is recorded step by step, and the check goes on with the next one', async () => {
    const before = await steps('2026-11-01')
    const stateBefore = existsSync(join(world.folder, 'data', 'nmbrs-sync.db'))
    const sent = await world.run('onboarding sent asr', at('2026-11-02'))
    const waiting = await steps('2026-11-03')
    const late = await steps('2026-11-10')
    const status = await world.run('status', at('2026-11-10'))
    const shown = await world.run('onboarding progress', at('2026-11-10'))
    const confirmed = await world.run(
      'onboarding confirmed asr --first-exchange 2026-11-24',
      at('2026-11-11'),
    )
    const settled = await steps('2026-11-12')
    const done = await world.run('onboarding progress', at('2026-11-12'))

    expect(before.steps).toContain('lever de gevraagde gegevens aan')
    expect(before.steps).toContain(
      `nmbrs-sync onboarding sent asr-per-debtor --connection sandbox --company ${company()}`,
    )
    expect(before.result.progress).toMatchObject([{ consumer: 'a.s.r.', stage: 'not-sent' }])
    expect(stateBefore).toBe(false)
    expect(sent.stdout).toContain('sent in on 2 November 2026')
    expect(sent.stdout).toContain('a reminder comes on 9 November 2026')
    expect(waiting.steps).not.toContain('lever de gevraagde gegevens aan')
    expect(waiting.steps).toContain('Wacht op het bericht van a.s.r.')
    expect(waiting.steps).not.toContain('Vraag het na')
    expect(late.steps).toContain('Vraag het na bij a.s.r.: sinds 2 november 2026 kwam er geen bericht.')
    expect(status.stdout).toContain('Ask a.s.r.: nothing was heard since 2 November 2026.')
    expect(shown.code).toBe(3)
    expect(confirmed.stdout).toContain('confirmed on 11 November 2026\n  first exchange on 24 November 2026')
    expect(settled.steps).not.toContain('Wacht op het bericht')
    expect(done.code).toBe(0)
  })

  it('is checked by the daemon on the day of the first exchange, once, and reminded of when nothing comes', async () => {
    await world.run('onboarding exchange asr --on 2026-11-24', at('2026-11-12'))
    await world.run('onboarding sent asr-umbrella --on 2026-11-02', at('2026-11-12'))
    const events: DaemonEvent[] = []
    const look = (day: string): Promise<void> =>
      withReleases(async (releases) => {
        const workspace = await openWorkspace(toIo(day), {}, releases)
        await new Promise<void>((looked) => {
          createApplicationWatch({
            workspace: () => workspace,
            checks: () => [],
            onFault: () => () => undefined,
            tell: (event) => events.push(event),
            setTimer: () => {
              looked()
              return () => undefined
            },
            log: workspace.log,
          }).start()
        })
      })

    await look('2026-11-23')
    await look('2026-11-24')
    await look('2026-11-24')

    const checks = events.filter(({ type }) => type === 'account-checked')
    const silences = events.filter(({ type }) => type === 'consumer-silent')
    expect(checks).toMatchObject([
      {
        connection: 'sandbox',
        check: { companyId: company(), profiles: ['asr-per-debtor'], readiness: 'ready' },
      },
    ])
    expect(silences[0]).toMatchObject({
      application: {
        profile: 'asr-umbrella',
        consumer: 'a.s.r.',
        for: 'confirmation',
        since: '2026-11-02',
        days: 21,
      },
    })
    const shown = await world.run('onboarding progress', at('2026-11-25'))
    expect(shown.stdout).toContain('the account was checked for it on 24 November 2026')
  })

  it.each([
    ['onboarding exchange asr', 'Say the day of the first exchange with --on DATE'],
    ['onboarding sent asr --on 2027-01-01', 'The day it was handed in lies after today'],
    ['onboarding exchange asr --on 2026-10-01', 'would be before the facts were handed in'],
    ['onboarding sent nobody', 'There is no onboarding profile nobody'],
    ['onboarding sent asr --on soon', 'It must be a day like'],
  ])('refuses what cannot be: %s', async (command, why) => {
    const { code, stderr } = await world.run(command, at('2026-11-25'))

    expect(code).toBe(2)
    expect(stderr).toContain(why)
  })

  it('can be taken back, and goes on record with who did it', async () => {
    await world.run('onboarding sent asr-umbrella --undo --as jan', at('2026-11-25'))
    const { stdout } = await world.run('onboarding progress --json', at('2026-11-25'))
    const audit = await world.run('audit list', at('2026-11-25'))

    expect(stdout).not.toContain('asr-umbrella')
    expect(audit.stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /jan sandbox application at a consumer: sent, asr-umbrella taken back/,
    )
  })
})

const nowhere = { write: () => undefined, isTerminal: false, columns: 80 }

const toIo = (day: string): Io => ({
  stdout: nowhere,
  stderr: nowhere,
  prompts: undefined,
  env: { ...world.sandbox.env },
  cwd: world.folder,
  now: () => Date.parse(`${day}T09:00:00Z`),
  newRunId: () => 'run',
  interruption: new AbortController().signal,
  onSignal: () => () => undefined,
})
