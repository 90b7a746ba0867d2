import { useState, type ReactNode } from 'react';
import { toMarkedText, type DraftRecord } from '../../utils/domain/draft.ts';
import { LinkButton } from '../shared/link-button.tsx';
import { nameLanguage } from './format.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelOptions } from './panel-options.ts';
import type { DraftChange } from './panel-view.ts';
import { StreamingText } from './streaming-text.tsx';

export type ReadingAidProps = {
  readonly record: DraftRecord;
  /** BCP 47 language of the reply. */
  readonly language: string;
  readonly change: DraftChange | undefined;
  readonly options: Pick<PanelOptions, 'agentLanguage' | 'hasModel'>;
  readonly onRead: PanelActions['onRead'];
};

/** Draft and conversation in the language that the agent reads. Below the reply, never in its place: only the reply is inserted. */
export function ReadingAid({ record, language, change, options, onRead }: ReadingAidProps): ReactNode {
  const [open, setOpen] = useState<'draft' | 'conversation'>();
  const own = options.agentLanguage;
  if (own.split('-')[0] === language.split('-')[0] || !options.hasModel) return null;
  const reading = record.readings?.find((one) => one.what === open && one.language === own);
  const isUnderWay = change?.kind === 'under-way' && change.request === 'draft-read';
  const read = (what: 'draft' | 'conversation'): void => {
    setOpen(open === what ? undefined : what);
    const known = record.readings?.find((one) => one.what === what && one.language === own);
    if (open !== what && (!known || (what === 'draft' && known.of !== toShownMarked(record)))) onRead(what);
  };
  const text = isUnderWay ? change.text : (reading?.text ?? '');
  return (
    <section aria-label={`In ${nameLanguage(own)}`} className="reading-aid">
      <p className="links">
        <LinkButton aria-expanded={open === 'draft'} onClick={() => read('draft')}>
          Read in {nameLanguage(own)}
        </LinkButton>
        <LinkButton aria-expanded={open === 'conversation'} onClick={() => read('conversation')}>
          Conversation in {nameLanguage(own)}
        </LinkButton>
      </p>
      {open && text !== '' ? (
        <div className="draft-old">
          <StreamingText text={text} language={own} isDone={!isUnderWay} />
          <p className="quiet">Only to read. What is inserted is the reply above.</p>
        </div>
      ) : null}
    </section>
  );
}

const toShownMarked = ({ versions }: DraftRecord): string =>
  toMarkedText(versions.findLast(({ blocks }) => blocks)?.blocks ?? []);
