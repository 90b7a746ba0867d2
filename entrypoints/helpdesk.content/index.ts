import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../utils/messaging/zod-setup.ts';
import { ownHostHelpdesks } from '../../utils/helpdesks/own-host-helpdesks.ts';
import { startPageScript } from '../../utils/services/start-page-script.ts';

/** For every host that is no vendor's. No site at build time: the worker registers the sites that the agent has allowed. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => startPageScript(ownHostHelpdesks),
});
