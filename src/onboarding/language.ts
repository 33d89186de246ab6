/** The languages that results, steps and dossiers are written in. */
export const languages = ['nl', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in every language. */
export type LocalText = Readonly<Record<Language, string>>
