import { createExportHost } from '../../lib/platform/export-host.ts';
import { handleMessages } from '../../lib/platform/receive.ts';
import { reportUnexpected } from '../../lib/platform/report.ts';
import { DossierDb } from '../../lib/storage/db.ts';

/** A page without a window: builds bundles, so that closing the popup changes nothing. */
const host = createExportHost(new DossierDb());

handleMessages({
  'bundle.build': (order) => {
    host.start(order).catch(reportUnexpected);
    return null;
  },
  'bundle.cancel': ({ jobId }) => {
    host.cancel(jobId);
    return null;
  },
});
