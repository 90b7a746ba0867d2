import type { SourceOrigin, SourceProduct } from '../../utils/domain/passage.ts';

/** Kinds of sources that a product keeps and that have a form of their own. */
export type ProductKind = Extract<SourceOrigin, { product: SourceProduct }>['kind'];

export type ProductEntry = {
  readonly id: SourceProduct;
  readonly name: string;
  /** What is read from it. */
  readonly kinds: readonly ProductKind[];
  /** Where its programming interface is; empty: at the team's own address. */
  readonly baseUrl: string;
  readonly placeholder: string;
  /** `optional`: without one, what everyone may read, or what the browser's own sign-in lets it read. */
  readonly key: 'needed' | 'optional';
  /** Its help centre is a public portal and is read without a key. */
  readonly isPortal?: boolean;
  /** One language of the help centre can be asked for. */
  readonly hasLanguages: boolean;
  /** Where the key is found, as the product calls it. */
  readonly keyHint: string;
  /** What narrows a help centre down, as the product calls it; empty: nothing does. */
  readonly collection: string;
};

const session = 'Without one, Deskside reads with your own sign-in in this browser.';

const allKinds: readonly ProductKind[] = ['help-centre', 'macros', 'solved-tickets'];

/** Products whose help centre, macros or solved tickets can be read; names and keys as their documentation gives them, November 2026. Help Scout's mailbox has another sign-in than its articles; Request Tracker's templates are its articles. */
export const sourceProducts: readonly ProductEntry[] = [
  {
    id: 'zendesk',
    name: 'Zendesk',
    kinds: allKinds,
    baseUrl: '',
    placeholder: 'https://yourteam.zendesk.com',
    key: 'optional',
    keyHint: `An OAuth token, or you@yourteam.example/token: and an API token from Admin Center. ${session}`,
    collection: '',
    hasLanguages: true,
  },
  {
    id: 'freshdesk',
    name: 'Freshdesk',
    kinds: allKinds,
    baseUrl: '',
    placeholder: 'https://yourteam.freshdesk.com',
    key: 'needed',
    keyHint: 'Your API key, under Profile settings.',
    collection: 'Category number',
    hasLanguages: true,
  },
  {
    id: 'intercom',
    name: 'Intercom',
    kinds: ['help-centre', 'macros'],
    baseUrl: 'https://api.intercom.io',
    placeholder: 'https://api.intercom.io',
    key: 'needed',
    keyHint:
      'An access token from the Developer Hub. In the EU the address is https://api.eu.intercom.io, in Australia https://api.au.intercom.io.',
    collection: '',
    hasLanguages: true,
  },
  {
    id: 'help-scout',
    name: 'Help Scout',
    kinds: ['help-centre'],
    baseUrl: 'https://docsapi.helpscout.net',
    placeholder: 'https://docsapi.helpscout.net',
    key: 'needed',
    keyHint: 'A Docs API key, under Your profile → Authentication.',
    collection: 'Site number',
    hasLanguages: false,
  },
  {
    id: 'zammad',
    name: 'Zammad',
    kinds: allKinds,
    baseUrl: '',
    placeholder: 'https://desk.yourteam.example',
    key: 'optional',
    keyHint: `An access token, under Profile → Token access. ${session}`,
    collection: 'Knowledge base number',
    hasLanguages: false,
  },
  {
    id: 'request-tracker',
    name: 'Request Tracker',
    kinds: ['help-centre', 'solved-tickets'],
    baseUrl: '',
    placeholder: 'https://rt.yourteam.example',
    key: 'optional',
    keyHint: `An authentication token, under Logged in as → Settings. ${session}`,
    collection: 'Class of articles',
    hasLanguages: false,
  },
  {
    id: 'chatwoot',
    name: 'Chatwoot',
    kinds: ['help-centre', 'macros'],
    baseUrl: '',
    placeholder: 'https://app.chatwoot.com',
    key: 'needed',
    keyHint: 'An access token, under Profile settings.',
    collection: 'Portal',
    hasLanguages: true,
    isPortal: true,
  },
];

export function findProduct(id: SourceProduct): ProductEntry | undefined {
  return sourceProducts.find((entry) => entry.id === id);
}

/** Whether a key is asked for when this is read from the product. */
export function toKeyNeed({ key, isPortal = false }: ProductEntry, kind: ProductKind): ProductEntry['key'] | 'none' {
  return isPortal && kind === 'help-centre' ? 'none' : key;
}
