import { ConfigError, type Problem } from '../../../domain/errors.js'
import { loadMapping } from '../../../mapping/file/load-mapping.js'
import { buildProblemList } from '../../../report/kit/problem-list.js'
import { runTexts } from '../../../report/sync/texts/run-texts.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import { shortenPath } from '../../../config/shorten-path.js'

/** The problems that an attempt to load something finds; an error that is not about a file goes on. */
export const collectProblems = async (
  load: () => Promise<readonly Problem[]>,
): Promise<readonly Problem[]> => {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof ConfigError) || error.problems.length === 0) throw error
    return error.problems
  }
}

/** The problems of mapping files, each file once. */
export const checkMappings = async (files: readonly string[]): Promise<Problem[]> => {
  const problems: Problem[] = []
  for (const file of new Set(files)) {
    problems.push(
      ...(await collectProblems(async () => {
        await loadMapping(file)
        return []
      })),
    )
  }
  return problems
}

/** The mapped fields of a connection that its transport has no place for. */
export interface NotCarried {
  connection: string
  file: string
  fields: readonly string[]
}

interface FileCheck {
  files: readonly string[]
  problems: readonly Problem[]
  /** Left out where it was not asked for. */
  notCarried?: readonly NotCarried[]
  /** After how many days people who left are forgotten; left out: never. */
  forgetAfterDays?: number | undefined
}

/** Prints what a check of files found. A warning does not fail it, nor does a field that is left out. */
export const printFileCheck = (io: Io, flags: { json?: boolean }, check: FileCheck): ExitCode => {
  const { files, problems, forgetAfterDays } = check
  const ok = problems.every(({ severity }) => severity !== 'error')
  const shown = [...new Set(files)].map((file) => shortenPath(io.cwd, file))
  const notCarried = check.notCarried?.map((one) => ({ ...one, file: shortenPath(io.cwd, one.file) }))
  if (flags.json === true)
    printJson(io, {
      ok,
      files: shown,
      problems,
      ...(notCarried === undefined ? {} : { notCarried }),
      ...(forgetAfterDays === undefined ? {} : { forgetAfterDays }),
    })
  else {
    const verdict = ok
      ? `No problems found: ${shown.join(', ')}`
      : 'Not usable until every error above is corrected'
    const list = buildProblemList(problems, lookOf(io.stdout, io.env))
    const lines = [
      ...list,
      verdict,
      ...(notCarried ?? []).map(sayNotCarried),
      ...sayForgetting(forgetAfterDays),
    ]
    io.stdout.write(lines.map((line) => `${line}\n`).join(''))
  }
  return ok ? exitCode.done : exitCode.usage
}

const sayNotCarried = ({ connection, file, fields }: NotCarried): string =>
  `${file}, connection ${connection}: ${runTexts.en.notCarried(fields.join(', '))}`

const sayForgetting = (afterDays: number | undefined): string[] =>
  afterDays === undefined
    ? []
    : [
        `People are forgotten ${afterDays} ${afterDays === 1 ? 'day' : 'days'} after their employment ended on both sides. See who is due: nmbrs-sync state forget --due`,
      ]
