import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { ConfigError, type Problem } from '../../domain/errors.js'
import { packageRoot } from '../../package-root.js'
import { decodeText } from '../../yaml/decode-text.js'
import { readOrExplain } from '../../yaml/read-or-explain.js'
import { readKeptProfiles } from './kept-profiles.js'
import type { ParsedProfile } from './parse-profile.js'
import type { Profile } from './profile.js'
import { areApart, findClashes } from './profile-set.js'

/** The profiles that come with this program. */
export const shippedProfiles = join(packageRoot, 'mappings/onboarding')

/**
 * Reads every profile (`*.yaml`, `*.yml`) of the folders, in the order of the folders and of the file names.
 * Throws `ConfigError` with everything that is wrong in any of them: an id that stands twice too. `cwd` is
 * what file names are shown from.
 */
export const loadProfiles = async (folders: readonly string[], cwd: string): Promise<readonly Profile[]> => {
  const texts: ProfileText[] = []
  for (const file of await listFiles(folders, cwd))
    texts.push({ text: await readText(file, cwd), file: shown(file, cwd) })
  return (await takeKept(texts)) ?? parseAll(texts)
}

interface ProfileText {
  text: string
  file: string
}

/**
 * The profiles without parsing them; `undefined` when a file is another one than was kept, or they do not go
 * together.
 */
const takeKept = async (texts: readonly ProfileText[]): Promise<readonly Profile[] | undefined> => {
  const keptOf = await readKeptProfiles(shippedProfiles)
  const profiles = texts.flatMap(({ text, file }) => {
    const kept = keptOf(text)
    return kept === undefined ? [] : [{ ...kept, file }]
  })
  return profiles.length === texts.length && areApart(profiles) ? profiles : undefined
}

/** Reads them all, offline. */
const remedy = 'nmbrs-sync onboarding list'

const parseAll = async (texts: readonly ProfileText[]): Promise<readonly Profile[]> => {
  const { parseProfile } = await import('./parse-profile.js')
  const parsed: ParsedProfile[] = []
  const problems: Problem[] = []
  for (const { text, file } of texts) {
    const result = parseProfile(text, file)
    if ('profile' in result) parsed.push(result)
    else problems.push(...result.problems)
  }
  problems.push(...findClashes(parsed))
  if (problems.length > 0)
    throw new ConfigError('The onboarding profiles are not usable', problems, { remedy })
  return parsed.map(({ profile }) => profile)
}

const shown = (file: string, cwd: string): string => {
  const short = relative(cwd, file)
  return short === '' || short.startsWith('..') ? file : short
}

const listFiles = async (folders: readonly string[], cwd: string): Promise<string[]> => {
  const files: string[] = []
  // The same folder given twice is no mistake worth a message.
  for (const folder of new Set(folders)) {
    const names = await orExplain(readdir(folder), shown(folder, cwd), 'a readable folder')
    files.push(
      ...names
        .filter(isProfileName)
        .toSorted()
        .map((name) => join(folder, name)),
    )
  }
  return files
}

const isProfileName = (name: string): boolean => /^[^.].*\.ya?ml$/i.test(name)

const readText = (file: string, cwd: string): Promise<string> =>
  orExplain(readFile(file).then(decodeText), shown(file, cwd), 'a readable file')

const orExplain = <Result>(reading: Promise<Result>, file: string, expected: string): Promise<Result> =>
  readOrExplain(reading, { message: 'The onboarding profiles cannot be read', file, expected, remedy })
