/** What a pattern of user names can be made of: first name, its first letter, last name, employee number. */
export const userNamePlaceholders = ['first', 'f', 'last', 'number'] as const
export type UserNamePlaceholder = (typeof userNamePlaceholders)[number]

const placeholder = /\{([^{}]*)\}/g

/** The names in braces of a pattern, known or not. */
export const placeholdersIn = (pattern: string): string[] =>
  [...pattern.matchAll(placeholder)].map(([, name = '']) => name)

/** The pattern with the values put in; a placeholder without a value becomes nothing. */
export const fillPattern = (
  pattern: string,
  values: Readonly<Partial<Record<UserNamePlaceholder, string>>>,
): string =>
  pattern.replace(
    placeholder,
    (_, name: string) => (values as Record<string, string | undefined>)[name] ?? '',
  )
