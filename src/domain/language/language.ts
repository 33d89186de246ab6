/** The languages that screens and documents are written in. English is the original of every text. */
export const languages = ['en', 'nl', 'sv', 'da'] as const

export type Language = (typeof languages)[number]

export const isLanguage = (text: string): text is Language => languages.some((language) => language === text)

/** Languages whose texts no native speaker has read yet. Help and docs say so. */
export const unreadLanguages: readonly Language[] = ['sv', 'da']
