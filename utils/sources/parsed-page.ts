import type { Article, Audience } from '../domain/passage.ts';
import { cleanText } from './clean-text.ts';

/** A page as its format gives it; what it leaves open is filled in by the import. */
export type ParsedPage = {
  readonly title: string;
  readonly sections: Article['sections'];
  readonly url?: string;
  readonly locale?: string;
  readonly audience?: Audience;
  readonly segments?: string[];
  readonly version?: string;
  readonly region?: string;
  /** ISO 8601. */
  readonly updatedAt?: string;
  /** Text that readers of the page don't see; not in `sections`. */
  readonly hidden?: readonly string[];
  /** What of it could not be read, as a reason in plain words; the rest was. */
  readonly gaps?: readonly string[];
};

export type SectionCollector = {
  readonly addLine: (line: string) => void;
  /** `depth` from 1: a heading ends everything below it. `anchor` is the id of the heading on the page. */
  readonly addHeading: (depth: number, heading: string, anchor?: string) => void;
  readonly finish: () => Article['sections'];
};

/** Collects lines under headings, without invisible characters; a section without text is left out. */
export function createSectionCollector(): SectionCollector {
  const sections: Article['sections'] = [];
  let path: string[] = [];
  let lines: string[] = [];
  let anchors: (string | undefined)[] = [];
  const flush = (): void => {
    const text = cleanText(lines.join('\n'))
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim();
    const anchor = anchors.findLast((each) => each);
    if (text !== '') sections.push({ headings: path.filter((heading) => heading !== ''), text, ...(anchor ? { anchor } : {}) });
    lines = [];
  };
  return {
    addLine: (line) => void lines.push(line),
    addHeading(depth, heading, anchor) {
      flush();
      path = [...Array.from({ length: depth - 1 }, (_, index) => path[index] ?? ''), cleanText(heading).trim()];
      anchors = [...Array.from({ length: depth - 1 }, (_, index) => anchors[index]), anchor];
    },
    finish() {
      flush();
      return sections;
    },
  };
}

/**
 * The title of a document, and its sections without it: a document whose whole text stands beneath one first heading is
 * called by that heading, unless it has another name.
 */
export function liftTitle(title: string, sections: Article['sections']): Pick<ParsedPage, 'title' | 'sections'> {
  const first = sections[0]?.headings[0] ?? '';
  const isOnly = first !== '' && sections.every(({ headings }) => headings[0] === first);
  if (!isOnly || (title !== '' && title !== first)) return { title, sections };
  return { title: first, sections: sections.map((section) => ({ ...section, headings: section.headings.slice(1) })) };
}
