import { Fragment, type ReactNode } from 'react';
import { diffWords } from '../../utils/insights/word-diff.ts';
import './word-diff.css';

/** Stands for a line break while words are compared; a private-use character, so no text has it. */
const BREAK = '\u{E000}';
const withBreaks = (text: string): string =>
  text.trim().replaceAll(/\s*\n\s*/g, (gap) => ` ${BREAK.repeat(gap.includes('\n\n') ? 2 : 1)} `);

export type WordDiffProps = { readonly draft: string; readonly sent: string; readonly language: string };

/** Draft and sent reply in one text: what was taken out, what was added. Every word is a text node. */
export function WordDiff({ draft, sent, language }: WordDiffProps): ReactNode {
  return (
    <p className="diff wrap" lang={language}>
      {diffWords(withBreaks(draft), withBreaks(sent)).map(({ kind, text }, index) => {
        const words = <Lines text={text} />;
        // The pieces of one pair of texts never change, so the index is their identity.
        if (kind === 'removed')
          return (
            <Fragment key={index}>
              <del>{words}</del>{' '}
            </Fragment>
          );
        if (kind === 'added')
          return (
            <Fragment key={index}>
              <ins>{words}</ins>{' '}
            </Fragment>
          );
        return <Fragment key={index}>{words} </Fragment>;
      })}
    </p>
  );
}

function Lines({ text }: { readonly text: string }): ReactNode {
  return text.split(BREAK).map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line.trim()}
    </Fragment>
  ));
}
