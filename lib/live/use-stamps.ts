import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Capture } from '../evidence/types.ts';
import { mayReach, requestReach, watchExtras } from '../platform/permissions.ts';
import { type Seal, sealsOf } from '../stamps/seal.ts';
import { allServices, originOf } from '../stamps/services.ts';
import type { StampRow, StampService, StampSettings } from '../stamps/types.ts';
import { retryStamps } from '../storage/stamps.ts';
import { db } from './database.ts';
import { changeStamps, useSettings } from './use-settings.ts';

/** The queue of time stamps; undefined while it is read. */
export function useStampRows(): StampRow[] | undefined {
  return useLiveQuery(() => db.stamps.toArray(), []);
}

/** The seal of one capture; undefined while it is looked up. */
export function useSeal(capture: Pick<Capture, 'id' | 'logSeq' | 'logHash'>): Seal | undefined {
  const rows = useStampRows();
  return rows && sealsOf([capture], rows).get(capture.id);
}

/** The seals of captures, by capture; empty as long as nobody has ever wanted time stamps. */
export function useSeals(captures: readonly Pick<Capture, 'id' | 'logSeq' | 'logHash'>[]): ReadonlyMap<string, Seal> {
  const rows = useStampRows();
  const on = useSettings()?.stamps.on ?? false;
  if (!rows || (rows.length === 0 && !on)) return new Map();
  return sealsOf(captures, rows);
}

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
