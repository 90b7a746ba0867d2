import { useEffect, useState } from 'react';
import { defaultSettings, type Settings } from '../../utils/domain/settings.ts';
import { readSettings, watchSettings } from '../../utils/storage/settings-store.ts';

/** The settings as they are now, followed; `undefined` until they have been read, so that nothing is done on a guess. */
export function useStoredSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings;
}

/** The settings as they are now, followed; the defaults until they have been read. */
export function useSettings(): Settings {
  return useStoredSettings() ?? defaultSettings;
}

/** Sets the page's theme as chosen in Options; `system` leaves it to the browser. */
export function useTheme(): void {
  const { theme } = useSettings();
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
