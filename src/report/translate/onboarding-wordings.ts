import { toWording, type Wording } from '../../domain/language/catalogue.js'
import type { Counted } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import { noSubscription, nothingAnswered, wrongCredentials } from '../../onboarding/result/step-words.js'
import { readinessTexts } from '../onboarding/texts/readiness-texts.js'

// What a repeated check and a silent consumer put into a notice, in English, where it is kept and sent.

const forms = ['one', 'many'] as const

/** That a consumer says nothing, in the subject of a notice. */
const silence = forms.map((form) =>
  toWording((language) => progressTexts[language].silence[form].replaceAll('#', '{days}')),
)

/** The login was refused, or nothing answered. */
const notChecked = (['wrong-credentials', 'no-subscription', 'nothing-answered'] as const).map((reason) =>
  toWording((language) => {
    const { readiness, plainReason } = readinessTexts[language]
    return `${readiness['could-not-check']}: ${plainReason[reason]}`
  }),
)

type Say = (language: Language) => string

/** Nothing of a kind, one, or several, whose number is the value `name`. */
const countsOf = (name: string, pick: (language: Language) => Counted): (Say | undefined)[] => [
  undefined,
  ...forms.map(
    (form): Say =>
      (language) =>
        pick(language)[form].replaceAll('#', `{${name}}`),
  ),
]

const toNotReady = (reasons: readonly Say[]): Wording =>
  toWording((language) => {
    const why = reasons.map((say) => say(language)).join(', ')
    return `${readinessTexts[language].readiness['not-ready']}: ${why}`
  })

const incompleteList: Say = (language) => readinessTexts[language].plainReason['profile-incomplete']

/**
 * Calls that gave no answer, answers that could not be compared because of it, and a list that is known in
 * part: any of them together.
 */
const notShown = countsOf('calls', (language) => readinessTexts[language].reason['call-failed']).flatMap(
  (calls) =>
    countsOf('answers', (language) => readinessTexts[language].reason['fact-not-compared']).flatMap(
      (answers) =>
        [undefined, incompleteList].map((incomplete) =>
          [calls, answers, incomplete].filter((say) => say !== undefined),
        ),
    ),
)

export const onboardingWordings: readonly Wording[] = [
  ...silence,
  ...notChecked,
  ...notShown.filter((reasons) => reasons.length > 0).map(toNotReady),
  wrongCredentials,
  noSubscription,
  nothingAnswered,
]
