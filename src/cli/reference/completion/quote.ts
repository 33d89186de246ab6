/** A text as one word of bash and zsh. */
export const quoteForShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A text as one word of fish, where a backslash inside of quotes stands before a quote or a backslash. */
export const quoteForFish = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`
