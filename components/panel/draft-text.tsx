import type { ReactNode } from 'react';
import type { DraftBlock, DraftSentence, DraftSource } from '../../utils/domain/draft.ts';

export type DraftTextProps = {
  readonly blocks: readonly DraftBlock[];
  readonly sources: readonly DraftSource[];
  readonly language: string;
  readonly isOld?: boolean;
  readonly onSource?: (number: number, sentence: DraftSentence) => void;
};

/** The reply, built from elements: every letter of it is text. Sentences that no passage supports stay, marked. */
export function DraftText({ blocks, sources, language, isOld = false, onSource }: DraftTextProps): ReactNode {
  const toLine = (line: readonly DraftSentence[]): ReactNode =>
    line.map((sentence, index) => (
      <Claim key={index} sentence={sentence} sources={sources} language={language} onSource={onSource} />
    ));
  return (
    <div className={isOld ? 'draft draft-old read' : 'draft read'} lang={language}>
      {blocks.map((block, index) => {
        if (block.kind === 'paragraph') return <p key={index}>{block.lines.map(toLine)}</p>;
        const items = block.lines.map((line, item) => (
          <li key={item}>
            <span>{toLine(line)}</span>
          </li>
        ));
        return block.kind === 'ordered' ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>;
      })}
    </div>
  );
}

type ClaimProps = Pick<DraftTextProps, 'sources' | 'language'> & {
  readonly sentence: DraftSentence;
  readonly onSource?: DraftTextProps['onSource'];
};

function Claim({ sentence, sources, language, onSource }: ClaimProps): ReactNode {
  const { text, support } = sentence;
  // The last word and its citation stay on one line.
  const cut = text.lastIndexOf(' ') + 1;
  const cites = sentence.citations.map(({ source }) => (
    <Citation
      key={source}
      number={source}
      title={sources.find((one) => one.number === source)?.passage.title ?? ''}
      onOpen={onSource && (() => onSource(source, sentence))}
    />
  ));
  return (
    <span
      className={support === 'unsupported' ? 'claim claim-unsupported' : 'claim'}
      lang={sentence.language === language ? undefined : sentence.language}
    >
      {text.slice(0, cut)}
      <span className="keep">
        {text.slice(cut)}
        {cites}
      </span>
      {support === 'unsupported' ? <span className="visually-hidden"> (not supported by a source)</span> : null}{' '}
    </span>
  );
}

type CitationProps = { readonly number: number; readonly title: string; readonly onOpen?: (() => void) | undefined };

export function Citation({ number, title, onOpen }: CitationProps): ReactNode {
  if (!onOpen) return <span className="cite">{number}</span>;
  return (
    <button type="button" className="cite" aria-label={`Source ${number}: ${title}`} onClick={onOpen}>
      {number}
    </button>
  );
}
