import type { ReactNode } from 'react';
import { iconShapes, type IconShape } from './icon-shapes.ts';

export type IconName = keyof typeof iconShapes;

export type IconProps = {
  readonly name: IconName;
  readonly size?: 'sm';
  readonly className?: string;
  /** What it means; without it the icon is decoration. */ readonly label?: string;
};

export function Icon({ name, size, className = '', label }: IconProps): ReactNode {
  const shape: IconShape = iconShapes[name];
  const classes = `icon ${size === 'sm' ? 'icon-sm' : ''} ${className}`.trim();
  return (
    <svg className={classes} viewBox="0 0 16 16" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {shape.boxes?.map(([x, y, width, height, rx]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={rx} />
      ))}
      {shape.circles?.map(([cx, cy, r]) => (
        <circle key={`${cx} ${cy} ${r}`} cx={cx} cy={cy} r={r} />
      ))}
      {shape.paths?.map((path) => (
        <path key={path} d={path} strokeWidth={name === 'more' ? 2.25 : undefined} />
      ))}
    </svg>
  );
}
