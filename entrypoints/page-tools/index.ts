import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findPageReader } from '../../lib/capture/page-reader.ts';
import { pageReport } from '../../lib/inspect/page-report.ts';
import { offerPageTools } from '../../lib/inspect/page-tools.ts';
import { Picker } from '../../lib/inspect/picker.ts';

/** Comes into a page when the user points at something there or wants a report of it; called by `lib/platform/page-tools.ts`. */
export default defineUnlistedScript(() => {
  let picker: Picker | null = null;
  offerPageTools({
    pick(words) {
      picker?.cancel();
      picker = new Picker(document, words);
      return picker.start();
    },
    cancelPick: () => picker?.cancel(),
    report: (version) => pageReport(document, location.href, { version, reading: findPageReader()?.read() ?? null }),
  });
});
