import { useEffect, useState } from 'react';
import { mayReach, requestReach, watchExtras } from '../platform/permissions.ts';
import { allServices, originOf } from '../stamps/services.ts';
import type { StampService, StampSettings } from '../stamps/types.ts';
import { retryStamps } from '../storage/stamps.ts';
import { db } from './database.ts';
import { changeStamps } from './use-settings.ts';

/**
 * Everything the settings can do about time stamps. Hosts are asked for in the click that needs them: `onSwitch` and `onChoose` must be
 * called directly in the handler. `refused` after the user said no.
 */
export function useStampSettings(settings: StampSettings) {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  const origins = originsOf(settings, settings.chosen);
  const key = origins.join(' ');
  useEffect(() => {
    const look = () => void mayReach(key ? key.split(' ') : []).then(setAllowed);
    look();
    return watchExtras(look);
  }, [key]);
  const ask = (chosen: readonly string[], change: Partial<StampSettings>) => {
    const wanted = originsOf(settings, chosen);
    const granting = wanted.length > 0 ? requestReach(wanted) : Promise.resolve(true);
    void granting.then((granted) => {
      setRefused(!granted);
      return granted ? changeStamps(change) : undefined;
    });
  };
  return {
    allowed,
    refused,
    onSwitch: (on: boolean) => (on ? ask(settings.chosen, { on }) : void changeStamps({ on })),
    onChoose: (chosen: string[]) => (settings.on ? ask(chosen, { chosen }) : void changeStamps({ chosen })),
    onAdd: (service: StampService) => void changeStamps({ own: [...settings.own, service] }),
    onRemove: (id: string) =>
      void changeStamps({
        own: settings.own.filter((service) => service.id !== id),
        chosen: settings.chosen.filter((one) => one !== id),
      }),
    onRetry: () => void retryStamps(db, Date.now()),
  };
}

function originsOf(settings: StampSettings, chosen: readonly string[]): string[] {
  return allServices(settings)
    .filter(({ id }) => chosen.includes(id))
    .map(originOf);
}
