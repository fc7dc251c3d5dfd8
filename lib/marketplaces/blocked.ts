/** Risk-control pages stand at the address of the page that was asked for, or carry these words in theirs. */
const BLOCK_WORDS = /_____tmd_____|\/punish(?:\/|\?|$)|\/captcha(?:\/|\?|$)/i;
const BLOCK_ELEMENTS =
  '#nc_1_wrapper, .nc-container, #baxia-dialog-content, iframe[src*="punish"], #login-form, .login-box';

/** True for the address of a captcha or login page. */
export function isBlockAddress(url: URL): boolean {
  return url.hostname.startsWith('login.') || BLOCK_WORDS.test(url.pathname + url.search);
}

/** True when the document shows a captcha or a login form instead of its content. */
export function isBlocked(document: Document): boolean {
  return document.querySelector(BLOCK_ELEMENTS) !== null;
}
