import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Profile } from './profile.js'

/** A profile without the name of its file, which depends on where the program is. */
export type KeptProfile = Omit<Profile, 'file'>

/**
 * Beside the profiles that come with the program: what they say, by a digest of their text. Parsing them all
 * takes longer than the rest of a command.
 */
export const keptProfilesName = 'profiles.json'

/** Finds what a text was parsed to when the program was built; nothing for any other text. */
export const readKeptProfiles = async (
  folder: string,
): Promise<(text: string) => KeptProfile | undefined> => {
  const kept = await readKept(join(folder, keptProfilesName))
  return (text) => kept[toDigest(text)]
}

/** The content of that file. */
export const writeKeptProfiles = (profiles: readonly { text: string; profile: Profile }[]): string =>
  JSON.stringify(
    Object.fromEntries(
      profiles.map(({ text, profile }) => [toDigest(text), { ...profile, file: undefined }]),
    ),
  )

const readKept = async (file: string): Promise<Readonly<Record<string, KeptProfile>>> => {
  try {
    // Written by `npm run generate` from parsed profiles; a test compares it with them.
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, KeptProfile>
  } catch {
    // It only saves time.
    return {}
  }
}

const toDigest = (text: string): string => createHash('sha256').update(text).digest('hex')
