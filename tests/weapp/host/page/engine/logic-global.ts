/** What the logic layer's global object holds: the language, timers and the console. No DOM, no fetch, no URL. */
const LANGUAGE = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'Date', 'JSON', 'RegExp'],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError'],
  ...['Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy', 'Reflect', 'Intl'],
  ...['ArrayBuffer', 'DataView', 'Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array'],
  ...['Int32Array', 'Float32Array', 'Float64Array', 'Uint8ClampedArray'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURI', 'decodeURI'],
  ...['encodeURIComponent', 'decodeURIComponent'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console'],
];

export const logicGlobal: Record<string, unknown> = Object.fromEntries(
  LANGUAGE.map((name) => [name, (globalThis as Record<string, unknown>)[name]]),
);

/** `Function('return this')` is how libraries ask for the global object; any other code from a string is refused. */
export function NoEval(...code: string[]): unknown {
  if (code.at(-1) === 'return this') return () => logicGlobal;
  throw new EvalError('the mini-program may not make code from strings');
}
NoEval.prototype = Function.prototype;

Object.assign(logicGlobal, { Function: NoEval, globalThis: logicGlobal, global: logicGlobal });
