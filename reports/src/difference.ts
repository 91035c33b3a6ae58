// Which words of two claims differ.

export interface Piece {
  text: string;
  differs: boolean;
}

const kWords = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’]|[.,:](?=\p{N}))*|\s+|[^\p{L}\p{N}\s]/gu;
const kLongest = 300;

function merge(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = out[out.length - 1];
    const space = /^\s+$/.test(piece.text);
    const bridged = space && last?.differs && pieces[at + 1]?.differs;
    const differs = space ? Boolean(bridged) : piece.differs;
    if (last && last.differs === differs) last.text += piece.text;
    else out.push({ text: piece.text, differs });
  }
  return out;
}

/** The longest common subsequence of words stays plain. Source: Wagner and Fischer 1974. */
export function difference(left: string, right: string): [Piece[], Piece[]] {
  const whole: [Piece[], Piece[]] =
    [[{ text: left, differs: true }], [{ text: right, differs: true }]];
  const [a, b] = [left.match(kWords) ?? [], right.match(kWords) ?? []];
  if (a.length > kLongest || b.length > kLongest) return whole;
  const same = (i: number, j: number): boolean => a[i]!.toLowerCase() === b[j]!.toLowerCase();
  const length = a.map(() => new Array<number>(b.length + 1).fill(0));
  length.push(new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i]![j] = same(i, j)
        ? 1 + length[i + 1]![j + 1]!
        : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
    }
  }
  const x = a.map((text) => ({ text, differs: true }));
  const y = b.map((text) => ({ text, differs: true }));
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (same(i, j)) {
      x[i++]!.differs = false;
      y[j++]!.differs = false;
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  const [p, q] = [merge(x), merge(y)];
  const differ = [...p, ...q].some((piece) => piece.differs);
  return differ ? [p, q] : whole;
}
