import { withLocalTimes } from '../../domain/date/clock.js'
import type { Look } from '../kit/look.js'
import { translate } from './translate.js'

/** An English sentence as its reader gets it: in their language, with its moments on their clock. */
export const sayTo = (english: string, { language, timeZone }: Pick<Look, 'language' | 'timeZone'>): string =>
  withLocalTimes(translate(english, language), timeZone)
