import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { fingerprintConfig } from '../../src/config/config-fingerprint.js'
import { aMapping } from '../mapping/a-mapping.js'
import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
})

afterEach(() => folder.remove())

const fingerprint = async (text: string, rows: Record<string, string[]> = {}): Promise<string> => {
  await folder.write('config/nmbrs-sync.yaml', text)
  const { config } = await folder.load()
  return fingerprintConfig(config.connections[0]!, aMapping(rows))
}

describe('the fingerprint of a connection', () => {
  it('holds no secret and no user name', async () => {
    const print = await fingerprint(configText)

    for (const secret of [env.ALEXIS_TOKEN, env.NMBRS_TOKEN, env.NMBRS_USERNAME])
      expect(print).not.toContain(secret)
  })

  it('stays when only layout, pace or paths change', async () => {
    const other = configText
      .replace('name: acme', 'name:   acme # ours')
      .replace('nmbrs:\n', 'nmbrs:\n      maxCallsPerSecond: 5\n')

    expect(await fingerprint(`timezone: Europe/Oslo\n${other}`)).toBe(await fingerprint(configText))
  })

  it.each([
    ['the company', configText.replace('1234', '1235')],
    ['the name of the company', configText.replace('Acme B.V.', 'Acme BV')],
    ['the limits', `${configText}    thresholds: { create: { max: 11 } }\n`],
    ['the scope', `${configText}    scope: { active: false }\n`],
    ['the rules', `${configText}    match: { autoLink: [] }\n`],
    ['the host', configText.replace('nmbrs:\n', 'nmbrs:\n      host: https://api.nmbrs.se\n')],
  ])('changes with %s', async (_, text) => {
    expect(await fingerprint(text)).not.toBe(await fingerprint(configText))
  })

  it('changes with the mapping', async () => {
    const rows = { personalInfo: ['EmailWork: { from: employee.workEmail }'] }

    expect(await fingerprint(configText, rows)).not.toBe(await fingerprint(configText))
  })
})
