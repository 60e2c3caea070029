/** Documents that are alike, joined step by step. */
export interface Cluster {
  /** Places in the matrix, in an order in which no two branches cross. */
  members: number[]
  /** How alike the two parts are on average, 0 to 1; 1 for a single document. */
  likeness: number
  parts: [Cluster, Cluster] | null
}

/**
 * The tree of documents by average linkage: the two clusters whose documents are most alike on average are joined first. `likeness` is
 * a symmetric matrix of at least one row; ties are settled by the order of the documents.
 */
export function clustersOf(likeness: number[][]): Cluster {
  const clusters: Cluster[] = likeness.map((_, at) => ({ members: [at], likeness: 1, parts: null }))
  while (clusters.length > 1) {
    let best: [number, number, number] = [0, 1, -1]
    for (let a = 0; a < clusters.length; a++)
      for (let b = a + 1; b < clusters.length; b++) {
        const mean = meanLikeness(clusters[a]!, clusters[b]!, likeness)
        if (mean > best[2]) best = [a, b, mean]
      }
    const [a, b, mean] = best
    const parts: [Cluster, Cluster] = [clusters[a]!, clusters[b]!]
    clusters[a] = { members: parts.flatMap(part => part.members), likeness: mean, parts }
    clusters.splice(b, 1)
  }
  return clusters[0]!
}

function meanLikeness(a: Cluster, b: Cluster, likeness: number[][]): number {
  let sum = 0
  for (const row of a.members) for (const column of b.members) sum += likeness[row]![column]!
  return sum / (a.members.length * b.members.length)
}
