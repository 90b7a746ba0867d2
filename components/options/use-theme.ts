import { useEffect } from 'react';
import { useSettings } from './use-options.ts';

/** Sets the page's theme as chosen in Options; `system` leaves it to the browser. */
export function useTheme(): void {
  const { theme } = useSettings();
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
