const durationMs = 320;

/**
 * Gives a list these elements in this order, and lets those that were there already slide to their new places, so that
 * the eye follows who moved up. With little motion wanted they are simply there.
 */
export function slideInto(
  list: HTMLElement,
  elements: readonly HTMLElement[],
  isCalm: boolean,
): void {
  if (
    list.children.length === elements.length &&
    elements.every((element, index) => list.children[index] === element)
  ) {
    return;
  }
  const places = new Map([...list.children].map((child) => [child, child.getBoundingClientRect()]));
  list.replaceChildren(...elements);
  if (isCalm) return;
  for (const element of elements) {
    const before = places.get(element);
    if (before === undefined) {
      element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: durationMs });
      continue;
    }
    const after = element.getBoundingClientRect();
    const from = `translate(${before.left - after.left}px, ${before.top - after.top}px)`;
    const timing = { duration: durationMs, easing: "cubic-bezier(.2, .8, .2, 1)" };
    element.animate([{ transform: from }, { transform: "none" }], timing);
  }
}
