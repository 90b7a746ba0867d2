import { useState, type ReactNode } from 'react';
import { Notice } from '../shared/notice.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { FirstRunWindow } from './first-run-window.tsx';
import type { StepProps } from './helpdesk-step.tsx';

const choices = [
  { id: 'embedded', icon: 'window', name: 'Embedded', hint: 'Answers from your articles, in the browser' },
  { id: 'hosted', icon: 'plug', name: 'A hosted model', hint: 'OpenAI, Mistral, OpenRouter and compatible services' },
  { id: 'own', icon: 'layers', name: 'Your own machine or server', hint: 'Ollama, LM Studio, vLLM, llama.cpp' },
] as const;

/** Step 3: the embedded drafter, or a model; address and key of a model are asked for in Options. */
export function BackendStep({ actions, onNext, onBack }: StepProps): ReactNode {
  const [chosen, setChosen] = useState<(typeof choices)[number]['id']>('embedded');
  const embedded = chosen === 'embedded';
  return (
    <FirstRunWindow
      step={3}
      title="Who writes the drafts?"
      lead="Begin with the embedded drafter: it needs no account and sends nothing. You can change this later."
      primary={embedded ? 'Use embedded' : 'Set it up in Options'}
      onPrimary={() => {
        if (embedded) actions.onUseEmbedded();
        else actions.onChooseBackend();
        onNext();
      }}
      onBack={onBack}
      skip={{ label: 'Skip', onSkip: onNext }}
    >
      <div className="choices" role="radiogroup" aria-label="Backend">
        {choices.map(({ id, icon, name, hint }) => (
          <ChoiceCard
            key={id}
            group="backend"
            icon={icon}
            name={name}
            hint={hint}
            checked={id === chosen}
            onChoose={() => setChosen(id)}
          />
        ))}
      </div>
      {chosen === 'hosted' ? (
        <Notice tone="info" icon="globe" title="The conversation leaves this browser">
          Each draft sends the ticket’s conversation and the passages it may cite to the service you choose, and nowhere else.
        </Notice>
      ) : (
        <Notice tone="plain" icon="lock" title={embedded ? 'Nothing leaves this browser' : 'Nothing leaves your machines'}>
          {embedded
            ? 'It picks the sentences that answer the question and cites each one.'
            : 'Over http on this machine, over https anywhere else.'}
        </Notice>
      )}
    </FirstRunWindow>
  );
}
