import type { ReactNode } from 'react';
import type { Draft, DraftSentence } from '../../utils/domain/draft.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { Icon } from '../shared/icon.tsx';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { describeOutdated } from './describe-view.ts';
import { DraftText } from './draft-text.tsx';
import { formatTime, nameLanguage } from './format.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelView } from './panel-view.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { SourceList } from './source-list.tsx';
import { Verdict } from './verdict.tsx';

type OpenSource = (number: number, sentence?: DraftSentence) => void;
type Of<K extends PanelView['kind']> = Extract<PanelView, { kind: K }>;

/** The draft with everything needed to check it. */
export function DraftedState({
  view,
  actions,
  onSource,
  onNextUnsupported,
}: {
  readonly view: Of<'drafted'>;
  readonly actions: PanelActions;
  readonly onSource: OpenSource;
  readonly onNextUnsupported: () => void;
}): ReactNode {
  const { draft, insert, ticket, access } = view;
  return (
    <>
      <RefusalNotice insert={insert} requester={ticket.requester.name} />
      <StandInNotice draft={draft} actions={actions} />
      {access === 'this-visit' ? (
        <Notice
          tone="info"
          icon="key"
          title="Deskside may read this tab until it leaves the site"
          actions={<LinkButton onClick={actions.onAllowSite}>Allow on this site</LinkButton>}
        >
          Then a draft is ready whenever you open a ticket.
        </Notice>
      ) : null}
      <Verdict draft={draft} onNextUnsupported={onNextUnsupported} />
      <LanguageNote draft={draft} />
      <DraftText blocks={draft.blocks} sources={draft.sources} language={draft.language} onSource={onSource} />
      <SourceList sources={draft.sources} onOpen={onSource} />
    </>
  );
}

function StandInNotice({ draft: { writer }, actions }: { readonly draft: Draft; readonly actions: PanelActions }): ReactNode {
  if (writer.kind !== 'embedded' || !writer.because) return null;
  const { what } = describeFailure(writer.because);
  const buttons = (
    <>
      <LinkButton onClick={() => actions.onRedraft([])}>Try now</LinkButton>
      <LinkButton onClick={actions.onOpenOptions}>Check the backend</LinkButton>
    </>
  );
  return (
    <Notice tone="warning" icon="plug" title={what} actions={buttons}>
      This draft was put together in your browser from the best passages.
    </Notice>
  );
}

/** Passages keep their own language; said once, not at every sentence. */
function LanguageNote({ draft }: { readonly draft: Draft }): ReactNode {
  const other = draft.blocks
    .flatMap((block) => block.lines.flat())
    .find((sentence) => sentence.support !== 'plain' && sentence.language !== draft.language);
  if (!other) return null;
  return (
    <Notice tone="plain" icon="globe" title={`Quoted in ${nameLanguage(other.language)}`}>
      No passage in {nameLanguage(draft.language)} answers this. Translate the quoted sentences before you send them.
    </Notice>
  );
}

/** The requester wrote again: the old draft is dimmed, kept, and can't be inserted. */
export function OutdatedState({ view: { draft, newer, why, ticket } }: { readonly view: Of<'outdated'> }): ReactNode {
  const latest = newer.at(-1);
  const { title, body } = describeOutdated(why, latest?.author.name ?? ticket.requester.name);
  return (
    <>
      <Notice tone="warning" icon="message" title={title}>
        {body}
      </Notice>
      {latest ? (
        <section aria-label="New message">
          <h3 className="section-title">
            {latest.visibility === 'internal' ? 'New internal note' : 'New message'}{' '}
            <span className="num">{formatTime(latest.at)}</span>
          </h3>
          <p className="claim-quote read">{latest.text}</p>
        </section>
      ) : null}
      <section aria-label="Draft for the older conversation">
        <h3 className="section-title">Draft for the older message</h3>
        <DraftText blocks={draft.blocks} sources={draft.sources} language={draft.language} isOld />
      </section>
    </>
  );
}

/** The reply is in the box; sending is the agent's. */
export function InsertedState({ view: { receipt, ticket, draft } }: { readonly view: Of<'inserted'> }): ReactNode {
  const sources = draft.sources.length;
  const isAllPublic = draft.sources.every(({ passage }) => passage.audience === 'public');
  const checked = [
    `Ticket #${ticket.id}, ${ticket.requester.name || 'the requester'}, no newer message`,
    isAllPublic ? `Public reply; ${sources === 1 ? 'its source is' : `all ${sources} sources are`} public` : 'Public reply',
    'The text stands in the box once',
    ...(receipt.keptText ? ['What stood in the box was kept'] : []),
  ];
  return (
    <>
      <Notice tone="supported" icon="check-circle" title="The reply is in the box. It is not sent.">
        Read it once more and press Send in the helpdesk.
      </Notice>
      <section aria-label="Checked as it was inserted">
        <h3 className="section-title">
          Checked as it was inserted <span className="num">{formatTime(receipt.at)}</span>
        </h3>
        <ul className="receipt">
          {checked.map((line) => (
            <li key={line}>
              <Icon name="check" />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className="quiet">
        After you send it, Deskside compares the sent text with this draft. That is how “likely kept” learns.
      </p>
    </>
  );
}
