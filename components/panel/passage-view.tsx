import type { ReactNode } from 'react';
import type { Citation, DraftSource } from '../../utils/domain/draft.ts';
import type { PassageChange } from '../../utils/insights/lineage/article-now.ts';
import { describeChange } from '../../utils/insights/lineage/describe-change.ts';
import { WordDiff } from '../shared/word-diff.tsx';
import { Notice } from '../shared/notice.tsx';
import { Tag } from '../shared/tag.tsx';
import { describeAge, formatDay, nameLanguage } from './format.ts';

export type PassageViewProps = {
  readonly source: DraftSource;
  readonly spans: Citation['spans'];
  /** What became of the passage since; absent while it was not looked up. */
  readonly change?: PassageChange | undefined;
};

/** The exact passage the draft used, with the words that support it highlighted, and what changed in its article since. */
export function PassageView({ source, spans, change }: PassageViewProps): ReactNode {
  const { passage } = source;
  const note = describeChange(source, change, formatDay);
  const date = passage.updatedAt ?? passage.fetchedAt;
  const age = describeAge(date);
  return (
    <>
      <div>
        {passage.headings.length > 0 ? <p className="passage-path">{passage.headings.join(' › ')}</p> : null}
        <h2 className="passage-title wrap" lang={passage.locale}>
          {passage.title}
        </h2>
        <p className="passage-tags">
          <Tag tone={passage.audience === 'internal' ? 'internal' : 'plain'}>
            {passage.audience === 'public' ? 'Public' : passage.audience === 'internal' ? 'Internal' : 'Signed-in'}
          </Tag>
          <Tag>{nameLanguage(passage.locale)}</Tag>
          <span className={age ? 'old' : 'quiet'}>
            {passage.updatedAt ? 'Updated' : 'Read'} {formatDay(date)}
            {age ? `, ${age}` : ''}
          </span>
        </p>
      </div>
      {note ? (
        <Notice tone="warning" icon="clock" title={note.title}>
          {note.body}
        </Notice>
      ) : null}
      <div className="passage-text read" lang={passage.locale}>
        {toParagraphs(passage.text, spans)}
      </div>
      {passage.url ? <p className="quiet wrap">{passage.url}</p> : null}
      {note?.compare ? (
        <section aria-label="What changed since">
          <h3 className="section-title">What changed since</h3>
          <WordDiff draft={note.compare.before} sent={note.compare.after} language={passage.locale} />
        </section>
      ) : null}
      {note ? null : (
        <Notice tone="plain" icon="clock" title="The draft used this exact text">
          If the article changes, this copy stays.
        </Notice>
      )}
    </>
  );
}

/** Paragraphs with `mark` around the spans; offsets outside the text are ignored. */
function toParagraphs(text: string, spans: Citation['spans']): ReactNode[] {
  const sorted = spans.filter(({ start, end }) => start < end && end <= text.length).toSorted((a, b) => a.start - b.start);
  let offset = 0;
  return text.split('\n\n').map((paragraph) => {
    const from = offset;
    offset += paragraph.length + 2;
    const inside = sorted.filter(({ start, end }) => start < from + paragraph.length && end > from);
    return (
      <p key={from} className={inside.length > 0 ? undefined : 'passage-around'}>
        {highlight(
          paragraph,
          inside.map(({ start, end }) => ({ start: Math.max(0, start - from), end: Math.min(paragraph.length, end - from) })),
        )}
      </p>
    );
  });
}

function highlight(text: string, spans: Citation['spans']): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) parts.push(breakLines(text.slice(at, start), at));
    if (end > at) parts.push(<mark key={`m${start}`}>{breakLines(text.slice(Math.max(at, start), end), start)}</mark>);
    at = Math.max(at, end);
  }
  parts.push(breakLines(text.slice(at), at));
  return parts;
}

function breakLines(text: string, key: number): ReactNode {
  return (
    <span key={key}>
      {text.split('\n').map((line, index) => (
        <span key={index}>
          {index > 0 ? <br /> : null}
          {line}
        </span>
      ))}
    </span>
  );
}
