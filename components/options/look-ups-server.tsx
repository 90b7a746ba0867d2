import { useState, type ReactNode } from 'react';
import type { LookUpServer } from '../../utils/domain/look-up.ts';
import { Button } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import type { LookUpsActions } from './look-ups-actions.ts';
import { checkServerForm, findServerAddressProblem, toToolForm, type ServerProblems, type ToolForm } from './look-ups-form.ts';
import { LookUpsTool } from './look-ups-tool.tsx';
import { TextField } from './text-field.tsx';

export type LookUpsServerProps = {
  /** Absent: a new one. */
  readonly saved?: LookUpServer | undefined;
  /** Of a new one. */
  readonly newId: string;
  readonly actions: LookUpsActions;
  readonly onClose: () => void;
};

/** Sets up one server: address and key, the tools that it offers now, which of them may be asked and with what. */
export function LookUpsServer({ saved, newId, actions, onClose }: LookUpsServerProps): ReactNode {
  const id = saved?.id ?? newId;
  const [name, setName] = useState(saved?.name ?? '');
  const [url, setUrl] = useState(saved?.url ?? '');
  const [secret, setSecret] = useState('');
  const [tools, setTools] = useState<readonly ToolForm[]>();
  const [problems, setProblems] = useState<ServerProblems>({});
  const [trouble, setTrouble] = useState('');
  const [isAsking, setIsAsking] = useState(false);

  const list = async (): Promise<void> => {
    const problem = findServerAddressProblem(url);
    setProblems(problem ? { url: problem } : {});
    if (problem) return;
    setIsAsking(true);
    const offered = await actions.onOffer({ id, url: new URL(url.trim()).href }, secret.trim());
    setIsAsking(false);
    setTrouble(offered.ok ? '' : offered.error);
    if (offered.ok)
      setTools(
        offered.value.map((tool) =>
          toToolForm(
            tool,
            saved?.tools.find((one) => one.name === tool.name),
          ),
        ),
      );
  };
  const save = async (): Promise<void> => {
    const checked = checkServerForm({ id, name, url, tools: tools ?? [] });
    setProblems(checked.ok ? {} : checked.problems);
    if (!checked.ok) return;
    const problem = await actions.onSave(checked.server, secret.trim());
    setTrouble(problem);
    if (problem === '') onClose();
  };
  const change = (changed: ToolForm, part: Partial<ToolForm>): void =>
    setTools(tools?.map((tool) => (tool === changed ? { ...tool, ...part } : tool)));

  return (
    <div className="look-up-server">
      <div className="fields-2">
        <TextField label="Name" value={name} problem={problems['name']} placeholder="Order system" onChange={setName} />
        <TextField
          label="Address"
          mono
          inputMode="url"
          value={url}
          problem={problems['url']}
          placeholder="https://shop.example/mcp"
          onChange={setUrl}
        />
        <TextField
          label="Key"
          optional
          wide
          mono
          type="password"
          value={secret}
          placeholder={saved?.headersSecretName ? '••••••••••••••••' : ''}
          hint="Sent as a bearer token, or as the header that you write: “X-Api-Key: …”. Kept where no page can read it, and sent to this address only."
          onChange={setSecret}
        />
      </div>
      <Button
        className="look-up-list"
        variant="outline"
        icon="refresh"
        onClick={() => void list()}
        disabledReason={isAsking ? 'Asking the server' : undefined}
      >
        List its tools
      </Button>
      {trouble === '' ? null : (
        <Notice tone="warning" icon="alert" title="That did not work.">
          {trouble}
        </Notice>
      )}
      {tools === undefined ? null : (
        <ul className="look-up-tools" aria-label="Tools that the server offers">
          {tools.map((tool) => (
            <LookUpsTool key={tool.offered.name} tool={tool} problems={problems} onChange={(part) => change(tool, part)} />
          ))}
        </ul>
      )}
      <p className="row save-row">
        <Button
          variant="primary"
          onClick={() => void save()}
          disabledReason={tools === undefined ? 'List its tools first' : undefined}
        >
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </div>
  );
}
