/** Does something when printing begins and takes it back when it is over. Gives back what ends that. */
export function onPaper(begin: () => void, end: () => void): () => void {
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}
