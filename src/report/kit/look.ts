import pc from 'picocolors'

import type { Language } from '../../domain/language/language.js'

/** How text is laid out for one stream. */
export interface Look {
  paint: ReturnType<typeof pc.createColors>
  /** Columns to fill; tables wrap their last column at it. */
  width: number
  /**
   * Whether people's names may be shown: on the user's own terminal, never in a file or another program's
   * input.
   */
  showNames: boolean
  /** The language of the texts. */
  language: Language
  /** The zone of the clock that times are shown on. */
  timeZone: string
}

/** The look of a stream that is no terminal has no colour and no names. */
export const toLook = (options: {
  colour: boolean
  width: number
  showNames: boolean
  language?: Language
  timeZone?: string
}): Look => ({
  paint: pc.createColors(options.colour),
  width: options.width,
  showNames: options.showNames,
  language: options.language ?? 'en',
  timeZone: options.timeZone ?? 'UTC',
})
