import type { LoginsAfterSync } from '../../../app/access/after-sync.js'
import { buildAccessSyncText } from '../../../report/access/sync-text.js'
import { syncTexts } from '../../../report/access/texts/sync-texts.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { reportError } from '../../report-error.js'
import { lookOf } from '../../terminal/output-look.js'

/**
 * Says what became of the logins, beside what the sync printed. A document of the sync stays the only thing
 * on stdout.
 */
export const printLogins = (io: Io, flags: ConnectionFlags, logins: LoginsAfterSync): void => {
  switch (logins.kind) {
    case 'off':
      return
    case 'done': {
      const output = flags.json === true ? io.stderr : io.stdout
      const look = lookOf(output, io.env)
      for (const portal of logins.portals) output.write(`\n${buildAccessSyncText(portal, look)}`)
      return
    }
    case 'failed': {
      const texts = syncTexts[languageOf(io)]
      io.stderr.write(`${texts.notWorkedOut}\n`)
      reportError(io, logins.error, flags)
      io.stderr.write(`${texts.toTryAgain}\n`)
    }
  }
}
