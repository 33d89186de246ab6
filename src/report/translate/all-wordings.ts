import { reasonCatalogue } from '../../access/reason-texts.js'
import type { AccessReason } from '../../access/reasons.js'
import { toWording, type Wording } from '../../domain/language/catalogue.js'
import { joinSentences } from '../../domain/language/join-sentences.js'
import { byHandTexts } from '../sync/texts/by-hand-texts.js'
import { findingWordings } from './finding-wordings.js'
import { pieceSentences } from './former/piece-sentences.js'
import { toFormerWordings } from './former/former-sentences.js'
import { onboardingWordings } from './onboarding-wordings.js'
import { accessSentences } from './texts/sentences/access/access-sentences.js'
import { alexisSentences } from './texts/sentences/alexis-sentences.js'
import { byHandSentences } from './texts/sentences/by-hand-sentences.js'
import { deliverySentences } from './texts/sentences/access/delivery-sentences.js'
import { importSentences } from './texts/sentences/access/import-sentences.js'
import { nmbrsCallSentences } from './texts/sentences/nmbrs/nmbrs-call-sentences.js'
import { nmbrsFaultSentences } from './texts/sentences/nmbrs/nmbrs-fault-sentences.js'
import { nmbrsRemedySentences } from './texts/sentences/nmbrs/nmbrs-remedy-sentences.js'
import { networkSentences } from './texts/sentences/network-sentences.js'
import { noticeSentences } from './texts/sentences/notice-sentences.js'
import { runSentences } from './texts/sentences/run-sentences.js'
import { sourceSentences } from './texts/sentences/source-sentences.js'
import { workSentences } from './texts/sentences/access/work-sentences.js'

/** What speaks against connecting two people, as it stands in the error that refuses it. */
const objections: readonly Wording[] = [
  ...(Object.keys(byHandTexts.en.contradiction) as (keyof typeof byHandTexts.en.contradiction)[]).map(
    (contradiction) => toWording((language) => byHandTexts[language].contradiction[contradiction]),
  ),
  toWording((language) => byHandTexts[language].sourceUnread),
  toWording((language) => byHandTexts[language].targetUnread),
  toWording((language) => byHandTexts[language].personIs('{target}')),
  toWording((language) => byHandTexts[language].employeeIs('{source}')),
]

/** Why a login is not made or handed over, as it stands in an error: a message, the next step, and both. */
const reasons = (Object.keys(reasonCatalogue.en) as AccessReason[]).flatMap((reason) => {
  const texts = (['message', 'remedy'] as const).map((part) =>
    toWording((language) => reasonCatalogue[language][reason][part].replace(/\bID\b/g, '{id}')),
  )
  return [
    ...texts,
    toWording((language) => {
      const { message, remedy } = reasonCatalogue[language][reason]
      return joinSentences(message, remedy).replace(/\bID\b/g, '{id}')
    }),
  ]
})

const wordings: readonly Wording[] = [
  ...findingWordings,
  ...pieceSentences,
  ...sourceSentences,
  ...noticeSentences,
  ...workSentences,
  ...deliverySentences,
  ...alexisSentences,
  ...nmbrsCallSentences,
  ...nmbrsFaultSentences,
  ...nmbrsRemedySentences,
  ...networkSentences,
  ...runSentences,
  ...byHandSentences,
  ...accessSentences,
  ...importSentences,
  ...objections,
  ...reasons,
  ...onboardingWordings,
]

/**
 * Every sentence that is kept or sent in English, and may be shown in another language; also those of earlier
 * versions that a state file has.
 */
export const allWordings: readonly Wording[] = [...wordings, ...toFormerWordings(wordings)]
