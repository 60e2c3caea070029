// Loaded into a command that is measured: what it took, as the last line of its stderr.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write(`\nusage ${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS / 1024}\n`)
})
