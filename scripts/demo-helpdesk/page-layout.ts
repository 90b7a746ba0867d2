import { html, type Html } from './html.ts';

/** The frame around each page, with the mark by which the extension knows this helpdesk. */
export function renderPage(title: string, me: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="helpdesk" content="deskside-demo" />
        <title>${title} – Northwind Cloud Support</title>
        <link rel="stylesheet" href="/static/helpdesk.css" />
        <script src="/static/reply-editor.js" defer></script>
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">Northwind Cloud <span>Support</span></a>
          <nav aria-label="Main"><a href="/">Tickets</a><a href="/sent">Sent</a></nav>
          <span class="me">${me}</span>
        </header>
        ${body}
      </body>
    </html> `.markup;
}

/** A page that says what happened, then what next. */
export function renderNotice(title: string, me: string, text: string, back: string): string {
  return renderPage(
    title,
    me,
    html`<main class="plain">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="${back}">Go back</a></p>
    </main>`,
  );
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

export function renderTime(iso: string): Html {
  return html`<time datetime="${iso}" title="${iso}">${timeFormat.format(new Date(iso))}</time>`;
}

/** How long ago, in the two largest units: "2 d 5 h", "40 min". */
export function describeAge(fromIso: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(fromIso)) / 60_000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
