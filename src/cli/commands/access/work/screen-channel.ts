import type { AccessChannel } from '../../../../run/access/delivery/channel.js'
import { buildHandOverText } from '../../../../report/access/worklist-text.js'
import type { Io } from '../../../io.js'
import { lookOf } from '../../../terminal/output-look.js'
import { toShownValues } from '../explain-command.js'
import type { AccessFlags } from '../access-flags.js'

/**
 * Hands the work over by showing it: to the person who asked for it by hand where the configuration names no
 * one else.
 */
export const createScreenChannel = (io: Io, flags: AccessFlags): AccessChannel => ({
  name: 'worklist',
  send: (handOver) => {
    io.stdout.write(buildHandOverText(handOver, toShownValues(io, flags), lookOf(io.stdout, io.env)))
    return Promise.resolve('shown here')
  },
})
