import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'

import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCliWorld, today, type CliWorld } from './cli-world.js'

interface ConfigData {
  connections: Record<string, unknown>[]
}

let world: CliWorld
let other: Sandbox

/** A second employer beside the first, with accounts of its own. */
beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
  other = await startSandbox({ people: 3, seed: 9, today, mix: 'all-new' })
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  const config = parse(readFileSync(file, 'utf8')) as ConfigData
  const second = (parse(other.configYaml('data')) as ConfigData).connections[0]
  const companies = [
    {
      alexisCompanyId: other.company.alexisId,
      nmbrsCompanyId: 1235,
      nmbrsCompanyName: `${other.company.name} Holding`,
    },
  ]
  // Logins name companies too, and are not what is looked at here.
  config.connections.push({ ...second, name: 'second', companies, access: undefined })
  writeFileSync(file, stringify(config))
})
afterAll(async () => {
  await other.close()
  await world.close()
})

describe('with several connections', () => {
  it('plan goes through all of them in turn, under a table with a line for each', async () => {
    const { code, stdout } = await world.run('plan')

    expect(stdout).toMatch(/^connection +to send +held[\s\S]+Plan for second/)
    expect(stdout).toMatch(/^2 connections +\d+ /m)
    expect(code).toBe(0)
  })

  it.each([
    ['status', ['connected', 'not connected', 'to send', 'held', 'blocked', 'last run']],
    ['holds', ['waiting', 'people', 'released', 'since']],
    ['runs', ['last run', 'mode', 'result']],
    ['drift', ['people', 'values']],
    ['worklist', ['people', 'tasks']],
    ['access status', ['portal', 'with login', 'without', 'left, active']],
    ["plan --connection 's*'", ['to send', 'held', 'blocked', 'not connected', 'result']],
    ['status --connection second --connection sandbox', ['connected', 'not connected']],
  ])('%s begins with a table, and gives one document', async (commandLine, columns) => {
    const { code, stdout } = await world.run(commandLine.replaceAll("'", ''))
    const { stdout: json } = await world.run(`${commandLine.replaceAll("'", '')} --json`)

    const [head = ''] = stdout.split('\n')
    expect(head.split(/ {2,}/).slice(0, columns.length + 1)).toEqual(['connection', ...columns])
    expect(stdout).toMatch(/^sandbox\b/m)
    const { connections } = JSON.parse(json) as {
      connections: { connection?: string; run?: { connection: string } }[]
    }
    expect(connections.map((one) => one.connection ?? one.run?.connection)).toEqual(['sandbox', 'second'])
    expect([0, 3]).toContain(code)
  })

  it('one that is named alone has its own text and its own document', async () => {
    const { stdout } = await world.run('status --connection second')
    const { stdout: json } = await world.run('status --connection second --json')

    expect(stdout).toMatch(/^Not connected/)
    expect(JSON.parse(json)).toMatchObject({ connection: 'second' })
  })

  it.each(['plan --out x.plan', 'plan --employee a', 'explain a', 'disconnect a', 'worklist --csv x.csv'])(
    '%s wants to know which one, and names the choices',
    async (commandLine) => {
      const { code, stdout, stderr } = await world.run(commandLine)

      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toContain('--connection NAME: sandbox, second')
    },
  )

  it('names the choices when there is no such connection', async () => {
    const { code, stderr } = await world.run('plan --connection third')

    expect(code).toBe(2)
    expect(stderr).toContain('There is no connection third; there is: sandbox, second')
  })

  it('takes the connection of a saved plan from the plan', async () => {
    await world.run('plan --connection second --out second.plan')

    const { code, stdout } = await world.run('sync --yes --plan second.plan')

    expect(code).toBe(0)
    expect(stdout).toContain('Sync of second')
    expect(other.nmbrs.store.employeesOf(1235)).toHaveLength(3)
  })

  it('goes on with the next one after a failure, which is the exit code', async () => {
    world.sandbox.alexis.faults.add({ kind: 'status', status: 403, repeats: 9 })

    const { code, stdout, stderr } = await world.run('sync --yes')

    expect(code).toBe(1)
    expect(stderr).toContain('error')
    expect(stdout).toContain('Sync of second')
    expect(stdout).toMatch(
      /^connection +sent[\s\S]+^sandbox +failed[\s\S]+^second [\s\S]+^sandbox .*AlexisHR/m,
    )
  })
})
