/** Calls back when the window has another width. Gives back what ends that. */
export function onResize(draw: () => void): () => void {
  let width = innerWidth
  const redraw = () => {
    if (innerWidth !== width) draw()
    width = innerWidth
  }
  addEventListener('resize', redraw)
  return () => removeEventListener('resize', redraw)
}
