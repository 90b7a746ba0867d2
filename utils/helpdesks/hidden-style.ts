/** One declaration of a style attribute that takes an element's text out of sight by itself. Numbers: a thousand pixels is past any screen's edge. */
const HIDING: readonly RegExp[] = [
  /^display:none/,
  /^visibility:(?:hidden|collapse)/,
  /^content-visibility:hidden/,
  /^mso-hide:all/,
  /^(?:opacity|zoom):(?:0(?:\.0*)?|\.0+)%?$/,
  /^font(?:-size)?:(?:[^;]*\s)?0(?:\.0*)?(?:px|pt|r?em|ex|%)?(?:$|[\s/])/,
  /^color:(?:transparent|#[\da-f]{3}0|#[\da-f]{6}00|(?:rgb|hsl)a?\((?:(?:[^,]*,){3}|[^,]*\/)\s*(?:0(?:\.0*)?|\.0+)%?\s*\))$/,
  /^-webkit-text-fill-color:transparent/,
  /^(?:left|right|top|bottom|inset|margin|text-indent|inset-inline-start|margin-(?:left|right|top|bottom)):(?:.*\s)?-\d{4,}/,
  /^(?:left|right|top|bottom|text-indent|margin-(?:left|right|top|bottom)):-\d{3,}(?:\.\d+)?(?:r?em|%|vw|vh|ch)/,
  /^(?:transform|translate|scale):(?:.*scale[xy3d]*\(0(?:\.0*)?[,)]|.*-\d{4,}|0(?:\.0*)?(?:\s|$))/,
  /^clip-path:(?:inset\((?:50|[6-9]\d|100)%|circle\(0|ellipse\(0|polygon\((?:0(?:px|%)?\s+0(?:px|%)?,?\s*)+\))/,
  /^clip:rect\((?:\s*[01](?:px)?\s*,?){4}\)/,
];
/** A box of no size hides its text only when it also clips it. */
const EMPTY_BOX = /^(?:max-)?(?:width|height):(?:0(?:\.0*)?|1px)(?:px|pt|r?em|%)?$/;
const CLIPS = /^overflow(?:-[xy])?:(?:hidden|clip)/;

/** Does a style attribute hide what it is written on? Text that a reader does not see is not what the requester wrote; it must not steer a draft. */
export function isHidingStyle(style: string): boolean {
  if (style === '') return false;
  const declarations = style
    .toLowerCase()
    .replace(/\/\*.*?\*\//g, '')
    .split(';')
    .map((each) =>
      each
        .replace(/\s*!important\s*$/, '')
        .replace(/^\s*([\w-]+)\s*:\s*/, '$1:')
        .trim(),
    );
  const has = (pattern: RegExp): boolean => declarations.some((each) => pattern.test(each));
  return HIDING.some(has) || (has(EMPTY_BOX) && has(CLIPS));
}
