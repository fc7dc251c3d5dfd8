import { h } from './dom.js';

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      target.src = target.dataset.src;
      observer.unobserve(target);
    }
  },
  { rootMargin: '200px' },
);

/** A picture that loads when it comes near: every other one by the browser itself, the rest by `data-src`. */
export function lazyPicture(src, index, size) {
  const attributes = { ...size, alt: '', class: 'lazy' };
  if (index % 2 === 0) return h('img', { ...attributes, src, loading: 'lazy' });
  const image = h('img', {
    ...attributes,
    'data-src': src,
    src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
  });
  observer.observe(image);
  return image;
}
