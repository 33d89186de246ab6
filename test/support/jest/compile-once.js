import vm from 'node:vm'

/** What V8 made of a module, by its text. */
const compiled = new Map()

/** A compiled module that imports while it runs has lost whom to ask. */
const isKept = (code, { identifier }) => !identifier.endsWith('.test.ts') && !code.includes('import(')

const keepModules = () => {
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

/** The same for packages of the older format, and for those that jest itself loads for each file. */
const keepFunctions = () => {
  const { compileFunction } = vm
  vm.compileFunction = (code, parameters, options) => {
    const cachedData = compiled.get(code)
    if (cachedData !== undefined) return compileFunction(code, parameters, { ...options, cachedData })
    const made = compileFunction(code, parameters, { ...options, produceCachedData: true })
    if (made.cachedData !== undefined) compiled.set(code, made.cachedData)
    return made
  }
}

/**
 * Each file of tests compiles every module it loads anew, the same hundreds of them. A worker keeps what came
 * out the first time; nothing but the time of it is shared between files.
 */
export const compileOnce = () => {
  keepModules()
  keepFunctions()
}
