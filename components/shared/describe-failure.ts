import type { Failure } from '../../utils/domain/failure.ts';

/** What happened, what to do next, and the button that does it. */
export type FailureText = {
  readonly what: string;
  readonly next: string;
  readonly action?: 'retry' | 'open-options' | 'read-again' | 'allow-site' | 'reload-page';
};

/** Two sentences an agent understands, for every failure. */
export function describeFailure(failure: Failure): FailureText {
  switch (failure.kind) {
    case 'backend-unreachable':
      return {
        what: `${failure.host} can't be reached.`,
        next: 'Check that it runs and that you are online, then try again.',
        action: 'retry',
      };
    case 'backend-silent':
      return {
        what: `${failure.host} did not answer for ${Math.round(failure.afterMs / 1000)} seconds.`,
        next: 'Try again, or check the backend.',
        action: 'retry',
      };
    case 'backend-rejected':
      return describeRejection(failure);
    case 'backend-garbled':
      return {
        what: `${failure.host} sent something that is no reply.`,
        next: 'Check the address under Options: it is the one that ends in /v1 with most servers.',
        action: 'open-options',
      };
    case 'backend-cut-off':
      return {
        what: `${failure.host} stopped in the middle of the reply.`,
        next: 'What had arrived is kept under Versions. Try again for a whole one.',
        action: 'retry',
      };
    case 'backend-not-allowed':
      return {
        what: `The browser may not ask ${failure.host} yet.`,
        next: 'Save the backend under Options and choose Allow.',
        action: 'open-options',
      };
    case 'model-nonsense':
      return {
        what: `${failure.host || 'The model'} wrote something that is no reply: ${failure.why}.`,
        next: 'It was asked twice. Try again, or choose another model under Options.',
        action: 'retry',
      };
    case 'model-unavailable':
      return describeMissingModel(failure.state);
    case 'over-budget':
      return {
        what: describeLimit(failure),
        next: 'Nothing was sent. The limit is set under Options → Spending.',
        action: 'open-options',
      };
    case 'ticket-unreadable':
      return {
        what: `${failure.helpdesk || 'The page'} did not show ${failure.missing}.`,
        next: failure.tried?.length
          ? 'A half-read ticket gets no draft. Read it again; if that does not help, the page was changed: pass the report on to whoever looks after Deskside.'
          : 'A half-read ticket gets no draft. Wait until the page has loaded, then read it again.',
        action: 'read-again',
      };
    case 'signed-out':
      return {
        what: `You are signed out of ${failure.helpdesk}.`,
        next: 'Sign in there, then read the ticket again.',
        action: 'read-again',
      };
    case 'storage-full':
      return {
        what: 'The browser has no room left for Deskside.',
        next: 'Nothing was lost. Remove a source under Options, or free space on this disk.',
        action: 'open-options',
      };
    case 'storage-broken':
      return {
        what: "The browser's storage does not answer.",
        next: 'Outcomes are kept aside until it does. Restart the browser; if it stays, export Insights first.',
        action: 'retry',
      };
    case 'source-unreachable':
      return {
        what: `${failure.host} can't be reached.`,
        next: 'What was read before is kept. Check the address and that you are online, then read it again.',
        action: 'retry',
      };
    case 'source-not-allowed':
      return {
        what: `The browser may not read ${failure.host} yet.`,
        next: 'Choose Allow beside the source, then read it again.',
        action: 'allow-site',
      };
    case 'source-rejected':
      return failure.status === 401 || failure.status === 403
        ? {
            what: `${failure.host} did not let Deskside read (${failure.status}).`,
            next: 'Sign in there or enter a valid key, then read it again. What was read before is kept.',
            action: 'open-options',
          }
        : {
            what: `${failure.host} answered with error ${failure.status}.`,
            next: 'What was read before is kept. Check the address, or read it again later.',
            action: 'retry',
          };
    case 'source-busy':
      return {
        what: `${failure.host} asked for fewer requests.`,
        next: `Reading goes on by itself in ${Math.max(1, Math.round(failure.retryAfterMs / 60_000))} min. What was read is kept.`,
      };
    case 'source-changed':
      return {
        what: `${failure.host} answered without ${failure.missing}.`,
        next: 'What was read before is kept. Check that the address is the help centre’s, or report the change.',
        action: 'open-options',
      };
    case 'extension-updated':
      return {
        what: 'Deskside was updated while this page was open.',
        next: 'Reload the page to go on. What you typed in the reply box is yours to copy first.',
        action: 'reload-page',
      };
    case 'message-refused':
      return {
        what: 'A part of Deskside did not answer.',
        next: 'Try again; if it stays, reload the page with the ticket.',
        action: 'read-again',
      };
    case 'unexpected':
      return {
        what: 'Something went wrong that Deskside did not expect.',
        next: failure.said === '' ? 'Try again.' : `Try again. It said: ${failure.said}`,
        action: 'retry',
      };
  }
}

function describeRejection({ host, status, said }: Extract<Failure, { kind: 'backend-rejected' }>): FailureText {
  if (status === 401 || status === 403)
    return { what: `${host} did not accept the key.`, next: 'Enter a valid key under Options.', action: 'open-options' };
  if (status === 404)
    return {
      what: `${host} does not know the model or the address.`,
      next: 'Check both under Options, with Test connection.',
      action: 'open-options',
    };
  if (status === 429)
    return { what: `${host} is taking no more requests just now.`, next: 'Wait a minute, then try again.', action: 'retry' };
  if (status >= 500)
    return { what: `${host} has a problem of its own (${status}).`, next: 'Try again in a while.', action: 'retry' };
  return {
    what: `${host} refused the request (${status}).`,
    next: said === '' ? 'Check the backend under Options.' : `It said: ${said}`,
    action: 'open-options',
  };
}

function describeMissingModel(state: Extract<Failure, { kind: 'model-unavailable' }>['state']): FailureText {
  if (state === 'not-set')
    return {
      what: 'This needs a model, and none is set.',
      next: 'Choose one under Options → Backend. The draft stays as it is.',
      action: 'open-options',
    };
  if (state === 'none')
    return {
      what: 'This browser has no model of its own.',
      next: 'Choose another backend under Options; the embedded drafter always works.',
      action: 'open-options',
    };
  if (state === 'downloading')
    return { what: 'The browser is still downloading its model.', next: 'Try again when it is there.', action: 'retry' };
  return {
    what: 'The browser has not downloaded its model yet.',
    next: 'Start the download under Options → Backend.',
    action: 'open-options',
  };
}

function describeLimit({ limit, unit }: Extract<Failure, { kind: 'over-budget' }>): string {
  switch (limit) {
    case 'prompt':
      return 'This request would be larger than the limit for one request.';
    case 'draft':
      return `This draft has used up its ${unit}.`;
    case 'day':
      return `Today’s ${unit} are used up.`.replace('money are', 'money is');
    case 'team':
      return 'This browser’s share of the team’s money for the month is used up.';
  }
}
