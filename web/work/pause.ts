/** So that an order to stop is heard, and in a page without a worker a click answered. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}
