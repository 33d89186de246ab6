import { parse } from 'dotenv'

import { ConfigError } from '../../../domain/errors.js'

type Settings = Readonly<Record<string, string>>

/**
 * The text of a `.env` with the settings in it and every other line as it was. Throws `ConfigError` when the
 * file cannot be changed without changing something else in it.
 */
export const mergeEnv = (text: string, settings: Settings): string => {
  const isOurs = (line: string): boolean => {
    const name = /^\s*(?:export\s+)?([\w.-]+)\s*=/.exec(line)?.[1]
    return name !== undefined && Object.hasOwn(settings, name)
  }
  const kept = text.split('\n').filter((line) => !isOurs(line))
  while (kept.at(-1)?.trim() === '') kept.pop()
  const added = Object.entries(settings).map(([name, value]) => `${name}=${quote(name, value)}`)
  const merged = `${[...kept, ...added].join('\n')}\n`
  const expected = { ...parse(text), ...settings }
  if (sameSettings(parse(merged), expected)) return merged
  throw new ConfigError(
    `.env has lines that look the same; add these to it by hand: ${Object.keys(settings).join(', ')}`,
  )
}

/** The settings that a `.env` holds with another value. */
export const findOtherValues = (text: string, settings: Settings): string[] => {
  const known = parse(text)
  return Object.keys(settings).filter((name) => (known[name] ?? '') !== '' && known[name] !== settings[name])
}

/**
 * dotenv takes a quoted value as it stands, except in double quotes; which quotes do not matter as long as
 * they are not in it.
 */
const quote = (name: string, value: string): string => {
  if (/^[\w@.:/+=~-]*$/.test(value)) return value
  const mark = ["'", '`'].find((each) => !value.includes(each))
  if (mark !== undefined && !/[\r\n]/.test(value)) return mark + value + mark
  throw new ConfigError(
    `${name} holds characters that .env cannot hold; put it into a file and use \${file:/path}`,
  )
}

const sameSettings = (left: Settings, right: Settings): boolean => {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => left[name] === right[name])
}
