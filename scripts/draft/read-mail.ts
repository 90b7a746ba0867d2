const HEADER = /^[A-Za-z][A-Za-z-]{1,40}:[ \t]/;

export type Mail = { readonly from: string; readonly subject: string; readonly text: string };

/**
 * A message that was saved with its headers: sender's name, subject and what stands below them. `undefined` for any other text:
 * an e-mail begins with header lines, among them From or Subject, and an empty line.
 */
export function readMail(text: string): Mail | undefined {
  const [head = '', ...rest] = text.trimStart().split(/\r?\n\r?\n/);
  const lines = head.split(/\r?\n(?![ \t])/);
  if (rest.length === 0 || !lines.every((line) => HEADER.test(line))) return undefined;
  const read = (name: string): string => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`)) ?? '';
    return line
      .slice(name.length + 1)
      .replaceAll(/\s+/g, ' ')
      .trim();
  };
  const [from, subject] = [read('from'), read('subject')];
  if (from === '' && subject === '') return undefined;
  const name = from.replace(/\s*<[^>]*>\s*$/, '').replaceAll('"', '');
  return { from: name.includes('@') ? '' : name, subject, text: rest.join('\n\n') };
}
