// A caret that blinks draws the page twice a second for as long as a field has the focus. It blinks while somebody is at work and a
// moment longer, then stands still: a page left open wakes nobody (css/base.css).

const rest_ms = 5000;

export function rest_caret(): void {
  let timer: ReturnType<typeof setTimeout>;
  const awake = (): void => {
    document.body.removeAttribute('data-fermo');
    clearTimeout(timer);
    timer = setTimeout(() => document.body.setAttribute('data-fermo', ''), rest_ms);
  };
  for (const act of ['keydown', 'pointerdown', 'focusin']) addEventListener(act, awake, true);
}
