import type { ReactNode } from 'react';
import type { Proposal } from '../../../utils/domain/teaching.ts';
import type { TeachingOrder } from '../../../utils/domain/teaching-order.ts';
import { Tag } from '../../shared/tag.tsx';

type Kind = 'requester' | 'agent' | 'note' | 'unknown';
const kinds: readonly (readonly [Kind, string])[] = [
  ['requester', 'from the requester'],
  ['agent', 'from an agent'],
  ['note', 'internal note'],
];

const toKind = ({ role, visibility }: Proposal['messages'][number]): Kind =>
  visibility === 'internal' ? 'note' : role === 'participant' ? 'unknown' : role;

export type TeachPreviewProps = { readonly proposal: Proposal; readonly onTeach: (order: TeachingOrder) => void };

/** Every message as it would be read, in the order of the page; its kind can be corrected, which shows one more message of that kind. */
export function TeachPreview({ proposal: { subject, messages }, onTeach }: TeachPreviewProps): ReactNode {
  return (
    <section aria-label="What would be read">
      <h3 className="section-title">What would be read</h3>
      <p className="teach-subject wrap">{subject}</p>
      <ol className="teach-preview">
        {messages.map((message, index) => (
          <li key={message.path.join('.')}>
            <p className="teach-who">
              <b className="wrap">{message.author}</b>
              <Tag tone={message.visibility === 'internal' ? 'internal' : 'plain'}>
                {message.visibility === 'internal' ? 'internal' : 'public'}
              </Tag>
              <span className="grow" />
              <select
                className="input teach-kind"
                aria-label={`Message ${index + 1} is`}
                value={toKind(message)}
                onChange={({ target }) => {
                  const as = kinds.find(([kind]) => kind === target.value)?.[0];
                  if (as && as !== 'unknown')
                    onTeach({ kind: 'correct', as, path: message.path, words: message.words.slice(0, 60) });
                }}
              >
                {toKind(message) === 'unknown' ? <option value="unknown">not known</option> : null}
                {kinds.map(([kind, label]) => (
                  <option key={kind} value={kind}>
                    {label}
                  </option>
                ))}
              </select>
            </p>
            <p className="second wrap">{message.words}</p>
            <p className="quiet">{new Date(message.at).toLocaleString()}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
