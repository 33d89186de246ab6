import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { readKeptProfiles } from '../../src/onboarding/profile/kept-profiles.js'
import { loadProfiles, shippedProfiles } from '../../src/onboarding/profile/load-profiles.js'
import { parseProfile } from '../../src/onboarding/profile/parse-profile.js'

const names = readdirSync(shippedProfiles)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
const textOf = (name: string): string => readFileSync(join(shippedProfiles, name), 'utf8')
const [first = ''] = names

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-profiles-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('the profiles that are kept parsed', () => {
  it.each(names)('has of %s what parsing it gives', async (name) => {
    const kept = (await readKeptProfiles(shippedProfiles))(textOf(name))

    const parsed = parseProfile(textOf(name), name)
    expect({ ...kept, file: name }).toEqual('profile' in parsed && parsed.profile)
  })

  it('has nothing of a text that differs in one letter', async () => {
    const keptOf = await readKeptProfiles(shippedProfiles)

    expect(keptOf(`${textOf(first)} `)).toBeUndefined()
  })

  it('has nothing where nothing was kept, or where the file is damaged', async () => {
    expect((await readKeptProfiles(folder))(textOf(first))).toBeUndefined()
    writeFileSync(join(folder, 'profiles.json'), '{"a')
    expect((await readKeptProfiles(folder))(textOf(first))).toBeUndefined()
  })
})

describe('loadProfiles', () => {
  it('gives a shipped profile as its file is now', async () => {
    writeFileSync(join(folder, first), textOf(first).replace(/^edition: .*$/m, 'edition: later'))

    const [profile] = await loadProfiles([folder], folder)

    expect(profile).toMatchObject({ edition: 'later', file: first })
  })

  it('names the line of an id that an unchanged copy of a shipped profile has too', async () => {
    writeFileSync(join(folder, 'copy.yaml'), textOf(first))
    const line = textOf(first)
      .split('\n')
      .findIndex((text) => text.startsWith('id:'))

    const error: unknown = await loadProfiles([shippedProfiles, folder], folder).catch(
      (thrown: unknown) => thrown,
    )

    expect(error).toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ file: 'copy.yaml', line: line + 1, key: 'id' }),
      ]) as unknown,
    })
  })
})
