import type { ReactNode } from 'react';

export type SettingsSectionProps = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
};

/** One section of Options: heading, one or two sentences, a box. */
export function SettingsSection({ id, title, lead, children }: SettingsSectionProps): ReactNode {
  return (
    <section id={id} aria-labelledby={`h-${id}`}>
      <div className="section-head">
        <h2 id={`h-${id}`}>{title}</h2>
        <p>{lead}</p>
      </div>
      <div className="panelbox">{children}</div>
    </section>
  );
}
