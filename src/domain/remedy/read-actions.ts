import { toAction, type Action } from './action.js'
import { nextCommands, takenBy, type NextCommand } from './commands.js'

/** The longest name first: `holds release` begins as `holds` does. */
const names = (Object.keys(nextCommands) as NextCommand[]).sort((a, b) => b.length - a.length)

/** The commands that a text names, each with what it takes of the words behind it. */
export const readActions = (text: string): readonly Action[] =>
  text
    .split(/\bnmbrs-sync (?=[a-z])/)
    .slice(1)
    .flatMap((rest) => readAction(rest) ?? [])

const readAction = (rest: string): Action | undefined => {
  const command = names.find((name) => rest.startsWith(name) && !/^[\w-]/.test(rest.slice(name.length)))
  return command && toAction(command, ...readArguments(command, rest.slice(command.length)))
}

/** A word, and the sign that ends a part of a sentence behind it. */
const word = /^ (\S*?[^\s.,;:)"])([.,;:)"]*)(?= |$)/

/** Words of the sentence that goes on have neither. */
const isId = (token: string): boolean => /[\d:]/.test(token)

const readArguments = (command: NextCommand, text: string): readonly string[] => {
  const { positional, valued, plain, several } = takenBy(command)
  const read: string[] = []
  let [rest, left, isValue] = [text, positional, false]
  for (let found = word.exec(rest); found !== null; found = word.exec(rest)) {
    const [whole, token = '', end] = found
    const isFlag = !isValue && token.startsWith('--')
    if (
      isFlag
        ? !valued.includes(token) && !plain.includes(token)
        : !isValue && left <= 0 && !(several && isId(token))
    )
      break
    if (!isFlag && !isValue) left -= 1
    read.push(token)
    if (end !== '') break
    isValue = isFlag && valued.includes(token)
    rest = rest.slice(whole.length)
  }
  return read
}
