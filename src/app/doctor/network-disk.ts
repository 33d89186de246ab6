import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Network file systems by the type that statfs(2) gives them on Linux. Not FUSE: local disks and folders of
 * containers come over it as well.
 */
const networkDisks: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x564c, 'NCP'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'CephFS'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
  [0x01021997, '9P'],
])

/** The name of a network file system by its type; `undefined` for a disk of this machine. */
export const nameNetworkDisk = (type: number): string | undefined => networkDisks.get(type >>> 0)

/**
 * The network file system that a file is on, or would be; `undefined` when there is none, or the system does
 * not say. On Windows and macOS other numbers are given, which mean nothing here.
 */
export const findNetworkDisk = async (file: string): Promise<string | undefined> => {
  if (process.platform !== 'linux') return undefined
  try {
    return nameNetworkDisk((await statfs(dirname(file))).type)
  } catch {
    return undefined
  }
}
