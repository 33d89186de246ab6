import type { Batch } from '../work/batch.js'
import type { PortalScreen, Screens } from './screens-schema.js'

/** The screen on which a batch is done; `undefined` where the portal file names none. */
export const findScreen = (
  screens: Screens | undefined,
  { step, way, level, people }: Pick<Batch, 'step' | 'way' | 'level' | 'people'>,
): PortalScreen | undefined => {
  const fits = <Value>(wanted: Value | undefined, given: Value): boolean =>
    wanted === undefined || wanted === given
  const count = people.length === 1 ? 'one' : 'several'
  return screens?.[step]?.find(
    (screen) =>
      fits<string>(screen.way, way) && fits(screen.people, count) && fits<string>(screen.level, level.kind),
  )
}

/**
 * Whether people are ticked there: not where one login is made behind a name, nor on a screen without such
 * boxes.
 */
export const hasTicks = (
  screens: Screens | undefined,
  batch: Pick<Batch, 'step' | 'way' | 'level' | 'people'>,
): boolean => {
  const screen = findScreen(screens, batch)
  return batch.way === 'bulk' && (screen === undefined || screen.hint === 'tick-then-choose')
}
