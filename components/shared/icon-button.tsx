import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & { readonly icon: IconName; readonly label: string };

export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps): ReactNode {
  return (
    <button type="button" {...rest} className={`icon-button ${className}`.trim()} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
