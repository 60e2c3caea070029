import { serve } from '../../scripts/io/serve.ts'

// A server in a process of its own, for tests that would bring it down: serves the folder named and prints its address.
const { url } = await serve(process.argv[2]!, { port: 0 })
console.log(url)
