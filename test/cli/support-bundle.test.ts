import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { describeConfig } from '../../src/app/support/describe-config.js'
import { openCliWorld, type CliWorld } from './cli-world.js'

interface Bundle {
  versions: { nmbrsSync: string; node: string }
  configuration: {
    failure: string | null
    problems: unknown[]
    files: { connections: Record<string, unknown>[] }[]
  }
  state: {
    isSound: boolean
    connections: { links: Record<string, number>; runs: Record<string, unknown>[] }[]
  } | null
}

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld('all-linked', 6)
})
afterAll(() => world.close())

/** Every text of a record that says something about a person. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.length < 6 ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('support bundle', () => {
  it('tells versions, settings, state and runs, and nothing about a person, an account or a secret', async () => {
    await world.run('plan')
    await world.run('sync --yes')
    const { code, stdout } = await world.run('support bundle')
    const text = readFileSync(join(world.folder, 'nmbrs-sync-support.json'), 'utf8')
    const bundle = JSON.parse(text) as Bundle

    expect(stdout).toContain('Written: nmbrs-sync-support.json')
    expect(code).toBe(0)
    expect(bundle.versions.node).toBe(process.version)
    expect(bundle.configuration).toMatchObject({ failure: null, problems: [] })
    expect(bundle.state).toMatchObject({ isSound: true, connections: [{ links: { connected: 6 } }] })
    expect(bundle.state?.connections[0]?.runs).toMatchObject([
      { mode: 'sync' },
      { mode: 'plan', result: 'ok' },
    ])
    const { employees, companies } = world.sandbox.alexis.data
    const personal = employees.flatMap(({ id, firstName, lastName, workEmail, bankAccount }) =>
      textsOf([id, `${firstName ?? ''} ${lastName ?? ''}`, workEmail, bankAccount?.iban]),
    )
    const account = [...companies.flatMap(textsOf), 'sandbox-token', '127.0.0.1']
    expect([...personal, ...account].filter((one) => one.length > 5 && text.includes(one))).toEqual([])
  })

  it('replaces no file', async () => {
    writeFileSync(join(world.folder, 'there.json'), 'mine')
    const { code, stderr } = await world.run('support bundle --out there.json')

    expect(code).toBe(2)
    expect(stderr).toContain('there.json is there already')
  })

  it('is made of a configuration that is not usable, and of none', async () => {
    writeFileSync(join(world.folder, 'wrong.yaml'), 'version: 1\nholdz: my-secret\n')
    const wrong = await world.run('support bundle --config wrong.yaml --json')
    const none = await world.run('support bundle --config none.yaml --json')

    expect([wrong.code, none.code]).toEqual([0, 0])
    expect(wrong.stdout).not.toContain('my-secret')
    const { configuration, state } = JSON.parse(wrong.stdout) as Bundle
    expect(configuration.failure).toBe('configuration')
    expect(configuration.problems).toContainEqual(expect.objectContaining({ key: 'holdz', line: 2 }))
    expect(state).toBeNull()
    expect(existsSync(join(world.folder, 'none.yaml'))).toBe(false)
  })
})

describe('the configuration in it', () => {
  it('shows numbers, switches, choices and names of variables, and leaves out what was typed', () => {
    const shown = describeConfig({
      version: '1',
      timezone: 'Europe/Amsterdam',
      defaults: { nmbrs: { token: 'a-literal-token', domain: '${DOMAIN}', maxCallsPerSecond: '20' } },
      connections: [
        {
          name: 'bakker',
          nmbrs: {
            api: 'soap',
            host: 'https://x.example',
            token: '${A}${B}',
            username: '${U:-me@x.example}',
          },
          scope: { active: 'true', employees: ['65f1c0ffee0000000000000a', '65f1c0ffee0000000000000b'] },
          holds: { bankAccountChange: 'always', releasers: '2' },
          schedule: { cron: '0 2 * * *' },
        },
        './employers/*.yaml',
      ],
      notices: { email: { to: ['ann@x.example'], port: '587' } },
    })

    expect(shown).toEqual({
      version: '1',
      timezone: 'Europe/Amsterdam',
      defaults: { nmbrs: { token: '[left out]', domain: '${DOMAIN}', maxCallsPerSecond: '20' } },
      connections: [
        {
          name: '[left out]',
          nmbrs: { api: 'soap', host: '[left out]', token: '[left out]', username: '[left out]' },
          scope: { active: 'true', employees: '[left out]: 2' },
          holds: { bankAccountChange: 'always', releasers: '2' },
          schedule: { cron: '0 2 * * *' },
        },
        '[left out]',
      ],
      notices: { email: { to: '[left out]: 1', port: '587' } },
    })
  })
})
