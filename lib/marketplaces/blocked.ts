import { visibility } from '../reading/visibility.ts';

/** Risk-control pages stand at the address of the page that was asked for, or carry these words in theirs. */
const BLOCK_PATH = /_____tmd_____|\/punish(?:\/|$)|\/captcha(?:\/|$)/i;
const BLOCK_ELEMENTS =
  '#nc_1_wrapper, .nc-container, .nc_wrapper, #nocaptcha, #baxia-dialog-content, iframe[src*="punish"], #login-form, .login-box, #fm-login-id';
const BLOCK_TITLE =
  /^(?:验证码(?:拦截|验证)?|(?:安全|访问|滑动|身份)验证|访问被拒绝|(?:用户|会员|账号)?登录)(?:$|[\s\-_|·—–,，:：].{0,12}$)/u;

/** True for the address of a captcha or login page. */
export function isBlockAddress(url: URL): boolean {
  return (
    /^(?:login|passport)\./.test(url.hostname) || BLOCK_PATH.test(url.pathname) || url.searchParams.has('x5secdata')
  );
}

/** True when the document shows a captcha or a login form. */
export function showsBlock(document: Document): boolean {
  return (
    BLOCK_TITLE.test(document.title.trim()) || Array.from(document.querySelectorAll(BLOCK_ELEMENTS)).some(visibility())
  );
}
