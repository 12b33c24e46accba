// Runs first: the shell comes on the screen before the program is set in motion. Its modules are on their way meanwhile, but to
// compile them takes the processor that the first picture needs: painted first, the shell is seen a third earlier.
declare const ASSETS: { readonly page: string };

const longest_wait_ms = 1000;

let begun = false;

function begin(): void {
  if (begun) return;
  begun = true;
  import(ASSETS.page).catch(() => document.getElementById('avvio')?.setAttribute('data-guasto', ''));
}

// A hidden page paints nothing, and some browsers do not say when they have.
if (document.hidden) {
  begin();
} else {
  new PerformanceObserver(begin).observe({ type: 'paint', buffered: true });
  setTimeout(begin, longest_wait_ms);
}
