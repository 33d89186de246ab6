/**
 * The one spelling under which an e-mail address is compared and digested: no outer blanks, small letters.
 * Empty text: none.
 */
export const foldEmail = (email: string | undefined): string =>
  (email ?? '').normalize('NFC').trim().toLowerCase()

/** The one spelling under which a user name is compared and digested. */
export const foldUserName = (userName: string): string => userName.normalize('NFC').trim().toLowerCase()

/** The one spelling under which names of departments, templates and the like are compared. */
export const foldName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
