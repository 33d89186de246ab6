import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * Of how many rows one is run: the whole by `npm run test:matrix`, more of it by `.ci/run` than by `npm
 * test`.
 */
const steps = { whole: 1, large: 3, sample: 24 } as const
/** The same for rows of which each takes seconds. */
const costlySteps: Record<keyof typeof steps, number> = { whole: 1, large: 12, sample: 160 }

const isPart = (text: string): text is keyof typeof steps => Object.hasOwn(steps, text)

const toPart = (text = 'sample'): keyof typeof steps => {
  if (isPart(text)) return text
  throw new Error(`NMBRS_SYNC_MATRIX is ${text}; it may be ${Object.keys(steps).join(', ')}`)
}

/**
 * The commit, so that the same sources always run the same sample; the version where they stand in no
 * repository.
 */
const findCommit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return readFileSync('package.json', 'utf8')
  }
}

let commit: string | undefined

/**
 * The rows of a matrix that are run: all of them, or every so many from a place that the commit and the
 * matrix's name decide, so that each row has its turn and no run depends on chance. Gives at least one.
 */
export const sampleOf = <Row>(
  name: string,
  rows: readonly Row[],
  part: string | undefined = process.env.NMBRS_SYNC_MATRIX,
  seed: string = (commit ??= findCommit()),
): Row[] => takeEvery(steps[toPart(part)], name, rows, seed)

/** Fewer of them: for rows that start a process, or of which there are thousands. */
export const fewOf = <Row>(
  name: string,
  rows: readonly Row[],
  part: string | undefined = process.env.NMBRS_SYNC_MATRIX,
  seed: string = (commit ??= findCommit()),
): Row[] => takeEvery(costlySteps[toPart(part)], name, rows, seed)

const takeEvery = <Row>(every: number, name: string, rows: readonly Row[], seed: string): Row[] => {
  const step = Math.min(every, rows.length)
  const first = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE(0) % Math.max(step, 1)
  return rows.filter((_, index) => index % step === first)
}

/** The numbers from 1 up to and with `last`. */
export const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

/**
 * How long a test may take that goes through a whole matrix, in milliseconds: a machine many times slower
 * makes it slower, not red.
 */
export const wholeMatrixTime = 3_600_000
