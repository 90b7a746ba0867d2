import { Window } from 'happy-dom';
import { beforeEach, expect, it } from 'vitest';
import { pickElements } from './pick-elements.ts';

let window: Window;
let heard: string[];
let picked: string[];
let stopped: number;
let end: () => void;
beforeEach(() => {
  window = new Window({ url: 'https://desk.example' });
  window.document.body.innerHTML = '<h1>Subject</h1><a href="/away"><b>Send</b></a>';
  heard = [];
  picked = [];
  stopped = 0;
  for (const name of ['pointerdown', 'mousedown', 'click']) window.document.addEventListener(name, () => void heard.push(name));
  end = pickElements({
    // The window that a content script has, of another library.
    window: window as unknown as globalThis.Window & typeof globalThis,
    words: 'Click.',
    onPick: (element) => void picked.push(element.localName),
    onStop: () => void (stopped += 1),
  });
});

const press = (css: string, altKey = false): boolean => {
  const target = window.document.querySelector(css);
  const events = ['pointerdown', 'mousedown', 'click'].map(
    (name) => new window.MouseEvent(name, { bubbles: true, cancelable: true, composed: true, altKey }),
  );
  for (const event of events) target?.dispatchEvent(event);
  return events.every(({ defaultPrevented }) => defaultPrevented);
};
const key = (name: string): void =>
  void window.document.body.dispatchEvent(new window.KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

it('picks what is clicked, and the page neither hears of it nor follows a link', () => {
  expect(press('b')).toBe(true);
  expect(picked).toEqual(['b']);
  expect(heard).toEqual([]);
});

it('leaves a click with Alt to the page', () => {
  expect(press('b', true)).toBe(false);
  expect(picked).toEqual([]);
  expect(heard).toEqual(['pointerdown', 'mousedown', 'click']);
});

it('can be worked with keys', () => {
  for (const name of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter']) key(name);
  expect(picked).toEqual(['b']);
});

it('stops with Esc, and gives the page back when it ends', () => {
  key('Escape');
  expect(stopped).toBe(1);
  end();
  press('h1');
  expect(heard).toHaveLength(3);
  expect(window.document.documentElement.children).toHaveLength(2);
});

it('shows nothing that the page could read', () => {
  const host = window.document.documentElement.lastElementChild;
  expect(host?.shadowRoot ?? null).toBeNull();
  expect(host?.textContent).toBe('');
});
