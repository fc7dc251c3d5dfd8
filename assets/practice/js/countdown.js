/** Milliseconds as days, hours, minutes and seconds. */
export function partsOf(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return {
    day: Math.floor(seconds / 86400),
    hour: Math.floor(seconds / 3600) % 24,
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

/** `5天3小时2分1秒` */
export function words(ms) {
  const { day, hour, minute, second } = partsOf(ms);
  return `${day}天${hour}小时${minute}分${second}秒`;
}

/** Lets `element` show what is left of `remaining` ms, second by second, for as long as it is in the document. */
export function runCountdown(element, remaining, format = words) {
  const end = performance.now() + remaining;
  const show = () => {
    element.textContent = format(end - performance.now());
  };
  show();
  const timer = setInterval(() => (element.isConnected ? show() : clearInterval(timer)), 1000);
  return element;
}
