import { InvalidArgumentError } from 'commander'
import type { z } from 'zod'

import { switchesSchema as alexisSwitches, type AlexisSwitches } from '../../../sandbox/alexis/switches.js'
import { switchesSchema as nmbrsSwitches, type NmbrsSwitches } from '../../../sandbox/nmbrs/switches.js'

export interface SandboxSwitches {
  alexis: Partial<AlexisSwitches>
  nmbrs: Partial<NmbrsSwitches>
}

type Shape = Readonly<Record<string, z.ZodType>>
const shapes: Readonly<Record<keyof SandboxSwitches, Shape>> = {
  alexis: alexisSwitches.shape,
  nmbrs: nmbrsSwitches.shape,
}

/** The names of all switches, in the order of the remotes. */
export const switchNames: readonly string[] = [
  ...Object.keys(shapes.alexis).filter((name) => name !== 'latencyMs'),
  ...Object.keys(shapes.nmbrs),
]

/**
 * Adds one `NAME=VALUE` of the command line to the switches. Throws commander's error for a name or value
 * there is not.
 */
export const parseSwitch = (text: string, before: SandboxSwitches | undefined): SandboxSwitches => {
  const switches = before ?? { alexis: {}, nmbrs: {} }
  const [name = '', ...rest] = text.split('=')
  if (!switchNames.includes(name) || rest.length === 0)
    throw new InvalidArgumentError(`It must be NAME=VALUE, NAME one of ${switchNames.join(', ')}.`)
  const remote = Object.hasOwn(shapes.alexis, name) ? 'alexis' : 'nmbrs'
  const value = readValue(shapes[remote][name], rest.join('='))
  if (value === undefined) throw new InvalidArgumentError(`${name} cannot be ${rest.join('=')}.`)
  return { ...switches, [remote]: { ...switches[remote], [name]: value } }
}

/** The value in the type the switch wants: text as it stands, else a number or a truth. */
const readValue = (schema: z.ZodType | undefined, text: string): unknown => {
  const readings = [text, ...(/^\d+$/.test(text) ? [Number(text)] : []), ...truths(text)]
  return readings.find((reading) => schema?.safeParse(reading).success === true)
}

const truths = (text: string): boolean[] => {
  if (text === 'true') return [true]
  return text === 'false' ? [false] : []
}
