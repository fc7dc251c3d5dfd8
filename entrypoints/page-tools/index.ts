import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPageTools } from '../../lib/inspect/page-tools.ts';
import { Picker } from '../../lib/inspect/picker.ts';

/** Comes into a page when the user wants to point at something there; the views call it by `lib/platform/page-tools.ts`. */
export default defineUnlistedScript(() => {
  let picker: Picker | null = null;
  offerPageTools({
    pick(words) {
      picker?.cancel();
      picker = new Picker(document, words);
      return picker.start();
    },
    cancelPick: () => picker?.cancel(),
  });
});
