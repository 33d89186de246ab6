import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { describeSettings } from '../../src/config/describe-settings.js'
import { aMapping } from '../mapping/a-mapping.js'
import { configText, env, makeFolder, type Folder } from './a-config-folder.js'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
})

afterEach(() => folder.remove())

const settingsOf = async (
  text: string,
  rows: Record<string, string[]> = {},
  environment = env,
): Promise<ReadonlyMap<string, string>> => {
  await folder.write('config/nmbrs-sync.yaml', text)
  const { config } = await folder.load({ env: environment })
  return describeSettings(config.connections[0]!, config, aMapping(rows))
}

/** The paths whose texts differ, or that are on one side only. */
const differing = (left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] =>
  [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path))

describe('the settings of a connection', () => {
  it('are named by their paths, down to single values', async () => {
    const settings = await settingsOf(configText)

    expect(settings.get('nmbrs.maxCallsPerSecond')).toBe('100')
    expect(settings.get('thresholds.create.max')).toBe('10')
    expect(settings.get('timezone')).toBe('"Europe/Amsterdam"')
    expect(settings.has('mapping')).toBe(false)
  })

  it.each([
    ['a limit', `${configText}    thresholds: { salary: { max: 11 } }\n`, ['thresholds.salary']],
    ['a list', `${configText}    match: { autoLink: [] }\n`, ['match.rules']],
    ['the time zone', `timezone: Europe/Oslo\n${configText}`, ['timezone']],
  ])('differ in the path of %s that changed', async (_, text, paths) => {
    const changed = differing(await settingsOf(configText), await settingsOf(text))

    expect(changed.map((path) => paths.find((start) => path.startsWith(start)))).toEqual(
      changed.map(() => paths[0]),
    )
    expect(changed.length).toBeGreaterThan(0)
  })

  it('stay when only a check beside the sync changes', async () => {
    const checked = `${configText}    onboarding: [{ profiles: [asr], cron: 0 7 * * 1 }]\n`

    expect(differing(await settingsOf(configText), await settingsOf(checked))).toEqual([])
  })

  it('differ when a secret does', async () => {
    const before = await settingsOf(configText)
    const after = await settingsOf(configText, {}, { ...env, NMBRS_TOKEN: 'another-token-of-a-test' })

    expect(differing(before, after)).toEqual(['nmbrs.token'])
  })

  it('differ in the mapping row that changed', async () => {
    const row = (more: string): Record<string, string[]> => ({
      personalInfo: [`EmailWork: { from: employee.workEmail${more} }`],
    })

    const changed = differing(
      await settingsOf(configText, row('')),
      await settingsOf(configText, row(', onDrift: restore')),
    )

    expect(changed).toEqual(['mapping.personalInfo.EmailWork'])
  })
})
