import { ConfigError, type Problem } from '../../../domain/errors.js'
import { loadMapping } from '../../../mapping/file/load-mapping.js'
import { buildProblemList } from '../../../report/kit/problem-list.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../shell.js'
import { shortenPath } from '../../../app/files/shorten-path.js'

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

/** Prints what a check of files found. A warning does not fail it. */
export const printFileCheck = (
  io: Io,
  flags: { json?: boolean },
  { files, problems }: { files: readonly string[]; problems: readonly Problem[] },
): ExitCode => {
  const ok = problems.every(({ severity }) => severity !== 'error')
  const shown = [...new Set(files)].map((file) => shortenPath(io.cwd, file))
  if (flags.json === true) printJson(io, { ok, files: shown, problems })
  else {
    const verdict = ok ? `Fine: ${shown.join(', ')}` : 'Not usable until every error above is corrected'
    const lines = [...buildProblemList(problems, lookOf(io.stdout, io.env)), verdict]
    io.stdout.write(lines.map((line) => `${line}\n`).join(''))
  }
  return ok ? exitCode.done : exitCode.usage
}
