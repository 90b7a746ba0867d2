import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  readonly variant?: 'primary' | 'outline' | 'plain' | 'danger';
  readonly size?: 'md' | 'sm';
  readonly icon?: IconName;
  /** Locks the button and says why; it stays in the tab order so that the reason can be reached. */
  readonly disabledReason?: string | undefined;
};

export function Button({
  variant = 'plain',
  size = 'md',
  icon,
  disabledReason,
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  const isLocked = disabledReason !== undefined && disabledReason !== '';
  const classes = ['button', variant === 'plain' ? '' : `button-${variant}`, size === 'sm' ? 'button-sm' : '', className]
    .filter(Boolean)
    .join(' ');
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-disabled={isLocked || undefined}
      title={isLocked ? disabledReason : rest.title}
      onClick={isLocked ? (event) => event.preventDefault() : onClick}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
