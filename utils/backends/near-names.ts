/** Names of `all` by how much they have in common with `wanted`, the nearest first; equal ones keep their order. */
export function nearNames(wanted: string, all: readonly string[], limit: number): readonly string[] {
  const pieces = toPieces(wanted);
  const share = (name: string): number => {
    const own = toPieces(name);
    const common = own.filter((piece) => pieces.includes(piece)).length / Math.max(1, pieces.length, own.length);
    return common + countSameBeginning(wanted.toLowerCase(), name.toLowerCase()) / Math.max(1, wanted.length, name.length);
  };
  return all
    .map((name) => ({ name, share: share(name) }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, limit)
    .map(({ name }) => name);
}

const toPieces = (name: string): readonly string[] => name.toLowerCase().match(/[a-z]+|\d+/g) ?? [];

function countSameBeginning(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}
