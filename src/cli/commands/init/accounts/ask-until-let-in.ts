import { AuthError, RemoteError } from '../../../../domain/errors.js'
import { joinSentences } from '../../../../domain/language/join-sentences.js'
import type { Prompts } from '../../../terminal/prompts.js'

/** What is asked with. `tell` says how a test went. */
export interface Asking {
  prompts: Prompts
  tell: (line: string) => void
}

/** A consent that nothing keeps yet: it would go on at Nmbrs without anyone knowing. */
export interface HeldConsent {
  giveBack?: (() => Promise<void>) | undefined
}

/** Answers that are asked for together. */
export interface Step<Answers> {
  /** As it stands in the list of what can be asked again. */
  label: string
  /** Throws `AuthError` and `RemoteError` where it touches a remote. */
  ask: (known: Partial<Answers>) => Promise<Partial<Answers>>
  /** What has to be asked again when this changes. */
  entails?: readonly string[]
}

/** An account that is asked for step by step, and then tried out. */
export interface Account<Answers, Company> {
  /** Whose account it is, at the beginning of what went wrong. */
  name: string
  /** In the order of asking. */
  steps: Readonly<Record<string, Step<Answers>>>
  /** The companies that it sees. Throws `AuthError` and `RemoteError`. */
  tryOut: (answers: Answers) => Promise<readonly Company[]>
  /**
   * Which steps an error of this code is sure to come from; none where no one can tell. `said`: what to do,
   * where the error says it for another place.
   */
  blame: (code: string) => { steps: readonly string[]; said?: string } | undefined
}

/**
 * Asks until the login works. What went wrong is said, and the answer that it came from is asked for
 * again; where the same goes wrong twice or no one can tell which answer it was, the person says. Only they
 * can give up.
 */
export const askUntilLetIn = async <Answers, Company>(
  { prompts, tell }: Asking,
  account: Account<Answers, Company>,
): Promise<Answers & { companies: readonly Company[] }> => {
  const { name, steps, tryOut, blame } = account
  let answers: Partial<Answers> = {}
  let due: readonly string[] = Object.keys(steps)
  let before: string | undefined
  for (;;) {
    try {
      for (let [next] = due; next !== undefined; [next] = due) {
        answers = { ...answers, ...(await steps[next]?.ask(answers)) }
        due = due.slice(1)
      }
      // Every step has been asked.
      const whole = answers as Answers
      tell(`Asking ${name} for its companies …`)
      const companies = await tryOut(whole)
      if (companies.length > 0) return { ...whole, companies }
      tell(`${name} lets this account in but shows it no company.`)
      due = await chooseSteps(prompts, account)
    } catch (error) {
      const { code, remedy } = toFacts(error)
      const blamed = blame(code)
      tell(toLine(name, error, blamed?.said ?? remedy))
      const isClear = blamed !== undefined && code !== before
      before = code
      due = isClear ? withEntailed(blamed.steps, steps) : await chooseSteps(prompts, account)
    }
  }
}

const toFacts = (error: unknown): { code: string; remedy: string } => {
  if (error instanceof AuthError) return error
  if (error instanceof RemoteError) return error.facts
  throw error
}

/** Most messages begin with the name, which stands in front already. */
const beginsWith = /^(\S+?)[,:]? /

const toLine = (name: string, error: unknown, remedy: string): string => {
  const message = error instanceof Error ? error.message : ''
  const rest = beginsWith.exec(message)
  const said = rest?.[1] === name ? message.slice(rest[0].length) : message
  return `${name}: ${joinSentences(said, remedy)}`
}

const chooseSteps = async <Answers, Company>(
  prompts: Prompts,
  { steps }: Account<Answers, Company>,
): Promise<readonly string[]> => {
  const chosen = await prompts.choose<string | undefined>('What shall be asked again?', [
    ...Object.entries(steps)
      .map(([value, { label }]) => ({ value, label }))
      .reverse(),
    { value: undefined, label: 'nothing; try again' },
  ])
  return chosen === undefined ? [] : withEntailed([chosen], steps)
}

/** The steps, and those that have to follow, in the order of asking. */
const withEntailed = <Answers>(
  chosen: readonly string[],
  steps: Readonly<Record<string, Step<Answers>>>,
): readonly string[] => {
  const all = new Set(chosen.flatMap((each) => [each, ...(steps[each]?.entails ?? [])]))
  return Object.keys(steps).filter((each) => all.has(each))
}
