import { useMemo, useState, type ReactNode } from 'react';
import type { VoiceProfile } from '../../../utils/domain/voice.ts';
import { Segmented } from '../../shared/segmented.tsx';
import { composePreview, type PreviewBlock } from './compose-preview.ts';
import { previewSamples, type PreviewTicket } from './preview-samples.ts';

const OWN = 'own';

export type VoicePreviewProps = {
  readonly profile: VoiceProfile;
  /** Languages that the voice serves; empty: all. A sample in one of them is shown first. */
  readonly languages: readonly string[];
  readonly previewTicket?: PreviewTicket | undefined;
};

/** A reply in this voice, written anew with every change, here and without any request. */
export function VoicePreview({ profile, languages, previewTicket }: VoicePreviewProps): ReactNode {
  const [chosen, setChosen] = useState<string>();
  const tabs = [
    ...(previewTicket ? [{ value: OWN, label: `#${previewTicket.ticket.id}` }] : []),
    ...previewSamples.map(({ id, label }) => ({ value: id, label })),
  ];
  const serves = (language: string): boolean => languages.length === 0 || languages.includes(language.split('-')[0] ?? language);
  const own = previewTicket && serves(previewTicket.language) ? OWN : undefined;
  const shown = chosen ?? own ?? previewSamples.find(({ id }) => languages.includes(id))?.id ?? 'en';
  const sample = previewSamples.find(({ id }) => id === shown);
  const ticket = shown === OWN ? (previewTicket ?? sample) : sample;
  const blocks = useMemo(() => (ticket ? composePreview(ticket, profile) : []), [ticket, profile]);
  return (
    <div className="voice-preview">
      <div className="voice-preview-head">
        <h3>Preview</h3>
        <Segmented label="Ticket of the preview" size="sm" value={shown} options={tabs} onChange={setChosen} />
      </div>
      {ticket ? (
        <>
          <p className="voice-preview-about">
            {shown === OWN ? 'The newest ticket that was read' : 'A sample ticket'}:{' '}
            <span lang={ticket.language}>
              {ticket.ticket.subject === '' ? 'without a subject' : `“${ticket.ticket.subject}”`}
            </span>
          </p>
          <div className="voice-reply read" lang={ticket.language} data-testid="voice-reply">
            {blocks.map((block, index) => (
              <PreviewPart key={index} block={block} />
            ))}
          </div>
        </>
      ) : null}
      <p className="voice-preview-note">
        Written by the embedded drafter in this browser; nothing is sent. Sentences with facts stand as their source has them, the
        voice is in what stands around them. Models are told the same, with your rules and replies.
      </p>
    </div>
  );
}

function PreviewPart({ block }: { readonly block: PreviewBlock }): ReactNode {
  const items = block.lines.map((line, index) => <li key={index}>{line}</li>);
  if (block.kind === 'ordered') return <ol>{items}</ol>;
  if (block.kind === 'bulleted') return <ul>{items}</ul>;
  return (
    <p>
      {block.lines.map((line, index) => (
        <span key={index} className="voice-line">
          {line}
        </span>
      ))}
    </p>
  );
}
