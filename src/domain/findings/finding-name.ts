import type { findingCatalogue, FindingCode } from './catalogue.js'

type Catalogue = typeof findingCatalogue

/** The cases of a code, as `code/case`. */
type CaseName<Code extends FindingCode> = Catalogue[Code] extends { cases: infer Cases }
  ? `${Code}/${keyof Cases & string}`
  : never

/** What can be said: a code, or one of its cases. */
export type FindingName = FindingCode | { [Code in FindingCode]: CaseName<Code> }[FindingCode]

type Part = 'message' | 'remedy'

/** The English text of a case, or of its code where the case does not say it. */
type TextOf<Name, Which extends Part> = Name extends FindingCode
  ? Catalogue[Name][Which]['en']
  : Name extends `${infer Code extends FindingCode}/${infer Case}`
    ? Catalogue[Code] extends { cases: Readonly<Record<Case, Readonly<Record<Which, { en: infer Text }>>>> }
      ? Text
      : Catalogue[Code][Which]['en']
    : never

type Holes<Text> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never

/** What every finding knows of itself. */
type Known = 'id' | 'field' | 'section' | 'hold'

/** The facts that have to be given to say it. */
export type FactName<Name extends FindingName> = Exclude<Holes<TextOf<Name, Part>>, Known>

export type FindingFacts<Name extends FindingName> = Readonly<Record<FactName<Name>, string | number>>

/** Codes that need no facts. */
export type PlainFindingCode = {
  [Code in FindingCode]: [FactName<Code>] extends [never] ? Code : never
}[FindingCode]
