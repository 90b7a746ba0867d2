import type { ReactNode } from 'react';
import { helpdeskIdSchema, type HelpdeskId } from '../../utils/domain/ticket.ts';
import type { InsightsFilters } from '../../utils/insights/build-report.ts';
import { periods, type Period } from '../../utils/insights/time-range.ts';
import { Icon } from '../shared/icon.tsx';
import { Segmented } from '../shared/segmented.tsx';
import type { Format } from './create-format.ts';
import { nameHelpdesk } from '../../utils/domain/helpdesk-names.ts';
import './filter-bar.css';

const periodNames: Record<Period, string> = { '7-days': '7 days', '30-days': '30 days', '13-weeks': '13 weeks', all: 'All' };

export type FilterBarProps = {
  readonly period: Period;
  readonly filters: InsightsFilters;
  readonly helpdesks: readonly HelpdeskId[];
  readonly languages: readonly string[];
  readonly onPeriod: (period: Period) => void;
  readonly onFilters: (filters: InsightsFilters) => void;
  readonly format: Format;
};

/** Which opportunities are counted: period, helpdesk, language. */
export function FilterBar({ period, filters, helpdesks, languages, onPeriod, onFilters, format }: FilterBarProps): ReactNode {
  return (
    <div className="filterbar" role="group" aria-label="Filters">
      <Segmented
        label="Period"
        value={period}
        options={periods.map((value) => ({ value, label: periodNames[value] }))}
        onChange={onPeriod}
      />
      <FilterSelect
        label="Helpdesk"
        value={filters.helpdesk}
        all={`All ${format.count(helpdesks.length)}`}
        options={helpdesks.map((id) => [id, nameHelpdesk(id)])}
        onChange={(value) => onFilters({ ...filters, helpdesk: helpdeskIdSchema.safeParse(value).data ?? 'all' })}
      />
      <FilterSelect
        label="Language"
        value={filters.language}
        all={`All ${format.count(languages.length)}`}
        options={languages.map((code) => [code, format.language(code)])}
        onChange={(language) => onFilters({ ...filters, language })}
      />
    </div>
  );
}

type FilterSelectProps = {
  readonly label: string;
  readonly value: string;
  /** Text of the choice that filters nothing. */
  readonly all: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
};

/** A native select in the clothes of a filter button: keyboard and screen reader come with it. */
function FilterSelect({ label, value, all, options, onChange }: FilterSelectProps): ReactNode {
  return (
    <label className={value === 'all' ? 'filter-button' : 'filter-button is-set'}>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="all">{all}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size="sm" />
    </label>
  );
}
