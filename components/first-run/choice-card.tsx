import type { ReactNode } from 'react';
import { Icon, type IconName } from '../shared/icon.tsx';

export type ChoiceCardProps = {
  readonly group: string;
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
};

/** One of several ways on, as a large radio button. */
export function ChoiceCard({ group, icon, name, hint, checked, onChoose }: ChoiceCardProps): ReactNode {
  return (
    <label className="choice">
      <Icon name={icon} />
      <b>{name}</b>
      <span>{hint}</span>
      <input className="check" type="radio" name={group} checked={checked} onChange={onChoose} />
    </label>
  );
}
