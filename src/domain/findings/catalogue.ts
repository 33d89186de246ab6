import { addressFindings } from './texts/address.js'
import { comparingFindings } from './texts/comparing.js'
import { holdFindings } from './texts/hold.js'
import { identityFindings } from './texts/identity.js'
import { limitFindings } from './texts/limit.js'
import { linkFindings } from './texts/link.js'
import { periodFindings } from './texts/period.js'
import { salaryHoldFindings } from './texts/salary-hold.js'
import { serviceFindings } from './texts/service.js'
import { sourcePayFindings } from './texts/source-pay.js'
import { sourceRecordFindings } from './texts/source-record.js'
import { sourceValueFindings } from './texts/source-value.js'
import { writingFindings } from './texts/writing.js'

/** The findings by topic, as `docs/findings.md` has them. */
export const findingTopics = {
  'What AlexisHR says': { ...sourceRecordFindings, ...sourceValueFindings, ...sourcePayFindings },
  'Who is who': { ...identityFindings, ...linkFindings },
  'Comparing AlexisHR with Nmbrs': { ...comparingFindings, ...addressFindings, ...periodFindings },
  'Who is in service': serviceFindings,
  'Waiting for a decision': { ...holdFindings, ...salaryHoldFindings },
  'How much one run may change': limitFindings,
  'Writing to Nmbrs': writingFindings,
} as const

/** Every finding code with all that is said of it. A new code is an entry here and nothing elsewhere. */
export const findingCatalogue = {
  ...findingTopics['What AlexisHR says'],
  ...findingTopics['Who is who'],
  ...findingTopics['Comparing AlexisHR with Nmbrs'],
  ...findingTopics['Who is in service'],
  ...findingTopics['Waiting for a decision'],
  ...findingTopics['How much one run may change'],
  ...findingTopics['Writing to Nmbrs'],
} as const

type Catalogue = typeof findingCatalogue

export type FindingCode = keyof Catalogue

/** Codes of which nothing is wrong, as their entries say. */
export type WaitingFindingCode = {
  [Code in FindingCode]: Catalogue[Code] extends { waits: true } ? Code : never
}[FindingCode]

export const findingCodes = Object.keys(findingCatalogue) as readonly FindingCode[]
