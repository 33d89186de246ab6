import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import type { RehearsalJson } from '../../../src/report/cutover/rehearsal-text.js'
import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { scriptPrompts } from '../cli-world.js'
import { openCutoverWorld } from './cutover-world.js'

const openWorld = async (name = 'extdev-Proef') => {
  const world = await openCutoverWorld({ count: 4, mix: 'all-linked' })
  const { nmbrs } = world.sandbox
  nmbrs.store.changeCompany(1234, { name })
  world.configure((connection) => {
    Object.assign(connection.companies[0]!, { nmbrsCompanyName: 'extdev-Proef' })
  })
  return {
    ...world,
    nmbrs,
    writes: () =>
      nmbrs.calls.records.filter(({ operation }) => /^(?:create|update|delete)[A-Z]/.test(operation)).length,
  }
}

describe('cutover rehearse', () => {
  it.each(['Bedacht Bedrijf', 'Extdev-Proef', ' extdev-Proef', 'Proef extdev-'])(
    'refuses a company named %j in Nmbrs, whatever the configuration calls it',
    async (name) => {
      const world = await openWorld(name)
      world.goOver('rest')
      world.useCompany(toGuid('company', 1234))

      const end = await world.run('cutover rehearse --yes')

      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toContain('begins with extdev-')
      expect(world.writes()).toBe(0)
    },
  )

  it('writes nothing without a terminal and without --yes', async () => {
    const world = await openWorld()

    const end = await world.run('cutover rehearse')

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('cutover rehearse --yes')
    expect(world.writes()).toBe(0)
  })

  it('asks on a terminal, and takes no for an answer', async () => {
    const world = await openWorld()
    const prompts = scriptPrompts([false])

    const end = await world.run('cutover rehearse', { prompts })

    expect(end).toMatchObject({ code: 0, stdout: 'Nothing was written.\n' })
    expect(prompts.asked[0]).toContain('extdev-Proef')
    expect(world.writes()).toBe(0)
  })

  it.each([
    ['singleUse', 'changes'],
    ['sameToken', 'stays'],
    ['none', 'stays'],
  ] as const)(
    'prints what was found and keeps it in a file, with a refresh token that is %s',
    async (oauthRefreshToken, value) => {
      const world = await openWorld()
      Object.assign(world.nmbrs.switches, { oauthRefreshToken })

      const end = await world.run('cutover rehearse --yes --json --out known.json')
      const text = await world.run('cutover rehearse --yes')

      const document = JSON.parse(end.stdout) as RehearsalJson
      expect(end.code).toBe(0)
      expect(JSON.parse(readFileSync(join(world.folder, 'known.json'), 'utf8'))).toEqual(document)
      expect(document).toMatchObject({
        version: 1,
        host: world.nmbrs.host,
        company: { name: 'extdev-Proef' },
      })
      expect(document.rows).toHaveLength(38)
      expect(document.rows[20]).toMatchObject({ row: 21, result: 'partly', value })
      expect(document.people.leftBehind).toBe(0)
      expect(text.code).toBe(0)
      expect(text.stdout).toContain(`${document.people.created.length} are there from earlier rehearsals.`)
      expect(text.stdout).toContain('Not tried')
      expect(world.filesText()).not.toContain('rehearsal.example')
    },
  )
})
