/** 16 px line icons of this project, as shapes: `path` data, circles [cx, cy, r] and boxes [x, y, width, height, radius]. */
export type IconShape = {
  readonly paths?: readonly string[];
  readonly circles?: readonly (readonly [number, number, number])[];
  readonly boxes?: readonly (readonly [number, number, number, number, number])[];
};

export const iconShapes = {
  alert: { paths: ['M8 2.2 14.3 13H1.7Z', 'M8 6.4v3M8 11.2v.1'] },
  back: { paths: ['M13 8H3.5M7.5 4l-4 4 4 4'] },
  beaker: { paths: ['M6 2h4M6.5 2v4.5L3 13a1 1 0 0 0 .9 1.5h8.2A1 1 0 0 0 13 13L9.5 6.5V2M5 10h6'] },
  book: { paths: ['M3 3.5A1.5 1.5 0 0 1 4.5 2H13v9.5H4.5A1.5 1.5 0 0 0 3 13Zm0 9.5a1.5 1.5 0 0 0 1.5 1.5H13v-3'] },
  check: { paths: ['m3 8.5 3.2 3.2L13 4.8'] },
  'check-circle': { paths: ['m5.4 8.2 1.8 1.8 3.4-3.6'], circles: [[8, 8, 6]] },
  'chevron-down': { paths: ['m3.5 6 4.5 4.5L12.5 6'] },
  'chevron-right': { paths: ['m6 3.5 4.5 4.5L6 12.5'] },
  clock: { paths: ['M8 4.6V8l2.3 1.5'], circles: [[8, 8, 6]] },
  close: { paths: ['m4 4 8 8M12 4l-8 8'] },
  copy: { paths: ['M10.5 3V2.5h-6a2 2 0 0 0-2 2v6H3'], boxes: [[5.5, 5.5, 8, 8, 1.5]] },
  download: { paths: ['M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 13.5h11'] },
  edit: { paths: ['m10.6 3 2.4 2.4-7.4 7.4-3 .6.6-3Z'] },
  exclude: { paths: ['m3.8 3.8 8.4 8.4'], circles: [[8, 8, 6]] },
  external: { paths: ['M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v3a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h3'] },
  'eye-shield': { paths: ['M8 1.8 13 3.6v4c0 3.2-2.1 5.4-5 6.6-2.9-1.2-5-3.4-5-6.6v-4Z', 'm5.8 7.9 1.6 1.6 2.9-3'] },
  file: { paths: ['M4 2h5l3.5 3.5V14H4Z', 'M9 2v3.5h3.5'] },
  flag: { paths: ['M3.5 14V2.5h8.5l-2 3 2 3H3.5'] },
  formal: { paths: ['M4.5 2.5h7l-1.5 3 1.5 6L8 14l-3.5-2.5L6 5.5Z'] },
  globe: { paths: ['M2 8h12M8 2c2 1.8 2.6 3.8 2.6 6S10 12.2 8 14c-2-1.8-2.6-3.8-2.6-6S6 3.8 8 2Z'], circles: [[8, 8, 6]] },
  key: { paths: ['m6.8 9.2 6-6M10.5 5.5l2 2'], circles: [[5, 11, 2.5]] },
  keyboard: { paths: ['M4.2 6.8h.01M6.7 6.8h.01M9.3 6.8h.01M11.8 6.8h.01M5 10h6'], boxes: [[1.5, 4, 13, 8.5, 1.5]] },
  layers: { paths: ['m8 2 6 3-6 3-6-3ZM2 8l6 3 6-3M2 11l6 3 6-3'] },
  lock: { paths: ['M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2'], boxes: [[3, 7, 10, 6.5, 1.5]] },
  message: {
    paths: [
      'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v5a1.5 1.5 0 0 1-1.5 1.5H7.5l-3.5 2.7V11h-.5A1.5 1.5 0 0 1 2 9.5v-5A1.5 1.5 0 0 1 3.5 3Z',
    ],
  },
  more: { paths: ['M3.5 8h.01M8 8h.01M12.5 8h.01'] },
  people: {
    paths: ['M1.5 13.5c.4-2.4 2.2-3.8 4.5-3.8s4.1 1.4 4.5 3.8M10.8 3.2a2.4 2.4 0 0 1 0 4.6M12 10c1.5.5 2.3 1.7 2.5 3.5'],
    circles: [[6, 5.5, 2.5]],
  },
  person: { paths: ['M2.8 13.7c.5-2.6 2.6-4 5.2-4s4.7 1.4 5.2 4'], circles: [[8, 5.2, 2.7]] },
  pin: { paths: ['M6 2h4l-.5 4.5 2 2.2H4.5l2-2.2ZM8 8.7V14'] },
  plug: { paths: ['M5.5 2v3.5M10.5 2v3.5M3.5 5.5h9V8a4.5 4.5 0 0 1-9 0ZM8 12.5v2'] },
  plus: { paths: ['M8 3v10M3 8h10'] },
  promise: { paths: ['M4 2.5h8a1 1 0 0 1 1 1v10l-5-3-5 3v-10a1 1 0 0 1 1-1Z'] },
  refine: {
    paths: ['M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6'],
    circles: [
      [10.25, 4.5, 1.75],
      [5.75, 11.5, 1.75],
    ],
  },
  refresh: { paths: ['M13 8a5 5 0 1 1-1.5-3.6L13.2 6M13.3 2.7V6H10'] },
  search: { paths: ['m10.4 10.4 3.2 3.2'], circles: [[7, 7, 4.5]] },
  shorter: { paths: ['M2.5 4h11M2.5 8h7M2.5 12h4'] },
  smile: { paths: ['M5.6 9.5c1.2 1.7 3.6 1.7 4.8 0M6 6.3v.1M10 6.3v.1'], circles: [[8, 8, 6]] },
  split: { paths: ['M1.5 8h5M4.2 5.3 6.9 8l-2.7 2.7M14.5 8h-5M11.8 5.3 9.1 8l2.7 2.7'] },
  target: { paths: ['M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3'], circles: [[8, 8, 5]] },
  undo: { paths: ['M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3'] },
  unlock: { paths: ['M5.25 7V5a2.75 2.75 0 0 1 5.2-1.25'], boxes: [[3, 7, 10, 6.5, 1.5]] },
  window: { paths: ['M2 6h12M4.3 4.5h.01'], boxes: [[2, 3, 12, 10, 1.5]] },
} as const satisfies Record<string, IconShape>;
