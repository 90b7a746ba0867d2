import type { ComponentProps, ReactNode } from 'react';

export function LinkButton({ className = '', ...rest }: ComponentProps<'button'>): ReactNode {
  return <button type="button" {...rest} className={`link-button ${className}`.trim()} />;
}
