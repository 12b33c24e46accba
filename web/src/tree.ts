// The view tree as the program publishes it (wasm-client/view/node.hpp), and how a patch changes the copy kept here.

export type Kind =
  | 'page' | 'header' | 'navigation' | 'step' | 'main' | 'aside' | 'section' | 'group' | 'row' | 'card' | 'heading' | 'text'
  | 'alert' | 'badge' | 'definition_list' | 'definition' | 'list' | 'list_item' | 'field' | 'select' | 'radio_group' | 'radio'
  | 'checkbox' | 'button' | 'link' | 'meter' | 'table' | 'table_row' | 'table_header' | 'table_cell' | 'status'
  | 'empty_state' | 'dialog' | 'chart' | 'disclosure';

export type FieldKind = 'text' | 'date' | 'money' | 'hours' | 'decimal' | 'number' | 'search' | 'multiline' | 'email' | 'file' | 'password';
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

// A chart as the program has laid it out (wasm-client/view/chart.hpp): across in ten-thousandths, down in pixels.
export interface ChartShape {
  readonly what: 'box' | 'line' | 'dot' | 'text';
  readonly ink: string;
  readonly x?: number;
  readonly x2?: number;
  readonly y?: number;
  readonly y2?: number;
  readonly indent?: number;
  readonly align?: 1 | 2;
  readonly strong?: boolean;
  readonly fine?: boolean;
  readonly text?: string;
}

export interface ViewNode {
  readonly id: number;
  readonly k: Kind;
  readonly label?: string;
  readonly value?: string;
  readonly help?: string;
  readonly error?: string;
  readonly target?: number;
  readonly tone?: Tone;
  readonly field?: FieldKind;
  readonly level?: number;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly checked?: boolean;
  readonly current?: boolean;
  readonly primary?: boolean;
  readonly numeric?: boolean;
  readonly grid?: boolean;
  readonly shortcut?: string;
  readonly min?: number;
  readonly max?: number;
  readonly now?: number;
  readonly limit?: number;
  readonly chart?: { readonly height: number; readonly shapes: readonly ChartShape[] };
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  children?: readonly ViewNode[];
}

// The whole tree when nodes came or went, else the changed nodes without their children.
export type Patch = { readonly tree: ViewNode } | { readonly nodes: readonly ViewNode[] };

export function apply(tree: ViewNode | undefined, patch: Patch): ViewNode | undefined {
  if ('tree' in patch) return patch.tree;
  if (!tree) return undefined;
  const changed = new Map(patch.nodes.map((node) => [node.id, node]));
  return replace(tree, changed);
}

// Rebuilds only the path to what changed, so that an unchanged subtree stays the same object.
function replace(node: ViewNode, changed: ReadonlyMap<number, ViewNode>): ViewNode {
  const children = node.children?.map((child) => replace(child, changed));
  const fresh = changed.get(node.id);
  if (fresh) return children ? { ...fresh, children } : fresh;
  if (!children || children.every((child, i) => child === node.children?.[i])) return node;
  return { ...node, children };
}

// Id of a part of a node: label, help and error of a field have the numbers after it, modulo 2^32 as in the program.
export function part(node: ViewNode, n: 0 | 1 | 2 | 3): number {
  return (node.id + n) >>> 0;
}

// DOM id of a node or of a part.
export function dom_id(id: number): string {
  return `n${id}`;
}

export function find(node: ViewNode, test: (n: ViewNode) => boolean): ViewNode | undefined {
  if (test(node)) return node;
  for (const child of node.children ?? []) {
    const hit = find(child, test);
    if (hit) return hit;
  }
  return undefined;
}
