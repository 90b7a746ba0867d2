/** What an element's look says of its letters: whether they are hidden, and their colours where it says so. */
export type Look = {
  /** `closed`: shown when something is pressed, or never; `unseen`: there and not to be seen by anyone. */
  readonly hides: 'closed' | 'unseen' | undefined;
  readonly color: string | undefined;
  readonly background: string | undefined;
};

/** Pixels; letters below can't be read. */
const MIN_FONT_PX = 3;
/** Pixels; what stands so far outside is on no screen. */
const FAR_PX = 500;

const pxByUnit: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, '%': 0.16, vw: 10, vh: 8 };

/** Declarations ("display: none; color: #fff") as what they do to text. What is not understood hides nothing. */
export function readStyle(declarations: string): Look {
  const style = new Map(
    declarations
      .toLowerCase()
      .split(';')
      .flatMap((each): (readonly [string, string])[] => {
        const at = each.indexOf(':');
        return at < 0
          ? []
          : [
              [
                each.slice(0, at).trim(),
                each
                  .slice(at + 1)
                  .replace('!important', '')
                  .trim(),
              ],
            ];
      }),
  );
  const is = (name: string, pattern: RegExp): boolean => pattern.test(style.get(name) ?? '');
  const px = (name: string): number => toPx(style.get(name) ?? '');
  const closed =
    is('display', /^none$/) ||
    is('visibility', /^(?:hidden|collapse)$/) ||
    is('content-visibility', /^hidden$/) ||
    (is('overflow', /^(?:hidden|clip)$/) &&
      (px('height') <= 1 || px('max-height') <= 1 || px('width') <= 1 || px('max-width') <= 1));
  const unseen =
    (style.has('opacity') && Number.parseFloat(style.get('opacity') ?? '') < (is('opacity', /%/) ? 5 : 0.05)) ||
    px('font-size') < MIN_FONT_PX ||
    is('color', /^(?:transparent|rgba\([^)]*,\s*0(?:\.0\d*)?\s*\))$/) ||
    ['left', 'top', 'right', 'text-indent', 'margin-left', 'margin-top'].some((name) => px(name) <= -FAR_PX) ||
    is('clip', /^rect\(\s*(?:0|1px)/) ||
    is('clip-path', /^(?:inset\((?:50|[6-9]\d|100)%|circle\(0|polygon\(0)/) ||
    is('transform', /scale[xy3d]*\(\s*0(?:\.0\d*)?\s*[,)]|translate[xy3d]*\(\s*-(?:\d{4,}px|\d{4,}%)/);
  const background = toColor(
    /(#[\da-f]{3,8}|rgba?\([^)]*\)|[a-z]+)/.exec(style.get('background-color') ?? style.get('background') ?? '')?.[0],
  );
  return { hides: unseen ? 'unseen' : closed ? 'closed' : undefined, color: toColor(style.get('color')), background };
}

/** `NaN`, which is neither more nor less than anything, for what is no length. */
function toPx(value: string): number {
  const found = /^(-?\d*\.?\d+)([a-z%]*)/.exec(value);
  if (!found) return Number.NaN;
  const number = Number(found[1]);
  return number === 0 ? 0 : number * (pxByUnit[found[2] || 'px'] ?? Number.NaN);
}

const byName: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  snow: '#fffafa',
  ivory: '#fffff0',
  whitesmoke: '#f5f5f5',
};

/** A colour in one spelling, "#rrggbb" where that is known; `undefined` for none. */
export function toColor(value: string | undefined): string | undefined {
  const color = value?.trim().toLowerCase();
  if (!color || /^(?:inherit|initial|unset|none|transparent|currentcolor|url|linear|radial)/.test(color)) return undefined;
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/.exec(color);
  if (short) return `#${[short[1], short[2], short[3]].map((digit) => `${digit}${digit}`).join('')}`;
  if (/^#[\da-f]{8}$/.test(color)) return color.slice(0, 7);
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color);
  if (rgb)
    return `#${[rgb[1], rgb[2], rgb[3]].map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('')}`;
  return byName[color] ?? color;
}

/** Letters that can't be told from what is behind them: the same colour, or all but the same. */
export function isSameColor(a: string, b: string): boolean {
  const [first, second] = [toParts(a), toParts(b)];
  if (!first || !second) return a === b;
  return first.every((part, index) => Math.abs(part - (second[index] ?? 0)) <= 10);
}

function toParts(color: string): number[] | undefined {
  const parts = /^#(..)(..)(..)$/.exec(color)?.slice(1);
  return parts?.map((part) => Number.parseInt(part, 16));
}
