import type { ReactNode } from 'react';
import { Icon } from '../shared/icon.tsx';
import { Notice } from '../shared/notice.tsx';
import { describeOutdated } from './describe-view.ts';
import { ChangeNotice } from './draft-notices.tsx';
import { DraftText } from './draft-text.tsx';
import { formatTime } from './format.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelOptions } from './panel-options.ts';
import type { PanelView } from './panel-view.ts';
import { WhileYouAreHere } from './while-you-are-here.tsx';

type Of<K extends PanelView['kind']> = Extract<PanelView, { kind: K }>;

/** The requester wrote again: the old draft is dimmed, kept, and can't be inserted. */
export function OutdatedState({ view: { draft, shown, newer, why, ticket } }: { readonly view: Of<'outdated'> }): ReactNode {
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
        <DraftText blocks={shown.blocks} sources={draft.sources} language={shown.language} isOld />
      </section>
    </>
  );
}

/** The reply is in the box; sending is the agent's. */
export function InsertedState({
  view: { receipt, ticket, draft, record, change },
  actions,
  options,
}: {
  readonly view: Of<'inserted'>;
  readonly actions: PanelActions;
  readonly options: PanelOptions;
}): ReactNode {
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
      <ChangeNotice change={change} actions={actions} />
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
      <WhileYouAreHere record={record} actions={actions} options={options} />
      <p className="quiet">
        After you send it, Deskside compares the sent text with this draft. That is how “likely kept” learns.
      </p>
    </>
  );
}
