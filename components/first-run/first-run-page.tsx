import { useState, type ReactNode } from 'react';
import { Logo } from '../shared/logo.tsx';
import { BackendStep } from './backend-step.tsx';
import { DoneStep } from './done-step.tsx';
import type { FirstRunActions, FirstRunValue } from './first-run-value.ts';
import { HelpdeskStep, type StepProps } from './helpdesk-step.tsx';
import { KnowledgeStep } from './knowledge-step.tsx';
import '../options/options.css';
import './first-run.css';

const steps: readonly ((props: StepProps) => ReactNode)[] = [HelpdeskStep, KnowledgeStep, BackendStep, DoneStep];

export type FirstRunPageProps = {
  readonly value: FirstRunValue;
  readonly actions: FirstRunActions;
  /** Step to begin with, from 0. */
  readonly firstStep?: number;
};

/** The first run: where tickets are, what drafts rely on, who writes them. Every step can be skipped. */
export function FirstRunPage({ value, actions, firstStep = 0 }: FirstRunPageProps): ReactNode {
  const [step, setStep] = useState(firstStep);
  const Step = steps[step] ?? DoneStep;
  return (
    <main className="first-run">
      <Logo />
      <Step
        value={value}
        actions={actions}
        onNext={() => setStep(Math.min(step + 1, steps.length - 1))}
        onBack={() => setStep(Math.max(step - 1, 0))}
      />
    </main>
  );
}
