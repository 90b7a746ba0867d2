import { UnreadableError } from './unreadable-error.ts';

export type FileFormat = 'markdown' | 'html' | 'csv' | 'json-lines' | 'json' | 'docx' | 'pdf' | 'zip';

const MB = 1024 * 1024;

/** What a file may weigh before it is read; several times what the largest of its kind in a help centre does. */
const MAX_BYTES: Readonly<Record<FileFormat, number>> = {
  markdown: 20 * MB,
  html: 20 * MB,
  csv: 50 * MB,
  'json-lines': 50 * MB,
  json: 50 * MB,
  docx: 50 * MB,
  pdf: 100 * MB,
  zip: 300 * MB,
};

const byEnding: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.(?:md|markdown|mdx|txt|text)$/i, 'markdown'],
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:csv|tsv)$/i, 'csv'],
  [/\.(?:jsonl|ndjson)$/i, 'json-lines'],
  [/\.json$/i, 'json'],
  [/\.docx$/i, 'docx'],
  [/\.pdf$/i, 'pdf'],
  [/\.zip$/i, 'zip'],
];

/** The format that a file's name says. Throws `UnreadableError` for what can't be read, saying what to do where something can be done. */
export function toFormat(name: string): FileFormat {
  const found = byEnding.find(([ending]) => ending.test(name));
  if (found) return found[1];
  if (/\.doc$/i.test(name)) throw new UnreadableError('it was saved by an old Word; save it as DOCX');
  if (/\.(?:xlsx?|ods|numbers)$/i.test(name)) throw new UnreadableError('it is a spreadsheet; save it as CSV');
  if (/\.(?:pptx?|odp|odt|rtf|pages|key)$/i.test(name))
    throw new UnreadableError('files of this kind can not be read; save it as PDF');
  throw new UnreadableError('only Markdown, HTML, text, PDF, DOCX, CSV, JSON and zip files can be read');
}

/** Throws `UnreadableError` for a file that is too large to be what its name says; before it is read, where its size is known. */
export function checkSize(format: FileFormat, bytes: number): void {
  const max = MAX_BYTES[format];
  if (bytes > max)
    throw new UnreadableError(
      `it is larger than ${max / MB} MB (${Math.round(bytes / MB)} MB), the most that can be read; divide it`,
    );
}
