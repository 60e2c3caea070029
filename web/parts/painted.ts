/** Resolves when the page has been painted as it now stands: what takes long begins after that. */
export function painted(): Promise<void> {
  return new Promise(resolve => {
    // A window that is not in sight paints nothing; the work must go on all the same.
    const late = setTimeout(resolve, 100)
    requestAnimationFrame(() => {
      clearTimeout(late)
      setTimeout(resolve)
    })
  })
}
