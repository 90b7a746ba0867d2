import type { ReactNode } from 'react';
import type { InsightsReport } from '../../utils/insights/build-report.ts';
import { rules } from '../../utils/insights/rules.ts';
import { AcceptanceOverTime } from './acceptance-over-time.tsx';
import { LadderChart } from './ladder-chart.tsx';
import { RateFigure } from './rate-figure.tsx';
import { RateTable } from './rate-table.tsx';
import { ReplyList, type ReplyListProps } from './reply-list.tsx';
import { RuleText } from './rule-text.tsx';

export type ReportTilesProps = ReplyListProps & { readonly report: InsightsReport };

/** The tiles of a report that has something to show. */
export function ReportTiles({ report, ...replies }: ReportTilesProps): ReactNode {
  const { format } = replies;
  const { acceptance, knowsEligible } = report;
  const { strict, loose } = acceptance;
  const tooFew = strict.overOffered.kind === 'too-few' ? [rules.tooFew] : [];
  const eligibleRule = knowsEligible ? [rules.overEligible] : [];
  return (
    <>
      <div className="grid">
        <div className="tile span-4 rates">
          <RateFigure
            series="strict"
            title="Strict acceptance"
            rules={[rules.strict, ...eligibleRule, ...tooFew]}
            counted="retained of offered"
            overOffered={strict.overOffered}
            overEligible={knowsEligible ? strict.overEligible : undefined}
            format={format}
          />
          <RateFigure
            series="loose"
            title="Loose acceptance"
            rules={[rules.loose, ...eligibleRule, ...tooFew]}
            counted="inserted of offered"
            overOffered={loose.overOffered}
            overEligible={knowsEligible ? loose.overEligible : undefined}
            format={format}
          />
        </div>
        <section className="tile span-8" aria-labelledby="ladder-h">
          <RuleText
            rules={rules.ladder}
            heading={
              <>
                <h2 id="ladder-h" className="tile-title">
                  From ticket to kept reply
                </h2>
                <span className="grow quiet">what was lost on each step, and why</span>
              </>
            }
          />
          <LadderChart rungs={report.ladder} format={format} />
          {knowsEligible ? null : (
            <p className="tile-foot">
              <span>Only a draft has a language, so tickets without a draft are left out here.</span>
            </p>
          )}
        </section>
      </div>
      <AcceptanceOverTime groups={report.byTime} bucket={report.bucket} format={format} />
      <div className="grid" id="segments">
        <RateTable
          id="t-agent"
          title="By agent"
          column="Agent"
          groups={report.byAgent}
          team={strict.overOffered}
          rule={rules.byAgent}
          empty="No draft was offered in this period."
          format={format}
        />
        <RateTable
          id="t-source"
          title="By source"
          column="Source"
          groups={report.bySource}
          team={strict.overOffered}
          rule={rules.bySource}
          empty="No offered draft cites a source."
          format={format}
        />
        <RateTable
          id="t-article"
          title="By article"
          column="Article"
          groups={report.byArticle}
          team={strict.overOffered}
          rule={rules.byArticle}
          empty="No offered draft cites an article."
          format={format}
        />
      </div>
      <ReplyList {...replies} />
    </>
  );
}
