import { readFile, rm } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'

import { isMap, isScalar, isSeq, parseDocument, stringify, type Document } from 'yaml'

import { findInstallation, type ConfigNames } from '../../config/installation.js'
import { toLiteral } from '../../config/environment/interpolate.js'
import { connectionNameText } from '../../config/schema/checks.js'
import { loadConfig } from '../../config/load-config.js'
import { isThere } from '../../config/checks/same-place.js'
import { ConfigError } from '../../domain/errors.js'
import { findAt, isRecord } from '../../yaml/key-path.js'
import { parseYaml } from '../../yaml/parse-yaml.js'
import { writeFileAtomically } from '../files/write-file-atomically.js'
import type { Employer } from './employer-list.js'

/** Where employers are added, and what they take over. */
export interface AddEmployers {
  names: ConfigNames
  /**
   * A connection whose accounts, limits and rules each of them gets; `undefined`: the defaults have what is
   * needed.
   */
  like: string | undefined
}

export interface AddedEmployers {
  /** The files that were written, absolute. */
  files: readonly string[]
  /** The configuration, absolute. */
  configFile: string
  /** The pattern that was added to `connections` of the configuration, which was not there before. */
  addedPattern: string | undefined
}

const usualPattern = './employers/*.yaml'

/**
 * Writes a file for each employer where the configuration looks for such files, and makes it look there when
 * it does not yet. All of them are usable together, or nothing is changed: throws `ConfigError` with what is
 * wrong.
 */
export const addEmployers = async (
  { names, like }: AddEmployers,
  employers: readonly Employer[],
): Promise<AddedEmployers> => {
  const { file: configFile, base } = await findInstallation(names)
  const text = await readConfigText(configFile)
  const document = parseDocument(text)
  const pattern = findPattern(document)
  // A configuration may name a folder in which there is nothing yet, and is not usable before there is.
  const employerFiles = await loadConfig(names).then(
    (loaded) => loaded.employerFiles,
    () => [],
  )
  const folder = toFolder(pattern ?? usualPattern, { base, configFile, employerFiles })
  const shared = like === undefined ? {} : await readSettings(like, text, employerFiles)
  const files = await chooseFiles(folder, employers)
  try {
    for (const [index, { companies }] of employers.entries())
      await writeFileAtomically(files[index] ?? '', toEmployerText({ ...shared, companies }))
    if (pattern === undefined) await writeFileAtomically(configFile, withPattern(document))
    await loadConfig(names)
  } catch (error) {
    for (const file of files) await rm(file, { force: true })
    if (pattern === undefined) await writeFileAtomically(configFile, text)
    if (!(error instanceof ConfigError)) throw error
    throw new ConfigError('Nothing was added: with it the configuration would not be usable', error.problems)
  }
  return { files, configFile, addedPattern: pattern === undefined ? usualPattern : undefined }
}

const readConfigText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read (to make one: nmbrs-sync init)`, [], { cause })
  }
}

/** A file of its own for each. Throws `ConfigError` for an impossible name, or one whose file exists. */
const chooseFiles = async (folder: string, employers: readonly Employer[]): Promise<readonly string[]> => {
  const files: string[] = []
  for (const { name } of employers) {
    if (!connectionNameText.safeParse(name).success)
      throw new ConfigError(
        `${name} is not a name of a connection: small letters, digits and dashes, at most 40`,
      )
    const file = resolve(folder, `${name}.yaml`)
    if (await isThere(file))
      throw new ConfigError(`${file} is there already. Change it, or choose another name`)
    files.push(file)
  }
  return files
}

const toEmployerText = ({
  companies,
  ...shared
}: Record<string, unknown> & Pick<Employer, 'companies'>): string =>
  stringify({
    ...shared,
    companies: companies.map((one) => ({
      ...one,
      nmbrsCompanyName: toLiteral(one.nmbrsCompanyName),
    })),
  })

/** The first entry that names all YAML files of a folder. */
const findPattern = (document: Document): string | undefined => {
  const list = document.get('connections')
  const entries = isSeq(list) ? list.items.map((item) => (isScalar(item) ? item.value : undefined)) : []
  return entries.find(
    (entry): entry is string => typeof entry === 'string' && /^\*\.ya?ml$/.test(basename(entry)),
  )
}

/** Where files of the pattern are, or go when there are none yet. */
const toFolder = (
  pattern: string,
  { base, configFile, employerFiles }: { base: string; configFile: string; employerFiles: readonly string[] },
): string => {
  const beside = resolve(dirname(configFile), dirname(pattern))
  return employerFiles.some((one) => dirname(one) === beside) ? beside : resolve(base, dirname(pattern))
}

/** The configuration with the usual pattern at the end of its connections; comments stay. */
const withPattern = (document: Document): string => {
  const list = document.get('connections')
  if (!isMap(document.contents) || !isSeq(list))
    throw new ConfigError('The configuration has no list of connections to add to', [], {
      remedy: 'nmbrs-sync config check',
    })
  list.add(usualPattern)
  return document.toString({ lineWidth: 0 })
}

/** What is about the people and companies of one employer. */
const ofItsOwn = new Set(['name', 'companies', 'scope', 'access', 'onboarding'])

/**
 * The settings of a connection as they are written, with their placeholders. Throws `ConfigError` when there
 * is no such connection.
 */
const readSettings = async (
  like: string,
  text: string,
  employerFiles: readonly string[],
): Promise<Readonly<Record<string, unknown>>> => {
  const inMain = entriesOfMain(parse(text))
  const files = await Promise.all(
    employerFiles.map(
      async (file) => [basename(file).replace(/\.ya?ml$/, ''), parse(await readFile(file, 'utf8'))] as const,
    ),
  )
  const inFiles = files.map(([name, data]): [unknown, unknown] => [findAt(data, ['name']) ?? name, data])
  const found = [...inMain, ...inFiles].find(([name]) => name === like)?.[1]
  if (!isRecord(found)) {
    const names = [...inMain, ...inFiles].map(([name]) => String(name)).join(', ')
    throw new ConfigError(`There is no connection ${like}; there is: ${names}`)
  }
  return Object.fromEntries(Object.entries(found).filter(([key]) => !ofItsOwn.has(key)))
}

const entriesOfMain = (data: unknown): [unknown, unknown][] => {
  const list = findAt(data, ['connections'])
  return Array.isArray(list) ? list.map((entry: unknown) => [findAt(entry, ['name']), entry]) : []
}

const parse = (text: string): unknown => {
  const yaml = parseYaml(text, '')
  return 'data' in yaml ? yaml.data : undefined
}
