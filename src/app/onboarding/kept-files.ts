import { access, constants, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

import { ConfigError, findErrorCode } from '../../domain/errors.js'
import type { Language } from '../../domain/language/language.js'
import { frameDocument } from '../../domain/text/document-frame.js'
import type { OnboardingResult } from '../../onboarding/result/result.js'
import { toDossierCsv } from '../../report/onboarding/dossier-csv.js'
import { toPageHtml } from '../../report/kit/page/page-html.js'
import { toDossierPage } from '../../report/onboarding/dossier-page.js'
import { buildDossier } from '../../report/onboarding/dossier.js'
import { toOverviewCsv, toOverviewHtml } from '../../report/onboarding/overview/overview-documents.js'
import type { Overview } from '../../report/onboarding/overview/overview.js'
import type { Surroundings } from '../surroundings.js'
import { writeFileAtomically } from '../files/write-file-atomically.js'

/** Where a result is to be kept; what is left out is not written. */
export interface KeepFlags {
  /** A folder for the page and the spreadsheet. */
  dossier?: string
  /** A file for the document. */
  out?: string
}

/**
 * Makes sure before anything is asked of Nmbrs that what is found can be kept: the folder is made, and both
 * can be written to. Throws `ConfigError`.
 */
export const ensurePlaces = async (
  { cwd }: Pick<Surroundings, 'cwd'>,
  { dossier, out }: KeepFlags,
): Promise<void> => {
  if (dossier !== undefined) await ensureFolder(resolve(cwd, dossier), `--dossier ${dossier}`)
  if (out === undefined) return
  const file = resolve(cwd, out)
  await ensureFolder(dirname(file), `--out ${out}`)
  const found = await stat(file).catch(() => undefined)
  if (found?.isDirectory() === true) throw new ConfigError(`--out ${out} is a folder; name a file in it`)
}

const ensureFolder = async (folder: string, option: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (cause) {
    const code = findErrorCode(cause) ?? 'unwritable'
    throw new ConfigError(
      `${option} cannot be written (${code}); give a folder that this account may write to`,
      [],
      {
        cause,
      },
    )
  }
}

/** Writes what was asked for, readable by its owner only. Gives the files, as they were named. */
export const keepResult = async (
  result: OnboardingResult,
  { cwd }: Pick<Surroundings, 'cwd'>,
  { dossier, out, language }: KeepFlags & { language: Language },
): Promise<readonly string[]> => {
  const words = buildDossier(result, language)
  const name = nameDossier(result)
  const files: readonly (readonly [string, string])[] = [
    ...(dossier === undefined
      ? []
      : ([
          [join(dossier, `${name}.html`), toPageHtml(toDossierPage(words))],
          [join(dossier, `${name}.csv`), toDossierCsv(words)],
        ] as const)),
    ...(out === undefined
      ? []
      : ([[out, `${JSON.stringify(frameDocument(result), undefined, 2)}\n`]] as const)),
  ]
  for (const [file, text] of files) await writeFileAtomically(resolve(cwd, file), text)
  return files.map(([file]) => file)
}

/** Writes the table of who is ready, where a folder was asked for. Gives the files, as they were named. */
export const keepOverview = async (
  overview: Overview,
  profiles: readonly string[],
  { cwd }: Pick<Surroundings, 'cwd'>,
  { dossier }: KeepFlags,
): Promise<string[]> => {
  if (dossier === undefined) return []
  const name = join(dossier, [...profiles, 'all'].join('-'))
  const files = [
    [`${name}.html`, toOverviewHtml(overview)],
    [`${name}.csv`, toOverviewCsv(overview)],
  ] as const
  for (const [file, text] of files) await writeFileAtomically(resolve(cwd, file), text)
  return files.map(([file]) => file)
}

/** `asr-per-debtor-1234`: the same check of the same company has the same name. */
const nameDossier = ({ profiles, company }: OnboardingResult): string =>
  [...profiles.map(({ id }) => id), ...(company === null ? [] : [company.id])].join('-')

/** Larger than any result. */
const maxBytes = 5_000_000

/** The text of a kept result. Throws `ConfigError` when it cannot be read. */
export const readKept = async ({ cwd }: Pick<Surroundings, 'cwd'>, file: string): Promise<string> => {
  const path = resolve(cwd, file)
  try {
    const { size } = await stat(path)
    if (size <= maxBytes) return await readFile(path, 'utf8')
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read (${findErrorCode(cause) ?? 'unreadable'})`, [], { cause })
  }
  throw new ConfigError(`${file} is too large for a kept result`)
}
