import { main } from '../../../src/cli/main.js'

// The command line as it is installed, compiled with the benchmark.
await main()
