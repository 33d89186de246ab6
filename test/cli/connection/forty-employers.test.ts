import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'

import { openCliWorld, type CliWorld } from '../cli-world.js'

type Text = Record<string, unknown>

let world: CliWorld
const names = Array.from({ length: 40 }, (_, index) => `klant-${String(index + 1).padStart(2, '0')}`)

/** One account sees one company here: the others are named as if they were there, which a test finds out. */
beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  const config = parse(readFileSync(file, 'utf8')) as { connections: Text[] }
  const [first] = config.connections
  if (first === undefined) throw new Error('no connection')
  const { companies, ...common } = first as { companies: Text[] }
  mkdirSync(join(world.folder, 'config', 'employers'))
  names.forEach((name, index) => {
    const other = {
      nmbrsCompanyId: 20_000 + index,
      alexisCompanyId: `65f1c0ffee${String(index).padStart(14, '0')}`,
    }
    const own = companies.map((one) => (index === 0 ? one : { ...one, ...other }))
    writeFileSync(join(world.folder, 'config', 'employers', `${name}.yaml`), stringify({ companies: own }))
  })
  const defaults = { ...common, name: undefined, access: undefined }
  writeFileSync(file, stringify({ ...config, defaults, connections: ['./employers/*.yaml'] }))
})
afterAll(() => world.close())

interface Tested {
  ok: boolean
  connections: {
    connection: string
    ok: boolean
    alexis: string
    nmbrs: string
    companies: string
    rights: string
    checks: { check: string; status: string; remedy: string | null }[]
  }[]
}

describe('40 employers', () => {
  it('are tested in one overview, with what is wrong under it', async () => {
    const { code, stdout } = await world.run('connection test')

    const rows = stdout.split('\n').filter((line) => /^klant-\d\d /.test(line))
    expect(code).toBe(1)
    expect(rows).toHaveLength(40)
    expect(rows[0]).toMatch(/^klant-01 +ok +ok +ok +ok/)
    expect(rows[1]).toMatch(/^klant-02 +ok +ok +no/)
    expect(stdout).toMatch(/\nklant-02\n[\s\S]+Next: /)
    expect(stdout).toContain('1 of 40 connections work.')
    for (const line of rows) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each(['holds', 'runs', 'status'])('stand in one overview of 80 columns: %s', async (line) => {
    // Lists of the state want a state file, which the first plan makes.
    if (line === 'holds') await world.run('plan --connection klant-01')
    const { stdout } = await world.run(line, { isTerminal: true, columns: 80 })

    const lines = stdout.split('\n').map(stripVTControlCharacters)
    for (const name of names) expect(lines.some((one) => one.startsWith(name))).toBe(true)
    expect(lines.filter((one) => one.length > 80)).toEqual([])
  })

  it('are tested in one document, those that are named', async () => {
    const all = await world.run('connection test --json --connection klant-0*')
    const one = await world.run('connection test --json --connection klant-01')

    const document = JSON.parse(all.stdout) as Tested
    expect([all.code, one.code]).toEqual([1, 0])
    expect(document.ok).toBe(false)
    expect(document.connections.map(({ connection }) => connection)).toEqual(names.slice(0, 9))
    expect(document.connections[0]).toMatchObject({ ok: true, alexis: 'ok', nmbrs: 'ok', companies: 'ok' })
    expect(document.connections[1]).toMatchObject({ ok: false, alexis: 'ok', nmbrs: 'ok', companies: 'fail' })
    expect(JSON.parse(one.stdout)).toMatchObject({ ok: true, connections: [{ connection: 'klant-01' }] })
  })

  it('say apart that a remote does not let a connection in', async () => {
    world.sandbox.alexis.faults.add({ kind: 'status', status: 401, repeats: 9 })

    const { code, stdout } = await world.run('connection test --json --connection klant-01')

    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ connections: [{ ok: false, alexis: 'fail', nmbrs: 'ok' }] })
  })
})

describe('an onboarding check of several employers', () => {
  it('has one table of who is ready, each by name, and one document', async () => {
    const check = 'onboarding check nmbrs-sync --connection klant-0*'
    const text = await world.run(check)
    const json = await world.run(`${check} --json`)

    const document = JSON.parse(json.stdout) as {
      readiness: string
      companies: { id: string; readiness: string }[]
      results: { connection: string }[]
    }
    expect(text.stdout).toMatch(/^Who is ready: /)
    expect(document.results.map(({ connection }) => connection)).toEqual(names.slice(0, 9))
    expect(document.companies).toHaveLength(9)
    const code = { ready: 0, 'not-ready': 3, 'could-not-check': 1 }[document.readiness]
    expect([text.code, json.code]).toEqual([code, code])
  })
})
