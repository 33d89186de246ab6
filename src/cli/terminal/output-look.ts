import { toLook, type Look } from '../../report/kit/look.js'
import type { Io, Output } from '../io.js'

/** What a table is laid out for when no one says how wide the screen is. */
const widthElsewhere = 110

/** Colour is for terminals, unless its user asked for none (no-color.org). */
export const useColour = (output: Output, env: Io['env']): boolean =>
  output.isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'

/**
 * How text for a stream looks. Names are for the user's own screen: a file or another program gets ids,
 * unless names were asked for.
 */
export const lookOf = (output: Output, env: Io['env']): Look =>
  toLook({
    colour: useColour(output, env),
    width: output.isTerminal ? output.columns : widthElsewhere,
    showNames: output.names ?? output.isTerminal,
    language: output.language ?? 'en',
    timeZone: output.timeZone ?? 'UTC',
  })
