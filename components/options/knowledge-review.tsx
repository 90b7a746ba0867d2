import { useState, type ReactNode } from 'react';
import type { Article, Source } from '../../utils/domain/passage.ts';
import { Button } from '../shared/button.tsx';
import { describeFailure } from '../shared/describe-failure.ts';
import { Icon } from '../shared/icon.tsx';
import { showInvisible } from '../knowledge/show-invisible.ts';
import type { ReadingActions } from './options-value.ts';
import { useOrder } from './source-order.ts';
import { count } from './source-time.ts';

/** A page of these is as much as a person judges at a time. */
const MAX_SHOWN = 20;

export type KnowledgeReviewProps = {
  readonly flagged: readonly Article[];
  readonly sources: readonly Source[];
  readonly onReview: ReadingActions['onReview'];
};

/** Articles in which something stood out, with the reasons and their text; until a person decides, they count as internal. */
export function KnowledgeReview({ flagged, sources, onReview }: KnowledgeReviewProps): ReactNode {
  // Said here: the article leaves the list with the decision.
  const [decided, setDecided] = useState('');
  return (
    <>
      {flagged.length > 0 ? <WaitingList flagged={flagged} sources={sources} onReview={onReview} onDecided={setDecided} /> : null}
      {flagged.length > 0 || decided !== '' ? (
        <p className="quiet wrap" role="status">
          {decided}
        </p>
      ) : null}
    </>
  );
}

type WaitingListProps = KnowledgeReviewProps & { readonly onDecided: (said: string) => void };

function WaitingList({ flagged, sources, onReview, onDecided }: WaitingListProps): ReactNode {
  const rest = flagged.length - MAX_SHOWN;
  return (
    <div className="knowledge-review" role="group" aria-labelledby="knowledge-review-title">
      <h3 id="knowledge-review-title">
        {flagged.length === 1 ? 'One article waits for you' : `${count(flagged.length, 'article')} wait for you`}
      </h3>
      <p className="second">Something stood out in them, so no public reply uses them. Read the text, then decide.</p>
      <ul>
        {flagged.slice(0, MAX_SHOWN).map((article) => (
          <ReviewRow
            key={`${article.sourceId} ${article.id}`}
            article={article}
            source={sources.find(({ id }) => id === article.sourceId)?.name ?? ''}
            onReview={onReview}
            onDecided={onDecided}
          />
        ))}
      </ul>
      {rest > 0 ? <p className="quiet">{count(rest, 'more article')} after these.</p> : null}
    </div>
  );
}

type ReviewRowProps = {
  readonly article: Article;
  readonly source: string;
  readonly onReview: ReadingActions['onReview'];
  readonly onDecided: (said: string) => void;
};

function ReviewRow({ article, source, onReview, onDecided }: ReviewRowProps): ReactNode {
  const { give, isUnderWay, problem } = useOrder();
  const busy = isUnderWay ? 'Your decision is being saved.' : undefined;
  const title = article.title || article.id;
  return (
    <li className="review">
      <h4 className="wrap" lang={article.locale}>
        {showInvisible(title)}
      </h4>
      <p className="review-source wrap">
        {source}
        {article.url ? ` · ${article.url}` : ''}
      </p>
      <ul className="review-reasons">
        {(article.review?.reasons ?? []).map((reason) => (
          <li key={reason}>
            <Icon name="flag" size="sm" />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary className="link-button">Read the text</summary>
        <div className="review-text" lang={article.locale} tabIndex={0} role="region" aria-label={`Text of ${title}`}>
          {article.sections.map(({ headings, text }, index) => (
            <p key={index}>
              {headings.length > 0 ? <b>{showInvisible(headings.join(' › '))}</b> : null}
              {headings.length > 0 ? '\n' : ''}
              {showInvisible(text)}
            </p>
          ))}
        </div>
      </details>
      <p className="row review-buttons">
        <Button
          size="sm"
          variant="outline"
          icon="check"
          disabledReason={busy}
          onClick={() =>
            give(
              () => onReview(article, 'passed'),
              () => onDecided(`“${showInvisible(title)}” may be used.`),
            )
          }
        >
          It may be used<span className="visually-hidden">: {title}</span>
        </Button>
        <Button
          size="sm"
          icon="lock"
          disabledReason={busy}
          onClick={() =>
            give(
              () => onReview(article, 'kept-internal'),
              () => onDecided(`“${showInvisible(title)}” is kept internal. Your team finds it; public replies never use it.`),
            )
          }
        >
          Keep internal<span className="visually-hidden">: {title}</span>
        </Button>
      </p>
      {problem ? (
        <p className="field-problem" role="alert">
          {describeFailure(problem).what} {describeFailure(problem).next}
        </p>
      ) : null}
    </li>
  );
}
