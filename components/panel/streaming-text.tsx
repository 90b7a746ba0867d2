import type { ReactNode } from 'react';
import { Citation } from './draft-text.tsx';

/** The reply while it is written: marked text as it comes, citations drawn, nothing else made of it. */
export function StreamingText({
  text,
  language,
  isDone = false,
}: {
  readonly text: string;
  readonly language: string;
  readonly isDone?: boolean;
}): ReactNode {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className="draft read" lang={language} aria-busy={!isDone}>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          {paragraph.split('\n').map((line, at) => (
            <span key={at}>
              {at > 0 ? <br /> : null}
              {drawMarks(line)}
            </span>
          ))}
          {index === paragraphs.length - 1 && !isDone ? <span className="caret" /> : null}
        </p>
      ))}
    </div>
  );
}

function drawMarks(line: string): ReactNode[] {
  return line
    .split(/\s*\[(\d{1,2})\]/)
    .map((part, index) => (index % 2 === 0 ? part : <Citation key={index} number={Number(part)} title="" />));
}
