import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'

import { openCliWorld, type CliWorld } from './cli-world.js'

let world: CliWorld
beforeEach(async () => {
  world = await openCliWorld({ newHire: 0 }, 2)
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  const config = parse(readFileSync(file, 'utf8')) as { connections: Record<string, unknown>[] }
  Object.assign(config.connections[0] ?? {}, {
    access: {
      portals: {
        'akken-ess': {
          permissionSets: { Flex: { timesheets: true } },
          otherwise: { template: 'Flex' },
          creation: 'single',
          companyId: 'BEDACHT42',
          delivery: { worklist: { folder: './data/logins' } },
        },
      },
    },
  })
  writeFileSync(file, stringify(config))
})
afterEach(() => world.close())

/** An hour after the logins were handed over. */
const later = { laterMs: 3_600_000 }

interface Status {
  portals: { people: { subject: string; loginData: { sent: { way: string } | null; due: boolean } }[] }[]
}
const statusOf = async (): Promise<Status['portals'][number]['people']> =>
  (JSON.parse((await world.run('access status --json')).stdout) as Status).portals[0]?.people ?? []

describe('access letters', () => {
  it('writes a sheet for each person, notes that it was sent, and keeps no password', async () => {
    const sync = JSON.parse((await world.run('access sync --json')).stdout) as {
      portals: { handOvers: { handOver: string }[] }[]
    }
    await world.run('access worklist --passwords p.csv')
    await world.run(`access confirm ${sync.portals[0]?.handOvers[0]?.handOver ?? ''}`)
    const before = await statusOf()

    const { code, stdout } = await world.run('access letters p.csv --print letters.html', later)
    const again = await world.run('access letters p.csv --print more.html', later)

    const html = readFileSync(join(world.folder, 'letters.html'), 'utf8')
    const passwords = readFileSync(join(world.folder, 'p.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(';').at(-1)?.replaceAll('"', '') ?? '')
    const state = readFileSync(join(world.folder, 'data', 'nmbrs-sync.db'), 'latin1')
    expect(before.map(({ loginData }) => loginData)).toEqual([
      { sent: null, due: true },
      { sent: null, due: true },
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('2 letters')
    expect(statSync(join(world.folder, 'letters.html')).mode & 0o077).toBe(0)
    expect(passwords).toHaveLength(2)
    for (const password of passwords) {
      expect(html).toContain(password.replaceAll('&', '&amp;'))
      expect([state.includes(password), stdout.includes(password)]).toEqual([false, false])
    }
    expect(html).toContain('BEDACHT42')
    expect(again.stdout).toContain('Sent before, and passed over')
    expect((await statusOf()).every(({ loginData }) => loginData.sent?.way === 'paper')).toBe(true)
    expect((await world.run('audit list')).stdout).toContain('login data sent')
  })
})
