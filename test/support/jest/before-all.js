import { makeOneFilePackages } from './one-file-packages.js'
import useMemoryFolder from './use-memory-folder.js'

export default async () => {
  useMemoryFolder()
  await makeOneFilePackages()
}
