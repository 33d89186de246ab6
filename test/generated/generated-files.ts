import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import prettier from 'prettier'

import { buildContactsSchema } from '../../src/access/import/contacts-schema.js'
import { buildPortalJsonSchema } from '../../src/access/portal/portal-json-schema.js'
import { renderCommandReference } from '../../src/cli/reference/command-reference.js'
import { renderConfigReference } from '../../src/cli/reference/config-reference.js'
import { renderGlossary } from '../../src/cli/reference/glossary-reference.js'
import { renderManPage } from '../../src/cli/reference/man-page.js'
import { renderFindingReference } from '../../src/cli/reference/finding-reference.js'
import { buildConfigJsonSchema, buildEmployerJsonSchema } from '../../src/config/schema/json-schema.js'
import { renderAppSteps } from '../../src/report/set-up/render-app-steps.js'
import { buildMappingJsonSchema } from '../../src/mapping/file/json-schema.js'
import { keptProfilesName, writeKeptProfiles } from '../../src/onboarding/profile/kept-profiles.js'
import { writeCurrentTables } from '../../src/state/sqlite/file/describe-schema.js'
import { shippedProfiles } from '../../src/onboarding/profile/load-profiles.js'
import { parseProfile } from '../../src/onboarding/profile/parse-profile.js'
import { buildProfileJsonSchema } from '../../src/onboarding/profile/profile-schema.js'

const keepShippedProfiles = (): string =>
  writeKeptProfiles(
    readdirSync(shippedProfiles)
      .filter((name) => name.endsWith('.yaml'))
      .toSorted()
      .map((name) => {
        const text = readFileSync(join(shippedProfiles, name), 'utf8')
        const parsed = parseProfile(text, name)
        if (!('profile' in parsed)) throw new Error(`${name} is not usable`)
        return { text, profile: parsed.profile }
      }),
  )

/** A document with its generated part anew. */
const withPart = (file: string, name: string, part: string): string => {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split(begin)
  const [, after = ''] = rest.split(end)
  return `${before}${begin}\n\n${part}\n\n${end}${after}`
}

const renderCurrentTables = (): string => {
  const tables = writeCurrentTables()
  if (/[\\`$]/.test(tables)) throw new Error('the tables hold a character that a template changes')
  return `/**
 * The tables of a new state file, as all migrations together leave them. Made from these by
 * \`npm run generate\`; to change a table, add a migration.
 */
export const currentTables = \`${tables}\`
`
}

const contents: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/commands.md': async () => withPart('docs/commands.md', 'commands', await renderCommandReference()),
  'docs/configuration.md': () => withPart('docs/configuration.md', 'keys', renderConfigReference()),
  'docs/glossary.md': () => withPart('docs/glossary.md', 'words', renderGlossary()),
  'docs/findings.md': () => withPart('docs/findings.md', 'findings', renderFindingReference()),
  'man/nmbrs-sync.1': renderManPage,
  'docs/nmbrs-rest.md': () => withPart('docs/nmbrs-rest.md', 'app-steps', renderAppSteps()),
  'config/nmbrs-sync.schema.json': () => JSON.stringify(buildConfigJsonSchema(), undefined, 2),
  'config/employer.schema.json': () => JSON.stringify(buildEmployerJsonSchema(), undefined, 2),
  'mappings/contacts.schema.json': () => JSON.stringify(buildContactsSchema(), undefined, 2),
  'mappings/portal.schema.json': () => JSON.stringify(buildPortalJsonSchema(), undefined, 2),
  'mappings/mapping.schema.json': () => JSON.stringify(buildMappingJsonSchema(), undefined, 2),
  'mappings/onboarding/profile.schema.json': () => JSON.stringify(buildProfileJsonSchema(), undefined, 2),
  'src/state/sqlite/migrations/current-tables.ts': renderCurrentTables,
  [`mappings/onboarding/${keptProfilesName}`]: keepShippedProfiles,
}

/** The files, or parts of files, that are made from the code, laid out as the formatter wants them. */
export const generatedFiles = (): Promise<[file: string, content: string][]> =>
  Promise.all(
    Object.entries(contents).map(async ([file, make]) => {
      // The formatter does not know the language of man pages.
      if (file.endsWith('.1')) return [file, await make()]
      const options = await prettier.resolveConfig(file)
      return [file, await prettier.format(await make(), { ...options, filepath: file })]
    }),
  )
