import type { ReactNode } from 'react';
import { describeFailure } from '../shared/describe-failure.ts';
import { Icon } from '../shared/icon.tsx';
import { Notice } from '../shared/notice.tsx';
import { describeAbstention } from './describe-view.ts';
import { nameLanguage } from './format.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelView } from './panel-view.ts';
import { PipelineSteps } from './pipeline-steps.tsx';
import { QuietState } from './quiet-state.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { NearestList, SourceList } from './source-list.tsx';
import { StreamingText } from './streaming-text.tsx';

type Of<K extends PanelView['kind']> = Extract<PanelView, { kind: K }>;

export function DraftingState({ view: { progress } }: { readonly view: Of<'drafting'> }): ReactNode {
  return (
    <>
      <PipelineSteps progress={progress} />
      {progress && progress.text !== '' ? <StreamingText text={progress.text} language={progress.language} /> : null}
      <SourceList sources={progress?.sources ?? []} />
    </>
  );
}

export function AbstainedState({
  view,
  actions,
}: {
  readonly view: Of<'abstained'>;
  readonly actions: Pick<PanelActions, 'onTeach'>;
}): ReactNode {
  const { outcome, ticket } = view;
  const { title, body } = describeAbstention(outcome.reason, ticket.requester.name || 'the requester');
  const { insert } = view;
  return (
    <>
      <RefusalNotice insert={insert} requester={ticket.requester.name} actions={actions} />
      {typeof insert === 'object' && insert.kind === 'inserted' ? (
        <Notice tone="supported" icon="check-circle" title="The question is in the box. It is not sent.">
          Read it once more and press Send in the helpdesk.
        </Notice>
      ) : null}
      <QuietState icon="book" title={title}>
        <p>{body}</p>
      </QuietState>
      {outcome.question === '' ? null : (
        <section className="card" aria-label="Question to ask">
          <h3 className="section-title">Ask one question instead</h3>
          <p className="card-quote" lang={outcome.language}>
            {outcome.question}
          </p>
          <p className="second">In {nameLanguage(outcome.language)}.</p>
        </section>
      )}
      <NearestList nearest={outcome.nearest} />
    </>
  );
}

/** No ticket, unknown page, no access, a ticket that can't be read, a draft that failed or was stopped. */
export type PlainView = Exclude<
  PanelView,
  { kind: 'teaching' | 'drafted' | 'outdated' | 'inserted' | 'drafting' | 'abstained' | 'handed-over' }
>;

export function PlainState({ view }: { readonly view: PlainView }): ReactNode {
  switch (view.kind) {
    case 'access-needed':
      return (
        <>
          <QuietState icon="key" tone="accent" title="Let Deskside read the ticket in this tab">
            <p>
              Press the Deskside button in the browser’s toolbar. That lets it read this one tab, until the tab leaves the site.
            </p>
          </QuietState>
          <Terms />
        </>
      );
    case 'unknown-helpdesk':
      return (
        <QuietState icon="target" tone="accent" title="Deskside does not know this helpdesk yet">
          <p>
            Show it a few things on <b className="wrap">{view.host}</b> and it can read tickets here. It takes about a minute.
            Nothing on this page was read yet.
          </p>
        </QuietState>
      );
    case 'no-ticket':
      return (
        <QuietState icon="message" title="No ticket is open">
          <p>Open a ticket and the draft appears here.</p>
        </QuietState>
      );
    case 'reading':
      return (
        <QuietState icon="clock" title="Reading the ticket">
          <p role="status">The draft follows as soon as every message is there.</p>
        </QuietState>
      );
    case 'unreadable':
    case 'failed': {
      const { what, next } = describeFailure(view.failure);
      return (
        <QuietState icon="alert" tone="blocking" title={what}>
          <p role="status">{next}</p>
        </QuietState>
      );
    }
    case 'on-request':
      return (
        <QuietState icon="message" title="No draft yet">
          <p>Press Draft to have one made. When drafts are made ahead is set under Options → Drafting.</p>
        </QuietState>
      );
    case 'stopped':
      return (
        <QuietState icon="close" title="Stopped">
          <p>No draft was made. Nothing on the page was changed.</p>
        </QuietState>
      );
    case 'rejected':
      return (
        <QuietState icon="check" title="Put aside">
          <p>The draft and your reason are kept. Write your own reply, or draft again.</p>
        </QuietState>
      );
  }
}

function Terms(): ReactNode {
  return (
    <>
      <h3 className="section-title">On a site you allow it will</h3>
      <ul className="receipt">
        {['read the ticket that is open, when you open it', 'put text into the reply box when you press Insert'].map((line) => (
          <li key={line}>
            <Icon name="check" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <h3 className="section-title">It will never</h3>
      <ul className="receipt">
        {['press Send', 'read other tabs or other sites', 'change tickets, customers or settings'].map((line) => (
          <li key={line}>
            <Icon name="close" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">Your browser asks you before it becomes permanent. You can take it back under Options → Privacy.</p>
    </>
  );
}
