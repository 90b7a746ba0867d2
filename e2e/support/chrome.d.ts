/** In functions that run inside the browser, in one of the extension's own contexts. */
declare const chrome: import('wxt/browser').WxtBrowser;
