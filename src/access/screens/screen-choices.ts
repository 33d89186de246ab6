import { fillText } from '../../domain/language/fill.js'
import type { Language } from '../../domain/language/language.js'
import type { EnvironmentLevel } from '../logins/login.js'
import { toProductLines } from '../request/build-request.js'
import { toVendorLanguage } from '../request/help-texts.js'
import type { Batch } from '../work/batch.js'
import type { HandOver } from '../work/delivery-payload.js'
import { findScreen } from './find-screen.js'
import { toOptionLines } from './option-words.js'
import { screenTexts } from './screen-texts.js'
import { worklistTexts } from './worklist-texts.js'

/** A name and what it is set to, once for everyone in a batch. */
export type Choice = readonly [string, string]

export const languageOf = ({ language }: Pick<HandOver, 'language'>): Language => language ?? 'en'

export const toPlaceWords = (level: EnvironmentLevel, handOver: Pick<HandOver, 'language'>): string => {
  const { levels } = worklistTexts[languageOf(handOver)]
  return level.kind === 'debtor' ? fillText(levels.debtor, { debtor: level.debtor }) : levels[level.kind]
}

/** The way through the screens of the portal: where to click, what to do there, and which button to press. */
export const toScreenChoices = (batch: Batch, handOver: HandOver): readonly Choice[] => {
  const screen = findScreen(handOver.screens, batch)
  if (screen === undefined) return []
  const { choices: names } = worklistTexts[languageOf(handOver)]
  const start = batch.level.kind === 'portal' ? [] : [toPlaceWords(batch.level, handOver)]
  return [
    [names.goTo, [...start, ...screen.path].join(' > ')],
    [names.there, screenTexts[languageOf(handOver)][screen.hint]],
    [names.press, (screen.press ?? []).join(', ')],
  ]
}

/** A form asks about every product, so those that are not granted are named too. */
export const toGrantedLines = ({ step, permissions }: Batch, handOver: HandOver): readonly string[] => {
  if (permissions === null) return []
  const { request, options = {}, owners } = handOver
  if (request !== undefined)
    return step === 'deactivate'
      ? []
      : toProductLines(permissions, request, toVendorLanguage(languageOf(handOver)))
  const { asYouChoose } = worklistTexts[languageOf(handOver)]
  return toOptionLines(options, permissions, { nameOf: (id) => owners?.get(id), asYouChoose })
}
