import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../utils/messaging/zod-setup.ts';
import { vendorHelpdesks } from '../../utils/helpdesks/vendor-helpdesks.ts';
import { startPageScript } from '../../utils/services/start-page-script.ts';

/** For helpdesks at their vendors' hosts. No site at build time: the worker registers the sites that the agent has allowed. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => startPageScript(vendorHelpdesks),
});
