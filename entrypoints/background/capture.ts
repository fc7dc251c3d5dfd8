import { type Browser, browser } from 'wxt/browser';
import type { ChatPlan } from '../../lib/evidence/chat/types.ts';
import { isPartial } from '../../lib/evidence/gaps.ts';
import type { Capture, CaptureTrigger } from '../../lib/evidence/types.ts';
import { createTranslate } from '../../lib/i18n/index.ts';
import { contentScriptFor } from '../../lib/marketplaces/registry.ts';
import type { CaptureNews } from '../../lib/messaging/types.ts';
import { onWake, wakeAt } from '../../lib/platform/alarms.ts';
import { canPictureAreas, takeAreaPicture } from '../../lib/platform/area-pictures.ts';
import { showBadge } from '../../lib/platform/badge.ts';
import { injectCapture, injectContentScript } from '../../lib/platform/capture-start.ts';
import { keepAwake } from '../../lib/platform/keep-awake.ts';
import { userLocale } from '../../lib/platform/locale.ts';
import { copyPage } from '../../lib/platform/page-copy.ts';
import { handleMessages, type Sender } from '../../lib/platform/receive.ts';
import { reportUnexpected } from '../../lib/platform/report.ts';
import { takeScreenshot } from '../../lib/platform/screenshots.ts';
import { identifySoftware } from '../../lib/platform/software.ts';
import { requireSpace } from '../../lib/platform/storage-space.ts';
import { zoomOf } from '../../lib/platform/tabs.ts';
import { Recorder } from '../../lib/recorder/recorder.ts';
import { AppError, type ErrorCode, errorCodeOf } from '../../lib/shared/errors.ts';
import type { DossierDb } from '../../lib/storage/db.ts';
import { failJob, startJob } from '../../lib/storage/jobs.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { SPACE_FOR_CAPTURE } from '../../lib/storage/space.ts';

const MENU_ID = 'capture';
const COMMAND = 'capture';
/** As soon as the browser lets an alarm be. */
const ADOPTION_MS = 30_000;

/** The three capture gestures, the messages of a running capture, and its end when the tab goes away. */
export function setUpCapture(db: DossierDb, owner: string): void {
  const recorder = new Recorder({
    db,
    owner,
    now: Date.now,
    tool: identifySoftware(),
    copyPage,
    showProgress: (tabId, state, done, total) => void showBadge(tabId, state, done, total),
  });
  const start = (tabId: number, trigger: CaptureTrigger, plan?: ChatPlan) =>
    startCapture(recorder, db, owner, tabId, { trigger, plan });

  handleMessages({
    'capture.start': ({ tabId, plan }) => start(tabId, 'button', plan).then(() => null),
    'page.watch': async (_nothing, { tab }) => {
      const script = contentScriptFor(tab?.url ?? '');
      if (tab?.id !== undefined && script !== null) await injectContentScript(tab.id, script);
      return null;
    },
    'capture.begin': async (page, sender) => {
      const tabId = requireTabId(sender);
      // Chromium draws no areas; asked, it may answer with the whole screen (ADR 0011).
      const canShootAreas = import.meta.env.FIREFOX && (await canPictureAreas(sender.tab));
      const noRoom = requireSpace(SPACE_FOR_CAPTURE).then(
        () => null,
        (error: unknown) => error,
      );
      const work = [recorder.begin(tabId, page), zoomOf(tabId), readSettings(db), noRoom] as const;
      const [begun, zoom, settings, refusal] = await Promise.all(work);
      if (refusal !== null) {
        await recorder.fail(begun.jobId, errorCodeOf(refusal));
        throw refusal;
      }
      return { ...begun, canShootAreas, zoom, askServerTime: settings.capture.serverTime };
    },
    'capture.shot': (request, { tab }) => {
      if (!tab) throw new AppError('capture.pageGone');
      const known = recorder.pictureOf(request.jobId);
      const { area } = request;
      const take = ({ signal, paced }: { signal: AbortSignal; paced: boolean }) =>
        area ? takeAreaPicture(tab, area, signal) : takeScreenshot(tab, signal, paced);
      // Without a pause, or the gesture that came with the message would be lost.
      const shot = known ? take(known) : recorder.adopt(request.jobId).then(take);
      return shot.then((screenshot) => recorder.keep(request, screenshot));
    },
    'capture.picture': (handed) => recorder.keepPicture(handed),
    'capture.progress': (progress) => recorder.noteProgress(progress),
    'capture.stop': ({ jobId }) => recorder.stop(jobId),
    'capture.finish': (page) => keepAwake(recorder.finish(page)).then(newsOf),
    'capture.wait': ({ jobId }) => recorder.wait(jobId).then(() => null),
    'capture.abort': async ({ jobId, code }) => {
      const kept = await recorder.fail(jobId, code);
      return kept ? newsOf(kept) : code === 'cancelled' ? null : { state: 'failed', words: wordsOfFailure(code) };
    },
    'capture.cancel': ({ jobId }) => recorder.fail(jobId, 'cancelled').then(() => null),
  });

  browser.commands?.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    if (command === COMMAND && tab?.id !== undefined) void start(tab.id, 'shortcut').catch(ignoreShown);
  });
  browser.contextMenus.onClicked.addListener(
    ({ menuItemId }: { menuItemId: string | number }, tab?: Browser.tabs.Tab) => {
      if (menuItemId === MENU_ID && tab?.id !== undefined) void start(tab.id, 'contextMenu').catch(ignoreShown);
    },
  );
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: MENU_ID,
      title: createTranslate(userLocale())('manifest.captureMenu'),
      contexts: ['page', 'selection', 'image', 'link', 'frame'],
      documentUrlPatterns: ['https://*/*', 'http://*/*'],
    });
  });
  recoverLater(recorder, db);
  browser.tabs.onRemoved.addListener((tabId) => void recorder.leave(tabId).catch(reportUnexpected));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') recorder.leave(tabId).catch(reportUnexpected);
  });
}

/**
 * Ends what an earlier worker has left. Its pages may still be there and go on with this worker, so they get some time for
 * it; after a start of the browser there are none.
 */
function recoverLater(recorder: Recorder, db: DossierDb): void {
  const recover = () => void recorder.recover().catch(reportUnexpected);
  const hasDrafts = async () => (await db.drafts.count()) > 0;
  void hasDrafts()
    .then((found) => wakeAt('captures', found ? Date.now() + ADOPTION_MS : null))
    .catch(reportUnexpected);
  onWake('captures', recover);
  browser.runtime.onStartup.addListener(recover);
}

/**
 * Starts a capture, or cancels the one that is running in the tab: a second press takes the first one back. A start that
 * fails is kept as a failed job, so that the panel can say why.
 */
function startCapture(
  recorder: Recorder,
  db: DossierDb,
  owner: string,
  tabId: number,
  { trigger, plan }: { trigger: CaptureTrigger; plan: ChatPlan | undefined },
): Promise<void> {
  const running = recorder.runningIn(tabId);
  if (running) return recorder.fail(running, 'cancelled').then(() => undefined);
  recorder.expect(tabId, trigger, plan);
  const injected = injectCapture(tabId);
  void showBadge(tabId, 'running', 0, 0); // Behind the injection, which has to come first to keep the gesture.
  return injected.catch(async (error: unknown) => {
    const id = crypto.randomUUID();
    await startJob(db, { id, kind: 'capture', tabId, caseId: null, owner }, Date.now());
    await failJob(db, id, errorCodeOf(error), Date.now());
    void showBadge(tabId, 'failed', 0, 0);
    throw error;
  });
}

function newsOf({ gaps }: Capture): CaptureNews {
  const t = createTranslate(userLocale());
  return isPartial(gaps)
    ? { state: 'partial', words: t('capture.toastPartial') }
    : { state: 'done', words: t('capture.toastDone') };
}

function wordsOfFailure(code: ErrorCode): string {
  const t = createTranslate(userLocale());
  return `${t('job.captureFailed')} · ${t(`error.${code}`)}`;
}

/** The failure is in the job list and on the badge already. */
function ignoreShown(error: unknown): void {
  if (errorCodeOf(error) === 'unexpected') reportUnexpected(error);
}

function requireTabId({ tab }: Sender): number {
  if (tab?.id === undefined) throw new AppError('capture.pageGone');
  return tab.id;
}
