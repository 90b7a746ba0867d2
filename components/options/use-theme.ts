import { useEffect, useState } from 'react';
import { defaultSettings, type Settings } from '../../utils/domain/settings.ts';
import { readSettings, watchSettings } from '../../utils/storage/settings-store.ts';

/** The settings as they are now, followed. */
export function useSettings(): Settings {
  const [settings, setSettings] = useState(defaultSettings);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings;
}

/** Sets the page's theme as chosen in Options; `system` leaves it to the browser. */
export function useTheme(): void {
  const { theme } = useSettings();
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
