import type { ReactNode } from 'react';
import type { FoundPassage } from './found-passage.ts';
import { nameFeature } from './feature-names.ts';
import './why-ranked.css';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** Features below this share of the score change no rank. */
const MIN_SHARE = 0.005;

/** Why a passage stands where it stands: how much of the question it holds, and what its score is made of. */
export function WhyRanked({ found }: { readonly found: FoundPassage }): ReactNode {
  const { score, coverage, matchedTerms, terms, why = [] } = found;
  const features = why.filter(({ share }) => share >= MIN_SHARE).toSorted((a, b) => b.share - a.share);
  return (
    <details className="why-ranked">
      <summary className="link-button">
        Why it ranked: {matchedTerms} of {terms} {terms === 1 ? 'word' : 'words'}, {percent.format(coverage)} of the question
      </summary>
      <dl className="why-bars">
        <div>
          <dt>Share of the question that it holds</dt>
          <dd>
            <Bar share={coverage} />
          </dd>
        </div>
        {features.map(({ feature, share }) => (
          <div key={feature}>
            <dt>{nameFeature(feature)}</dt>
            <dd>
              <Bar share={share} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        Score {decimal.format(score)}; it compares passages of one search only.
        {features.length > 0 ? ' The lower bars are what it is made of.' : ''}
      </p>
    </details>
  );
}

function Bar({ share }: { readonly share: number }): ReactNode {
  return (
    <>
      <span className="progress" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      </span>
      <span className="num">{percent.format(share)}</span>
    </>
  );
}
