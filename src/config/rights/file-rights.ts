import { stat, statfs } from 'node:fs/promises'

/** Who besides its owner may write a file. `unknown`: the file system has no modes that would say so. */
export type OtherWriters = 'nobody' | 'group' | 'everybody' | 'unknown'

/**
 * File systems whose modes are made up by the mount (statfs(2)): FAT, exFAT, NTFS, SMB, 9P as of WSL,
 * VirtualBox.
 */
const withoutModes: ReadonlySet<number> = new Set([
  0x4d44, 0x2011bab0, 0x5346544e, 0x7366746e, 0xff534d42, 0xfe534d42, 0x517b, 0x01021997, 0x786f4256,
])

/** Says from the mode bits who may write a file, a link followed. Throws the operating system's error. */
export const findOtherWriters = async (file: string): Promise<OtherWriters> => {
  if (process.platform === 'win32') return 'unknown'
  const { mode } = await stat(file)
  if ((mode & 0o022) === 0) return 'nobody'
  if (withoutModes.has((await statfs(file)).type >>> 0)) return 'unknown'
  return (mode & 0o002) === 0 ? 'group' : 'everybody'
}
