import type { Article, Audience } from '../domain/passage.ts';

/** A page as its format gives it; what it leaves open is filled in by the import. */
export type ParsedPage = {
  readonly title: string;
  readonly sections: Article['sections'];
  readonly url?: string;
  readonly locale?: string;
  readonly audience?: Audience;
  /** ISO 8601. */
  readonly updatedAt?: string;
};

/** Collects lines under headings; a section without text is left out. */
export function createSectionCollector() {
  const sections: Article['sections'] = [];
  let path: string[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    const text = lines
      .join('\n')
      .replaceAll(/[ \t]+$/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim();
    if (text !== '') sections.push({ headings: path.filter((heading) => heading !== ''), text });
    lines = [];
  };
  return {
    addLine: (line: string): void => void lines.push(line),
    /** `depth` from 1: a heading ends everything below it. */
    addHeading(depth: number, heading: string): void {
      flush();
      path = [...Array.from({ length: depth - 1 }, (_, index) => path[index] ?? ''), heading.trim()];
    },
    finish(): Article['sections'] {
      flush();
      return sections;
    },
  };
}
