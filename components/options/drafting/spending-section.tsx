import { useEffect, useState, type ReactNode } from 'react';
import type { SpendingBudget } from '../../../utils/domain/spending.ts';
import type { MessageReply } from '../../../utils/messaging/contract.ts';
import { formatMoney } from '../../panel/format.ts';
import type { OptionsActions } from '../options-value.ts';
import { SettingsSection } from '../settings-section.tsx';
import { TextField } from '../text-field.tsx';
import './drafting.css';
import { checkBudget, toBudgetFields, type BudgetFields } from './budget-fields.ts';

export type SpendingSectionProps = {
  readonly budget: SpendingBudget;
  readonly actions: Pick<OptionsActions, 'onSettings' | 'onSpending'>;
};

/** What requests to models may cost. At a limit nothing is sent; the embedded drafter takes over and says so. */
export function SpendingSection({ budget, actions }: SpendingSectionProps): ReactNode {
  const [fields, setFields] = useState(() => toBudgetFields(budget));
  const [known, setKnown] = useState(budget);
  if (JSON.stringify(known) !== JSON.stringify(budget)) {
    setKnown(budget);
    setFields(toBudgetFields(budget));
  }
  const { problems } = checkBudget(fields);
  const save = (): void => {
    const checked = checkBudget(fields);
    if (checked.budget) actions.onSettings({ budget: checked.budget });
  };
  const field = (name: keyof BudgetFields, label: string, hint?: string): ReactNode => (
    <TextField
      label={label}
      value={fields[name]}
      problem={problems[name]}
      {...(hint === undefined ? {} : { hint })}
      onChange={(value) => setFields({ ...fields, [name]: value })}
    />
  );
  return (
    <SettingsSection
      id="spending"
      title="Spending"
      lead="What requests to models may cost. At a limit nothing is sent: the embedded drafter takes over and says so."
    >
      <Totals currency={budget.currency} onSpending={actions.onSpending} />
      <div className="fields-2" onBlur={save}>
        {field('currency', 'Currency', 'Three letters, as your contract bills: USD, EUR.')}
        {field(
          'promptTokens',
          'Largest request, tokens',
          'Passages and conversation are packed to fit. 6,000 suits most models.',
        )}
        {field('replyTokens', 'Longest reply, tokens')}
        {field('draftMoney', 'At most for one draft', 'All its requests together. Empty: no limit.')}
        {field('dayTokens', 'At most a day, tokens')}
        {field('dayMoney', 'At most a day, money')}
        {field('teamMoney', 'At most a month for the team', 'Each browser stops at its share.')}
        {field('agents', 'Agents in the team')}
      </div>
    </SettingsSection>
  );
}

type Totals = Pick<MessageReply<'spending-read'>, 'day' | 'month'>;

function Totals({ currency, onSpending }: { readonly currency: string } & Pick<OptionsActions, 'onSpending'>): ReactNode {
  const [totals, setTotals] = useState<Totals>();
  useEffect(() => {
    let isLeft = false;
    void onSpending().then((answer) => isLeft || (answer.ok && setTotals(answer.value)));
    return () => {
      isLeft = true;
    };
    // The actions are made anew at each drawing; what they do is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (!totals) return null;
  const describe = ({ requests, tokens, money }: Totals['day']): string =>
    requests === 0
      ? 'no request'
      : `${requests.toLocaleString()} ${requests === 1 ? 'request' : 'requests'}, ${tokens.toLocaleString()} tokens, ${formatMoney(money, currency)}`;
  return (
    <dl className="spent">
      <dt>Today</dt>
      <dd>{describe(totals.day)}</dd>
      <dt>This month</dt>
      <dd>{describe(totals.month)}</dd>
    </dl>
  );
}
