import vm from 'node:vm'

/** What V8 made of a module, by its text. */
const compiled = new Map()

/** A compiled module that imports while it runs has lost whom to ask. */
const isKept = (code, { identifier }) => !identifier.endsWith('.test.ts') && !code.includes('import(')

/**
 * Each file of tests compiles every module it loads anew, the same hundreds of them. A worker keeps what came
 * out the first time; nothing but the time of it is shared between files.
 */
export const compileOnce = () => {
  const Plain = vm.SourceTextModule
  vm.SourceTextModule = class extends Plain {
    constructor(code, options) {
      const cachedData = compiled.get(code)
      try {
        super(code, { ...options, cachedData })
      } catch (error) {
        if (error.code !== 'ERR_VM_MODULE_CACHED_DATA_REJECTED') throw error
        super(code, options)
      }
      if (cachedData === undefined && isKept(code, options)) compiled.set(code, this.createCachedData())
    }
  }
}
